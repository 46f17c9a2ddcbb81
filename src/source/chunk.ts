import { isFunctionWord } from './language.js';
import type { Layout } from './layout.js';
import { isBlank, type Line, widest } from './line.js';
import type { MappedText } from './mapped-text.js';
import type { ShapeReader } from './rule.js';
import { endsSentence } from './sentence.js';

/** The line after the last of the lines that stand together with `at`, without a blank line between. */
export function endOfChunk(at: number, lines: readonly Line[]): number {
  let next = at;
  while (!isBlank(lines[next])) next++;
  return next;
}

export function nextText(at: number, lines: readonly Line[]): number | undefined {
  for (let next = at; next < lines.length; next++) if (!isBlank(lines[next])) return next;
  return undefined;
}

export function previousText(at: number, lines: readonly Line[]): number | undefined {
  for (let previous = at; previous >= 0; previous--) if (!isBlank(lines[previous])) return previous;
  return undefined;
}

/**
 * Whether the line ended although the first word of the next would have fitted in the measure: somebody meant the
 * line to end there.
 */
export function endsShort(line: Line, next: Line, measure: number): boolean {
  if (line.cutsWord) return false;
  const word = /^\S*/.exec(next.text.value)![0].length;
  return line.width + 1 + word <= measure * 0.96 - 1;
}

/** The measure of a group of lines: that of the text, or their own where they are set narrower. */
export function measureOf(lines: readonly Line[], layout: Layout): number {
  return lines.length >= 3 && lines.every((line) => line.indent >= layout.margin + 2)
    ? Math.min(layout.measure, widest(lines))
    : layout.measure;
}

/** How the lines of a chunk end: by the measure, or because somebody meant it. */
export function lineEnds(
  lines: readonly Line[],
  measure: number,
): { meant: number; open: number; all: number } {
  let meant = 0;
  let open = 0;
  for (let at = 0; at + 1 < lines.length; at++) {
    if (!endsShort(lines[at]!, lines[at + 1]!, measure)) continue;
    meant++;
    if (!endsSentence(lines[at]!.text.value)) open++;
  }
  return { meant, open, all: Math.max(1, lines.length - 1) };
}

/** Whether a line ends on a word after which no sentence ends: “of the”. */
export function endsOnFunctionWord(value: string, { lexicon }: ShapeReader): boolean {
  const word = /(\p{L}+)$/u.exec(value)?.[1];
  return word !== undefined && isFunctionWord(word, lexicon.language ?? 'en');
}

/** The line with the white space that it had before its first word. */
export function wholeLine(line: Line): MappedText {
  return line.lead === '' ? line.text : line.text.splice(0, 0, line.lead);
}
