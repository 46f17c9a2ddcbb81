import { nextText } from '../chunk.js';
import { isBlank, type Line } from '../line.js';
import type { LineRule } from '../rule.js';
import { beginsInside } from '../sentence.js';

const FOLIO = /^[-–—[(\s]*\d{1,4}[-–—\])\s]*$/;
const LONGEST_HEAD = 60;

/** A lone folio, with or without a head beside it, between the halves of a sentence: the turn of a single page. */
export const pageTurns: LineRule = {
  stage: 'lines',
  name: 'page-turns',
  guesses: true,
  apply(lines, { log }) {
    const gone = new Set<number>();
    const opens = new Set<number>();
    lines.forEach((line, at) => {
      if (!isAlone(at, lines) || !FOLIO.test(line.text.value)) return;
      const turn = [at];
      let after = nextText(at + 1, lines);
      if (after !== undefined && isHead(after, lines)) {
        turn.push(after);
        after = nextText(after + 1, lines);
      }
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

const isAlone = (at: number, lines: readonly Line[]) =>
  !isBlank(lines[at]) && isBlank(lines[at - 1]) && isBlank(lines[at + 1]);

function isHead(at: number, lines: readonly Line[]): boolean {
  const { value } = lines[at]!.text;
  return (
    isAlone(at, lines) && value.length <= LONGEST_HEAD && /^\p{Lu}/u.test(value) && !/[.!?:;,]$/.test(value)
  );
}
