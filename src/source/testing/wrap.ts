import { createRequire } from 'node:module';
import type { HyphenationFunctionSync } from 'hyphen';
import type { Damage } from './draw-damage.js';
import type { Random } from './random.js';

// The package is CommonJS without a map of its exports.
const { hyphenateSync } = createRequire(import.meta.url)('hyphen/en-gb') as {
  hyphenateSync: HyphenationFunctionSync;
};

/** Lines of a measure, words broken at some of their ends. */
export function wrap(
  text: string,
  kind: Damage,
  random: Random,
  indent = '',
): { lines: string[]; breaks: number } {
  const lines: string[] = [];
  let breaks = 0;
  let line = indent;
  for (const word of text.split(' ')) {
    const gap = line.trim() === '' ? '' : ' ';
    if (line.length + gap.length + word.length <= kind.measure) {
      line += gap + word;
      continue;
    }
    const room = kind.measure - line.length - gap.length - 1;
    const cut = kind.hyphens && random.chance(0.6) ? breakWord(word, room) : undefined;
    if (cut) {
      lines.push(`${line}${gap}${cut.head}-`);
      breaks++;
      line = cut.tail;
    } else {
      if (line.trim() !== '') lines.push(line);
      line = word;
    }
  }
  if (line.trim() !== '') lines.push(line);
  return { lines, breaks };
}

/** Breaks a word at its own hyphen, or else where the patterns allow it. */
function breakWord(word: string, room: number): { head: string; tail: string } | undefined {
  const match = /^([“‘"'(]*)(\p{L}+(?:-\p{L}+)*)(.*)$/u.exec(word);
  if (!match || match[2]!.length < 6) return undefined;
  const [, lead = '', letters = '', rest = ''] = match;
  const own = letters.lastIndexOf('-', room - lead.length);
  if (own > 1) return { head: lead + letters.slice(0, own), tail: letters.slice(own + 1) + rest };
  if (letters.includes('-')) return undefined;
  let head = '';
  let best: number | undefined;
  for (const part of hyphenateSync(letters, { minWordLength: 6 }).split('\u00AD')) {
    if (head.length >= 2 && lead.length + head.length <= room && letters.length - head.length >= 3)
      best = head.length;
    head += part;
  }
  return best === undefined
    ? undefined
    : { head: lead + letters.slice(0, best), tail: letters.slice(best) + rest };
}
