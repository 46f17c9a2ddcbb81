import { endOfChunk, lineEnds, wholeLine } from '../chunk.js';
import { isBlank, type Line, leastIndent, widest } from '../line.js';
import type { ShapeReader, ShapeRule } from '../rule.js';
import { endsSentence } from '../sentence.js';

/** Characters of drawings and rulings. */
const DRAWN = /[+|\\/_=<>^-]{3,}|[|+][^|+]*[|+]|[│┌┐└┘├┤─═║╔╗╚╝]/;
const COLUMNS = /\S(?: {3,}|\t+)\S/;

/** Columns, drawings and code set by spaces keep every space: they become a block in fixed type. */
export const grid: ShapeRule = {
  stage: 'shapes',
  name: 'grid',
  guesses: true,
  recognise(at, reader) {
    const { lines } = reader;
    if (!isBlank(lines[at - 1]) || !isGrid(at, reader)) return undefined;
    let next = endOfChunk(at, lines);
    // A drawing may have blank lines in it.
    for (let more = next; more < lines.length && more - next <= 1; ) {
      if (isBlank(lines[more])) {
        more++;
        continue;
      }
      if (!isGrid(more, reader)) break;
      next = endOfChunk(more, lines);
      more = next;
    }
    const rows = lines.slice(at, next);
    const margin = leastIndent(rows);
    const whole = rows.map((row) => {
      const text = wholeLine(row);
      const lead = /^[ \t]*/.exec(text.value)![0];
      return lead.includes('\t') ? text : text.slice(Math.min(margin, lead.length));
    });
    return { blocks: [{ type: 'preformatted', form: 'fence', lines: whole }], next };
  },
};

function isGrid(at: number, reader: ShapeReader): boolean {
  const { lines, dialect, layout } = reader;
  const chunk = lines.slice(at, endOfChunk(at, lines));
  if (dialect === 'markdown' && chunk.some(({ text }) => /^\|.*\|$/.test(text.value))) return false;
  const share = (test: (line: Line) => boolean) => chunk.filter(test).length / chunk.length;
  const drawn = share(({ text }) => DRAWN.test(text.value));
  if (chunk.length >= 2 && drawn >= 0.6 && share(({ text }) => letterShare(text.value) < 0.6) >= 0.5)
    return true;
  // A drawing of boxes and strokes: few letters, wide gaps, nothing that a sentence has.
  const strokes = share(({ text }) => letterShare(text.value) < 0.4 && /[\\/|+_<>^]/.test(text.value));
  const loose = share(({ text }) => COLUMNS.test(text.value) || letterShare(text.value) < 0.4);
  if (chunk.length >= 3 && strokes >= 0.25 && loose >= 0.6) return true;
  if (isSetOff(chunk, reader)) return true;
  const [only] = chunk;
  if (chunk.length < 2 && layout.outlined && only!.indent >= layout.margin + 2 && isRow(only!.text.value))
    return true;
  if (chunk.length < 2)
    return (
      layout.wrapped &&
      DRAWN.test(chunk[0]!.text.value) &&
      letterShare(chunk[0]!.text.value) < 0.4 &&
      COLUMNS.test(chunk[0]!.text.value)
    );
  return share(({ text }) => COLUMNS.test(text.value)) >= 0.7 && columnsAlign(chunk);
}

/** Lines of programs, grammars and commands. */
const CODE =
  /[{}]$|[=()[\]+].*;$|^\w+;$|^(?:\/\*|\*\/|\/\/|#\s*(?:include|define|if|ifdef|endif)\b|typedef\b|struct\b|\$ |>>> )|^(?:\}\s*)?(?:if|for|while|else|return|switch|case|do|def|function)\b.*[({:]|^[\w.[\]-]+\s+(?:::=|:=|=|->|<-)\s/;
/** A rule under the heads of columns. */
const RULED = /^[-=]{1,}(?:\s+[-=]{1,})+$/;

/** Code and tables that stand apart from the text by their indent. */
function isSetOff(chunk: readonly Line[], { layout }: ShapeReader): boolean {
  if (!layout.wrapped || chunk.some((line) => line.indent < layout.margin + 2)) return false;
  if (chunk.length >= 3 && chunk.some(({ text }) => RULED.test(text.value))) return true;
  const code = chunk.filter(({ text }) => CODE.test(text.value)).length;
  if (code >= chunk.length * 0.5 && (chunk.length >= 2 || /[=(].*;$/.test(chunk[0]!.text.value))) return true;
  if (!layout.outlined || chunk.length < 2 || /^[-*•o]\s/.test(chunk[0]!.text.value)) return false;
  const { meant, all } = lineEnds(chunk, Math.min(layout.measure, widest(chunk) + 24));
  const sentences = chunk.filter(({ text }) => endsSentence(text.value)).length;
  return meant >= all * 0.8 && sentences <= 1;
}

/** A formula, or a row of a table that stands alone. */
const isRow = (value: string) =>
  (COLUMNS.test(value) || /\s[=<>]+\s/.test(value)) && !/\p{Ll} \p{Ll}+ \p{Ll}/u.test(value);

function letterShare(value: string): number {
  return value.replace(/[^\p{L}]/gu, '').length / Math.max(1, value.replace(/\s/g, '').length);
}

/** Whether the cells after wide gaps begin, or end, at the same columns in most lines. */
function columnsAlign(chunk: readonly Line[]): boolean {
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  for (const { text, indent } of chunk) {
    for (const { index, 0: gap } of text.value.matchAll(/(?<=\S)(?: {3,}|\t+)(?=\S)/g)) {
      if (gap.includes('\t')) return true;
      const start = indent + index + gap.length;
      const cell = /^\S+(?: \S+)*/.exec(text.value.slice(index + gap.length))![0];
      starts.set(start, (starts.get(start) ?? 0) + 1);
      ends.set(start + cell.length, (ends.get(start + cell.length) ?? 0) + 1);
    }
  }
  return Math.max(0, ...starts.values(), ...ends.values()) >= Math.max(2, chunk.length * 0.5);
}
