import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { CLASS } from './vocabulary.js';

export interface NumberHeadingOptions {
  /** Number of the chapter; its sections are 3.1, 3.2, and theirs 3.1.1. Without one only sections are numbered. */
  readonly chapter?: number | string;
  /** Lowest level that is numbered. Default: 3. */
  readonly depth?: number;
}

/** Numbers the headings of a text; those of class `unnumbered`, and titles with a label of their own, are passed over. */
export function rehypeNumberHeadings(options: NumberHeadingOptions = {}) {
  return (tree: Root): void => numberHeadings(tree, options);
}

export function numberHeadings(tree: Root, { chapter, depth = 3 }: NumberHeadingOptions): void {
  const counts: number[] = [];
  visit(tree, 'element', (node) => {
    const level = /^h([1-6])$/.exec(node.tagName)?.[1];
    if (level === undefined || Number(level) > depth || hasClass(node, 'unnumbered')) return;
    const rank = Number(level) - 2;
    counts.length = Math.max(0, rank + 1);
    if (rank >= 0) counts[rank] = (counts[rank] ?? 0) + 1;
    const isLabelled = node.children.some(
      (child) => child.type === 'element' && hasClass(child, CLASS.headingLabel),
    );
    const numbers = [
      ...(chapter === undefined ? [] : [chapter]),
      ...Array.from(counts, (count) => count ?? 0),
    ];
    if (isLabelled || numbers.length === 0) return;
    node.children.unshift(
      {
        type: 'element',
        tagName: 'span',
        properties: { className: [CLASS.headingNumber] },
        children: [{ type: 'text', value: numbers.join('.') }],
      },
      { type: 'text', value: ' ' },
    );
  });
}

function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}
