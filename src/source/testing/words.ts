/** The words of a text, counted: letters only, case and hyphens aside, words broken at a line end made whole. */
function countWords(text: string, rejoin = true): Map<string, number> {
  const broken = text
    .replace(/<\/?su[bp]>/g, ' ')
    .normalize('NFKC')
    .replace(/\u00AD/g, '');
  const whole = (rejoin ? broken.replace(/(?<=\p{L})[-‐‑¬]\s*\n\s*(?=\p{L})/gu, '') : broken).replace(
    /(?<=\p{L})[-‐‑](?=\p{L})/gu,
    '',
  );
  const counts = new Map<string, number>();
  for (const [word] of whole.toLowerCase().matchAll(/\p{L}[\p{L}\p{M}]+/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Words of the first text that neither of the others has: `source = result + removals`. */
export function lostWords(source: string, result: string, removed: readonly string[]): string[] {
  const missing = (rejoin: boolean) => {
    const left = countWords(source, rejoin);
    for (const text of [result, removed.join('\n')])
      for (const [word, count] of countWords(text, rejoin)) left.set(word, (left.get(word) ?? 0) - count);
    return [...left].filter(([, count]) => count > 0).map(([word]) => word);
  };
  // A hyphen at a line end may break a word or end one: only what is missing either way is lost.
  const lost = missing(true);
  return lost.length === 0 || missing(false).length === 0 ? [] : lost;
}
