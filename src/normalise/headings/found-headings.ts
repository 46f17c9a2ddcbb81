import type { Heading, Paragraph, Root, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { tell } from '../../report/file-messages.js';
import { isAllCapitals } from './capitals.js';
import { chapterLabel, isOnlyLabel } from './chapter-label.js';
import { headingText } from './heading-text.js';
import { takeRawHeadings } from './raw-headings.js';

/** Letters beyond which a line is a statement rather than a title. */
const LONGEST = 90;

/** Words, a stop, more words, a stop: somebody shouts. */
const SENTENCES = /\p{L}{2}[.!?]+\s+\p{L}.*[.!?]+$/u;

type Make = 'bold' | 'capitals' | 'label';

/**
 * Makes headings of raw `<h1>`, and of lines that only look like them: a paragraph wholly in bold or in capitals, or a bare “Chapter
 * IV”, with text after it. The level comes from the sequence: lines of one make are siblings below the last true
 * heading. Lines that could be a byline, an address or the end of a text are left alone.
 */
export function findHeadings(tree: Root, file: VFile): void {
  takeRawHeadings(tree);
  const numerals = provenNumerals(tree);
  const levels = new Map<Make, number>();
  const divisions = new Map<string, Heading['depth']>();
  let last: Heading | undefined;
  for (const [index, node] of tree.children.entries()) {
    if (node.type === 'heading') {
      unwrapBold(node);
      last = node;
      levels.clear();
      const label = chapterLabel(headingText(node.children));
      if (label) divisions.set(label.division, node.depth);
      continue;
    }
    const make = node.type === 'paragraph' ? makeOf(node, index, tree, numerals) : undefined;
    if (node.type !== 'paragraph' || make === undefined) continue;
    const depth = levelOf(make, headingText(node.children).trim(), {
      levels,
      divisions,
      last,
      before: tree.children[index - 1],
    });
    const heading: Heading = { type: 'heading', depth, children: node.children, position: node.position };
    unwrapBold(heading);
    tree.children[index] = heading;
    // A second line right after a label is its title; it stands on the same level.
    for (const [other, level] of levels) if (level > depth) levels.delete(other);
    levels.set(make, depth);
    tell(file, {
      severity: 'info',
      code: 'found-heading',
      reason: `Unexpected ${WORDS[make]} “${shorten(headingText(heading.children))}” in place of a heading, made one of level ${depth}`,
      place: node,
      ancestors: [tree, node],
      note: `Write it as \`${'#'.repeat(depth)} …\`, or end it with a full stop if it is none.`,
    });
  }
}

const WORDS: Readonly<Record<Make, string>> = {
  bold: 'bold line',
  capitals: 'line in capitals',
  label: 'label of a chapter',
};

function makeOf(
  node: Paragraph,
  index: number,
  tree: Root,
  numerals: ReadonlySet<Paragraph>,
): Make | undefined {
  const text = headingText(node.children).trim();
  if (text === '' || text.length > LONGEST || text.includes('\n')) return undefined;
  if (!hasTextAfter(tree, index)) return undefined;
  const before = tree.children[index - 1];
  const followsLabel = before?.type === 'heading' && isOnlyLabel(headingText(before.children).trim());
  const label = chapterLabel(text);
  const isLabel = label !== undefined && text.slice(label.length).trim() === '';
  if (isLabel && label.division !== '') return 'label';
  if (isLabel) return numerals.has(node) ? 'label' : undefined;
  // A bold line under a heading may be a byline or a subtitle.
  if (before?.type === 'heading' && !followsLabel) return undefined;
  if (isOnlyBold(node)) return /[.,;:]$/.test(text) || /^\P{L}*\p{Ll}/u.test(text) ? undefined : 'bold';
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (!isAllCapitals(text) || letters < 4 || /[,;:]$|\d{4}\.?$/.test(text)) return undefined;
  const isSpeaker = /^\S+\.$/.test(text);
  return isSpeaker || SENTENCES.test(text) ? undefined : 'capitals';
}

/** A title stands before text, before a further line of the title, never at the end. */
function hasTextAfter(tree: Root, index: number): boolean {
  const after = tree.children.slice(index + 1).find(({ type }) => type !== 'html' && type !== 'definition');
  return after !== undefined && after.type !== 'thematicBreak' && after.type !== 'footnoteDefinition';
}

/** Bare numerals alone on their lines are headings if together they count up from one. */
function provenNumerals(tree: Root): ReadonlySet<Paragraph> {
  const found: { node: Paragraph; value: number }[] = [];
  for (const node of tree.children) {
    if (node.type !== 'paragraph') continue;
    const text = headingText(node.children).trim();
    const label = text.length <= 8 ? chapterLabel(text) : undefined;
    if (label?.value !== undefined && label.division === '' && text.slice(label.length) === '')
      found.push({ node, value: label.value });
  }
  const proven = new Set<Paragraph>();
  for (const [index, { node, value }] of found.entries()) {
    const isNext = value === (found[index - 1]?.value ?? 0) + 1;
    const isFirst = value === 1 && found[index + 1]?.value === 2;
    if (isFirst || (isNext && value > 1)) proven.add(node);
  }
  return proven;
}

/** What stands before a found heading. */
interface Sequence {
  readonly levels: ReadonlyMap<Make, number>;
  /** Levels of the labels so far, by the division they name. */
  readonly divisions: Map<string, Heading['depth']>;
  /** The last heading that the source has as one. */
  readonly last: Heading | undefined;
  readonly before: RootContent | undefined;
}

function levelOf(make: Make, text: string, { levels, divisions, last, before }: Sequence): Heading['depth'] {
  const division = make === 'label' ? chapterLabel(text)?.division : undefined;
  const sister = division === undefined ? undefined : divisions.get(division);
  if (sister !== undefined) return sister;
  // The title right after its label is on the label's level, so that the two can be joined.
  if (make !== 'label' && before?.type === 'heading' && isOnlyLabel(headingText(before.children).trim()))
    return before.depth;
  const deepest = Math.max(last?.depth ?? 0, ...levels.values());
  const depth = Math.min(6, levels.get(make) ?? deepest + 1) as Heading['depth'];
  if (division !== undefined) divisions.set(division, depth);
  return depth;
}

function isOnlyBold({ children }: Paragraph): boolean {
  const shown = children.filter(
    (child) =>
      !(child.type === 'text' && /^[\s*†‡]*$/.test(child.value)) && child.type !== 'footnoteReference',
  );
  return shown.length > 0 && shown.every(({ type }) => type === 'strong');
}

/** Bold says nothing more in a heading that is bold from end to end. */
function unwrapBold(heading: Heading): void {
  const isBold = isOnlyBold({ type: 'paragraph', children: heading.children });
  if (isBold)
    heading.children = heading.children.flatMap((child) =>
      child.type === 'strong' ? child.children : [child],
    );
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
