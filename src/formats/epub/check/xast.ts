import type { Element, Nodes } from 'xast';

/** All words of a node, as they stand. */
export function textOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'cdata') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** Calls for every element, in the order of the file. */
export function eachElement(node: Nodes, visit: (element: Element) => void): void {
  if (node.type === 'element') visit(node);
  if ('children' in node) for (const child of node.children) eachElement(child, visit);
}

/** Every element that passes. */
export function elementsOf(node: Nodes, test: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  eachElement(node, (element) => {
    if (test(element)) found.push(element);
  });
  return found;
}

/** The `nav` elements of one type. */
export function navOf(tree: Nodes, type: string): Element[] {
  return elementsOf(tree, ({ name, attributes }) => name === 'nav' && attributes['epub:type'] === type);
}
