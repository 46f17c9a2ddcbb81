import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { CLASS } from '../vocabulary.js';

/** Elements that HTML no longer has, and what says the same today. */
const ELEMENTS: Readonly<Record<string, readonly [tagName: string, className?: string]>> = {
  acronym: ['abbr'],
  big: ['span'],
  center: ['div', CLASS.centre],
  dir: ['ul'],
  font: ['span'],
  nobr: ['span'],
  strike: ['s'],
  tt: ['code'],
};
const ALIGNMENTS: Readonly<Record<string, string>> = { center: CLASS.centre, right: CLASS.right };
/** Cells keep theirs, which tables of Markdown have too. */
const CELLS = new Set(['td', 'th']);
const OLD_FONT = ['color', 'face', 'size'];

/** Says in today’s HTML what old pages say in that of their time. */
export function modernise(tree: Root): void {
  visit(tree, 'element', (node) => {
    const today = Object.hasOwn(ELEMENTS, node.tagName) ? ELEMENTS[node.tagName] : undefined;
    if (node.tagName === 'font') for (const name of OLD_FONT) delete node.properties[name];
    if (today) {
      node.tagName = today[0];
      if (today[1]) addClass(node, today[1]);
    }
    // `<a name>` is how old pages make anchors.
    const { align, name } = node.properties;
    if (node.tagName === 'a' && name !== undefined) {
      node.properties.id ??= name;
      delete node.properties.name;
    }
    if (align === undefined || CELLS.has(node.tagName)) return;
    delete node.properties.align;
    const className = ALIGNMENTS[String(align).toLowerCase()];
    if (className) addClass(node, className);
  });
}

function addClass({ properties }: Element, name: string): void {
  const own = Array.isArray(properties.className) ? properties.className : [];
  properties.className = [...own, name];
}
