import { endOfChunk } from './chunk.js';
import { isBlank, type Line } from './line.js';

/** `3.`, `3.2`, `3.2.1.` and a title; a printed contents has leaders and pages besides. */
const NUMBERED = /^(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+["“‘'(]?\p{Lu}/u;
/** Leaders and columns: a printed contents, a table, a drawing. */
const APART = /\.{3,}|(?:\s\.){3,}|\S\s{3,}\S|--|[<>|]/;
/** More lines than this that look like titles are not compared with each other. */
const MOST = 3000;
const LONGEST_TITLE = 80;
/** Fewer numbers than these prove nothing. */
const FEWEST = 4;
/** Lines with text from one number to the next, on the average, where there are no numbers of a second level. */
const LINES_BETWEEN = 5;

const known = new WeakMap<readonly Line[], ReadonlySet<number>>();

/**
 * The lines that number the sections of a text: `1.`, `1.1`, `1.2`, `2.` … in order from the first to the last.
 * Items of lists are numbered too, but they do not go on over the whole text, nor on two levels.
 */
export function outlineOf(lines: readonly Line[]): ReadonlySet<number> {
  let outline = known.get(lines);
  if (!outline) {
    outline = findOutline(lines);
    known.set(lines, outline);
  }
  return outline;
}

interface Candidate {
  readonly at: number;
  readonly number: readonly number[];
}

function findOutline(lines: readonly Line[]): ReadonlySet<number> {
  const candidates: Candidate[] = [];
  lines.forEach((line, at) => {
    const match = NUMBERED.exec(line.text.value);
    if (!match || !isBlank(lines[at - 1]) || !isTitle(at, lines)) return;
    candidates.push({ at, number: match[1]!.split('.').map(Number) });
  });
  const best = longestChain(candidates.slice(0, MOST));
  return isOutline(best, lines) ? new Set(best.map(({ at }) => at)) : new Set();
}

/** A line alone, or two of which the second goes on in the title. */
function isTitle(at: number, lines: readonly Line[]): boolean {
  const end = endOfChunk(at, lines);
  const value = lines
    .slice(at, end)
    .map(({ text }) => text.value)
    .join(' ');
  return (
    end - at <= 2 &&
    value.length <= LONGEST_TITLE &&
    !/[.,;:]$/.test(value) &&
    !APART.test(value.replace(NUMBERED, 'A'))
  );
}

/** The longest series of numbers that follow each other, from a first one on. */
function longestChain(candidates: readonly Candidate[]): Candidate[] {
  const lengths: number[] = [];
  const before: (number | undefined)[] = [];
  let longest = 0;
  let last: number | undefined;
  for (const [at, { number }] of candidates.entries()) {
    lengths[at] = number.length === 1 && number[0]! <= 1 ? 1 : 0;
    for (let other = at - 1; other >= 0; other--) {
      const length = lengths[other]!;
      if (length === 0 || length < lengths[at]! || !follows(number, candidates[other]!.number)) continue;
      lengths[at] = length + 1;
      before[at] = other;
    }
    if (lengths[at]! > longest) {
      longest = lengths[at]!;
      last = at;
    }
  }
  const chain: Candidate[] = [];
  for (let at = last; at !== undefined; at = before[at]) chain.unshift(candidates[at]!);
  return chain;
}

/** Whether a section’s number can come after another’s: its first child, or the next of it or of those it stands in. */
function follows(number: readonly number[], before: readonly number[]): boolean {
  const level = number.length;
  const shared = number
    .slice(0, Math.min(level - 1, before.length))
    .every((part, index) => part === before[index]);
  // The title of a section, or of the first in it, may be damaged, or run into its text.
  if (level > before.length)
    return shared && level <= before.length + 2 && number.slice(before.length).every((part) => part <= 2);
  const last = number[level - 1]!;
  // One number may be missing: its line was damaged, or is no title.
  const step = last - before[level - 1]!;
  return shared && (step === 1 || step === 2);
}

function isOutline(chain: readonly Candidate[], lines: readonly Line[]): boolean {
  if (chain.length < FEWEST) return false;
  const deep = chain.filter(({ number }) => number.length > 1).length;
  const between = lines.slice(chain[0]!.at, chain.at(-1)!.at).filter((line) => !isBlank(line)).length;
  return between >= chain.length * (deep >= 2 ? 2 : LINES_BETWEEN);
}
