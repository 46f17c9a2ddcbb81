import type { Heading, Root } from 'mdast';
import { type ChapterLabel, chapterLabel } from './chapter-label.js';
import { headingText } from './heading-text.js';

/** A single capital at the head of a title, as the letters of a glossary and the points of a list have it. */
const LETTER = /^\s*[A-Z]\s*(?:[.:)—–-]|$)/;
/** The least value of a numeral that is one letter and that no count reaches without many before it. */
const RARE = 50;

/**
 * Reads labels with an eye to the headings of the same level: in the row A, B, C, D the last two are letters and no
 * numerals, and a lone L, C, D or M is one only after 49, 99, 499 or 999.
 */
export function labelReader(tree: Root): (heading: Heading) => ChapterLabel | undefined {
  const sisters = new WeakMap<Heading, Sisters>();
  const open: { depth: number; group: Sisters }[] = [];
  for (const node of tree.children) {
    if (node.type !== 'heading') continue;
    while (open.length > 0 && open.at(-1)!.depth > node.depth) open.pop();
    if (open.at(-1)?.depth !== node.depth)
      open.push({ depth: node.depth, group: { areLettered: false, values: new Set() } });
    const { group } = open.at(-1)!;
    sisters.set(node, group);
    const text = headingText(node.children);
    const label = chapterLabel(text);
    if (label === undefined && LETTER.test(text)) group.areLettered = true;
    if (label?.value !== undefined) group.values.add(label.value);
  }
  return (heading) => {
    const text = headingText(heading.children);
    const label = chapterLabel(text);
    const group = sisters.get(heading);
    if (!group || label?.value === undefined || label.division !== '' || !LETTER.test(text)) return label;
    const isRare = label.value >= RARE && !group.values.has(label.value - 1);
    return group.areLettered || isRare ? undefined : label;
  };
}

/** What the headings of one level below one heading have at their heads. */
interface Sisters {
  areLettered: boolean;
  readonly values: Set<number>;
}
