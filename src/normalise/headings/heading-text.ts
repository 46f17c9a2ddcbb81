import type { Nodes, PhrasingContent, Text } from 'mdast';
import { visit } from 'unist-util-visit';

/** The words of a heading without calls, code and raw HTML; line breaks as line ends. */
export function headingText(nodes: readonly PhrasingContent[]): string {
  return nodes.map(textOf).join('');
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'break') return '\n';
  if (node.type === 'inlineCode' || node.type === 'inlineMath') return node.value;
  if (node.type === 'footnoteReference' || node.type === 'html') return '';
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** The text nodes of a heading, in order. */
export function textNodes(nodes: readonly PhrasingContent[]): Text[] {
  const found: Text[] = [];
  for (const node of nodes)
    visit(node, 'text', (text) => {
      found.push(text);
    });
  return found;
}
