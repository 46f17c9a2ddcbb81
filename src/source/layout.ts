import { isBlank, type Line } from './line.js';
import { outlineOf } from './outline.js';
import { endsSentence } from './sentence.js';

/** How the lines of a text are set: what tells an accidental line end from a meant one. */
export interface Layout {
  /** Lines were broken at a measure, so that a line end means nothing by itself. */
  readonly wrapped: boolean;
  /** Columns of a full line; infinite where lines are not wrapped. */
  readonly measure: number;
  /** Indentation of most lines of the text. */
  readonly margin: number;
  /** Paragraphs begin with an indented line. */
  readonly indentedParagraphs: boolean;
  /** Lines are short and end where clauses end: the whole is a poem. */
  readonly versified: boolean;
  /** The sections are numbered through the text: a report or a standard, in which code is likelier than verse. */
  readonly outlined: boolean;
  /** Share of lines with text that stand before a blank line. */
  readonly blankShare: number;
}

/** Longer lines than this are whole paragraphs, not lines of a page. */
const LONGEST_MEASURE = 132;

/** A sentence that ends and another that begins within a line: common in prose, rare in verse. */
export const MID_LINE_STOP = /\p{Ll}[.!?][”"’]?\d*\s+[“"‘]?\p{Lu}/u;

/** A line that begins an item or a note says nothing of how the line before it ended. */
const ITEM = /^(?:[[({]?\d{1,3}[\])}.:]|[-*•])\s/;

/** Looks at the lengths and indents of all lines. */
export function findLayout(lines: readonly Line[]): Layout {
  const inner: number[] = [];
  const indents = new Map<number, number>();
  let texts = 0;
  let beforeBlank = 0;
  let letters = 0;
  let lettersInLong = 0;
  lines.forEach((line, index) => {
    if (isBlank(line)) return;
    texts++;
    indents.set(line.indent, (indents.get(line.indent) ?? 0) + 1);
    letters += line.text.length;
    if (line.text.length > LONGEST_MEASURE) lettersInLong += line.text.length;
    if (isBlank(lines[index + 1])) beforeBlank++;
    else if (!ITEM.test(lines[index + 1]!.text.value)) inner.push(line.width);
  });
  const ends = { meant: 0, sentences: 0, inside: 0 };
  lines.forEach((line, index) => {
    if (isBlank(line) || isBlank(lines[index + 1]) || ITEM.test(lines[index + 1]!.text.value)) return;
    if (/[,.;:!?…—–][”"’'»)]*$/.test(line.text.value)) ends.meant++;
    if (!line.cutsWord && endsSentence(line.text.value)) ends.sentences++;
    if (MID_LINE_STOP.test(line.text.value)) ends.inside++;
  });
  inner.sort((a, b) => a - b);
  const measure = inner[Math.floor(inner.length * 0.92)] ?? Number.POSITIVE_INFINITY;
  const wrapped =
    inner.length >= 1 &&
    ends.sentences <= inner.length * 0.6 &&
    measure <= LONGEST_MEASURE &&
    measure >= 24 &&
    lettersInLong < letters * 0.3;
  const margin = mostCommon(indents);
  return {
    wrapped,
    measure: wrapped ? measure : Number.POSITIVE_INFINITY,
    margin,
    versified:
      inner.length >= 3 &&
      measure <= 64 &&
      ends.meant >= inner.length * 0.45 &&
      ends.inside <= inner.length * 0.1,
    indentedParagraphs: wrapped && beginsIndented(lines, margin),
    outlined: outlineOf(lines).size > 0,
    blankShare: texts === 0 ? 0 : beforeBlank / texts,
  };
}

/** Whether single lines stand indented by two to eight columns over and over, with the next line at the margin. */
function beginsIndented(lines: readonly Line[], margin: number): boolean {
  let indented = 0;
  let runs = 0;
  for (let at = 0; at + 1 < lines.length; at++) {
    const line = lines[at]!;
    const next = lines[at + 1]!;
    if (isBlank(line) || isBlank(next)) continue;
    runs++;
    const step = line.indent - margin;
    if (step >= 2 && step <= 8 && Math.abs(next.indent - margin) <= 1) indented++;
  }
  return indented >= 3 && indented / Math.max(1, runs) > 0.02;
}

function mostCommon(counts: ReadonlyMap<number, number>): number {
  let best = 0;
  let most = -1;
  for (const [value, count] of counts) {
    if (count > most || (count === most && value < best)) {
      best = value;
      most = count;
    }
  }
  return best;
}
