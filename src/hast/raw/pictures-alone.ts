import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

const HOLDERS = new Set(['section', 'article', 'div', 'blockquote', 'main', 'header', 'footer']);

/** Pictures that stand among blocks, or alone in a paragraph, are figures: one picture a figure, no text in its line. */
export function picturesAlone(tree: Root): void {
  visit(tree, (node, index, parent) => {
    if (node.type !== 'element' && node.type !== 'root') return undefined;
    if (node.type === 'element' && node.tagName === 'p' && parent && index !== undefined) {
      const pictures = onlyPictures(node.children);
      if (!pictures) return undefined;
      parent.children.splice(index, 1, ...pictures.map(figure));
      return [SKIP, index + pictures.length];
    }
    if (node.type === 'root' || HOLDERS.has(node.tagName)) {
      const children = node.children as ElementContent[];
      node.children = runsOf(children).flatMap((run) => onlyPictures(run)?.map(figure) ?? run);
    }
    return undefined;
  });
}

/** What stands between blocks, each run by itself, and each block alone. */
function runsOf(children: readonly ElementContent[]): ElementContent[][] {
  const runs: ElementContent[][] = [];
  let open = false;
  for (const child of children) {
    const isLoose = child.type !== 'element' || ['img', 'br', 'a'].includes(child.tagName);
    if (isLoose && open) runs.at(-1)!.push(child);
    else runs.push([child]);
    open = isLoose;
  }
  return runs;
}

/** The pictures, where there is nothing else but white space and line breaks. */
function onlyPictures(children: readonly ElementContent[]): Element[] | undefined {
  const pictures: Element[] = [];
  for (const child of children) {
    if (child.type === 'text' ? child.value.trim() === '' : child.type === 'comment') continue;
    if (child.type !== 'element') return undefined;
    const inner = child.tagName === 'a' ? onlyPictures(child.children) : undefined;
    if (child.tagName === 'img' || inner?.length === 1) pictures.push(child);
    else if (child.tagName !== 'br') return undefined;
  }
  return pictures.length > 0 ? pictures : undefined;
}

const figure = (picture: Element): Element => ({
  type: 'element',
  tagName: 'figure',
  properties: {},
  children: [picture],
  position: picture.position,
});
