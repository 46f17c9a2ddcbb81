import type { Element, Nodes, Root } from 'xast';

/** A heading of a file as the contents should know it. */
export interface Heading {
  readonly level: number;
  readonly id: string | undefined;
  /** Without calls of notes and marks. */
  readonly words: string;
  /** Whether a formula or a reference is in it, of which the contents have other words. */
  readonly formula: boolean;
  /** Kept out of the contents by the writer, or inside a box or a quotation. */
  readonly unlisted: boolean;
  /** The title of a section that goes on in a further file. */
  readonly continued: boolean;
}

/** Elements whose headings are the section’s own. */
const TRANSPARENT = new Set(['html', 'body', 'section', 'div']);
/** What stands in a heading and is no part of its title; and titles that are ours. */
const NO_TITLE = /(^| )(note-call|heading-mark)( |$)/;
const OURS = /(^| )notes-title( |$)/;

/** Headings of a file in their order, those of its notes left out. */
export function headingsOf(tree: Root): Heading[] {
  const found: Heading[] = [];
  const walk = (node: Element, listed: boolean) => {
    const classes = node.attributes.class ?? '';
    if (/^h[1-6]$/.test(node.name)) {
      if (OURS.test(classes)) return;
      found.push({
        level: Number(node.name[1]),
        id: node.attributes.id ?? undefined,
        words: wordsOf(node).replace(/\s+/g, ' ').trim(),
        formula: contains(node, ({ name, attributes }) => name === 'math' || attributes.class === 'page-ref'),
        unlisted: !listed || /(^| )unlisted( |$)/.test(classes),
        continued: /(^| )continued-title( |$)/.test(classes),
      });
      return;
    }
    for (const child of node.children)
      if (child.type === 'element') walk(child, listed && TRANSPARENT.has(node.name));
  };
  for (const child of tree.children) if (child.type === 'element') walk(child, true);
  return found;
}

function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || NO_TITLE.test(node.attributes.class ?? '')) return '';
  if (node.name === 'img') return node.attributes.alt ?? '';
  return node.children.map(wordsOf).join('');
}

function contains(node: Element, test: (element: Element) => boolean): boolean {
  return node.children.some((child) => child.type === 'element' && (test(child) || contains(child, test)));
}

/** Letters and figures of a title: the signs between a label and the words differ from place to place. */
export function lettersOfTitle(words: string): string {
  return words.replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}
