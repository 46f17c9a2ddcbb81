import { nextText, previousText } from '../chunk.js';
import { isBlank, type Line } from '../line.js';
import type { LineRule } from '../rule.js';
import { beginsInside } from '../sentence.js';

const FOLIO = /^[-–—[(\s]*\d{1,4}[-–—\])\s]*$/;
const LONGEST_HEAD = 60;

/** Words in capitals, or words and a wide gap, with a folio beside them. */
const NUMBERED_HEAD =
  /^\d{1,4}(?:\s+(?<after>\P{Ll}+)|\s{3,}\S.*)$|^(?:(?<before>\P{Ll}+?)\s+|.*\S\s{3,})\d{1,4}$/u;

/**
 * What stands between the halves of a sentence where a single page turns: a folio, with or without a head beside it, a
 * head with its folio, or a title that the text has elsewhere. No chapter begins in the middle of a sentence.
 */
export const pageTurns: LineRule = {
  stage: 'lines',
  name: 'page-turns',
  guesses: true,
  apply(lines, { log }) {
    const gone = new Set<number>();
    const opens = new Set<number>();
    lines.forEach((_, at) => {
      const turn = turnAt(at, lines);
      if (!turn) return;
      const after = nextText(turn.at(-1)! + 1, lines);
      // Only the middle of a sentence begins with a small letter.
      if (
        after === undefined ||
        !/^\p{Ll}/u.test(lines[after]!.text.value) ||
        !beginsInside(lines[after]!.text.value)
      )
        return;
      for (const one of turn) gone.add(one);
      opens.add(after);
    });
    if (gone.size === 0) return lines;
    for (const at of gone)
      log.removed(lines[at]!.text, 'folio and head of a page that turns in a sentence', 0.8);
    return lines.flatMap((line, at): Line[] =>
      gone.has(at) ? [] : [opens.has(at) ? { ...line, opensPage: true } : line],
    );
  },
};

/** The lines of furniture that begin here. */
function turnAt(at: number, lines: readonly Line[]): number[] | undefined {
  if (!isAlone(at, lines)) return undefined;
  const { value } = lines[at]!.text;
  const next = nextText(at + 1, lines);
  if (FOLIO.test(value)) return next !== undefined && isHead(next, lines) ? [at, next] : [at];
  if (value.length > LONGEST_HEAD + 30) return undefined;
  // Looked at first: whether a title stands elsewhere costs a walk through the text.
  if (next === undefined || !/^\p{Ll}/u.test(lines[next]!.text.value)) return undefined;
  const before = previousText(at - 1, lines);
  if (before === undefined || !/[\p{L}\p{N},–—-]$/u.test(lines[before]!.text.value)) return undefined;
  const head = NUMBERED_HEAD.exec(value);
  if (head) {
    const words = head.groups?.before ?? head.groups?.after;
    // “12 PERSONS” may be a sign; a head stands across the page, or elsewhere too.
    const isHeadAcross = /\S\s{3,}\S/.test(value) || standsElsewhere(value, lines);
    return isHeadAcross && (words === undefined || /\p{Lu}{2}/u.test(words)) ? [at] : undefined;
  }
  const isTitle = isHead(at, lines) && value === value.toUpperCase() && standsElsewhere(value, lines);
  return isTitle ? [at] : undefined;
}

/** Whether a short line stands in the text again, numbers apart. */
function standsElsewhere(value: string, lines: readonly Line[]): boolean {
  const key = keyOf(value);
  const length = value.replace(/[^\p{L}]/gu, '').length;
  let count = 0;
  for (const { text } of lines)
    if (text.length >= length && text.length <= LONGEST_HEAD && keyOf(text.value) === key) count++;
  return count > 1;
}

const keyOf = (value: string) => value.toLowerCase().replace(/[^\p{L}]/gu, '');

const isAlone = (at: number, lines: readonly Line[]) =>
  !isBlank(lines[at]) && isBlank(lines[at - 1]) && isBlank(lines[at + 1]);

function isHead(at: number, lines: readonly Line[]): boolean {
  const { value } = lines[at]!.text;
  return (
    isAlone(at, lines) && value.length <= LONGEST_HEAD && /^\p{Lu}/u.test(value) && !/[.!?:;,]$/.test(value)
  );
}
