import type { Nodes } from 'hast';

/** Elements whose text is no part of the words round them. */
export type Skips = (node: Nodes) => boolean;

const BLOCK = new Set('p div li dt dd td th h1 h2 h3 h4 h5 h6 pre figcaption caption br tr'.split(' '));

/** The text of a node, with a space where one block or line ends and another begins. */
export function textOf(node: Nodes | readonly Nodes[], skips: Skips = () => false): string {
  const parts: string[] = [];
  collect(Array.isArray(node) ? node : [node as Nodes], parts, skips);
  return parts.join('').replace(/\s+/g, ' ').trim();
}

function collect(nodes: readonly Nodes[], parts: string[], skips: Skips): void {
  for (const node of nodes) {
    if (skips(node)) continue;
    if (node.type === 'text') parts.push(node.value);
    else if ('children' in node) {
      const isBlock = node.type === 'element' && BLOCK.has(node.tagName);
      if (isBlock) parts.push(' ');
      collect(node.children, parts, skips);
      if (isBlock) parts.push(' ');
    }
  }
}
