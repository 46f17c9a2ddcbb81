const CANONICAL = /^(?=[MDCLXVI])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
const VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };
/** Words, names and abbreviations that would be numerals too. */
const WORDS = new Set([
  'MIX',
  'DI',
  'LI',
  'MI',
  'CIVIC',
  'DIM',
  'MC',
  'MD',
  'DC',
  'CD',
  'CV',
  'MM',
  'CC',
  'VI',
  'LIV',
  'DIX',
]);

/** The value of a numeral in capitals; nothing where it is none. */
export function romanValue(numeral: string): number | undefined {
  if (!CANONICAL.test(numeral)) return undefined;
  let value = 0;
  for (let at = 0; at < numeral.length; at++) {
    const own = VALUES[numeral[at]!]!;
    value += own < (VALUES[numeral[at + 1] ?? ''] ?? 0) ? -own : own;
  }
  return value;
}

/** Whether a word of a line in capitals is a numeral (XIV) rather than a word (MIX). */
export function looksRoman(word: string): boolean {
  return romanValue(word) !== undefined && (word === 'VI' || !WORDS.has(word));
}
