import type { RandomBook } from './random-book.js';
import type { Piece } from './read-pdf.js';

/** What is wrong with the printed pages of a random book, read back: nothing for good ones. */
export function faultsOfPages(pages: readonly (readonly Piece[])[], { words, calls }: RandomBook): string[] {
  const faults: string[] = [];
  const found = new Map<string, number[]>();
  /** Of words that are divided between lines or pages. */
  const parts = new Set<string>();
  pages.forEach((pieces, page) => {
    let lowestText = Number.POSITIVE_INFINITY;
    let highestNote = 0;
    // Words may be divided between pieces: a line of them is read as one.
    let line = '';
    let lineY = 0;
    const read = () => {
      for (const [word] of line.matchAll(/[a-z]+-?/g)) {
        const known = words.get(word);
        if (!known) {
          parts.add(word);
          continue;
        }
        found.set(word, [...(found.get(word) ?? []), page]);
        if (known.where === 'text') lowestText = Math.min(lowestText, lineY);
        if (known.where === 'note') highestNote = Math.max(highestNote, lineY);
      }
      line = '';
    };
    for (const { text, y } of pieces) {
      if (line === '') lineY = y;
      line += text;
      if (/-\n$/.test(line)) line = line.slice(0, -2);
      else if (/\s$/.test(line)) read();
    }
    read();
    if (highestNote > lowestText) faults.push(`page ${page + 1}: text stands below notes`);
  });
  for (const [word, { where }] of words) {
    const count = found.get(word)?.length ?? 0;
    if (count === 0 && isDivided(word, parts)) continue;
    if (count === 0) faults.push(`lost: ${word} (${where})`);
    if (count > 1 && where !== 'repeated') faults.push(`printed ${count} times: ${word} (${where})`);
  }
  for (const [before, first] of calls) {
    const pagesOfCall = found.get(before) ?? [];
    const [page] = found.get(first) ?? [];
    // Of a word that is divided it is not known where it stands.
    if (page !== undefined && pagesOfCall.length > 0 && !pagesOfCall.includes(page))
      faults.push(`note ${first} begins on page ${page + 1}, called on ${pagesOfCall.map((p) => p + 1)}`);
  }
  return faults;
}

/** Whether a word is printed in two parts, with a hyphen between them or none. */
function isDivided(word: string, parts: ReadonlySet<string>): boolean {
  for (let k = 1; k < word.length; k++) {
    const rest = word.slice(k);
    if (
      (parts.has(`${word.slice(0, k)}-`) || parts.has(word.slice(0, k))) &&
      (parts.has(rest) || isDivided(rest, parts))
    )
      return true;
  }
  return false;
}
