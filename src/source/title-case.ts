import { isFunctionWord } from './language.js';

const SMALL = new Set(
  'a an and as at but by for from in into nor of on or the to up with de du des la le les et en und der die das von zu'.split(
    ' ',
  ),
);

/**
 * Sets a title in capitals as a title is written; one in mixed letters comes back as it is. In languages other than
 * English a word has the capital that the text gives it in the middle of its sentences; a German title with a word
 * that the text has nowhere else stays in capitals, because the word may be a noun.
 */
export function titleCase(title: string, language = 'en', text = ''): string {
  if (title !== title.toUpperCase() || title === title.toLowerCase()) return title;
  const english = language.startsWith('en');
  const words = english ? [] : (title.match(WORD) ?? []);
  const forms = new Map(words.map((word) => [word, usualForm(word, language, text)]));
  if (language.startsWith('de') && words.slice(1).some((word) => forms.get(word) === undefined)) return title;
  let isFirst = true;
  return title.replace(WORD, (word, index: number) => {
    const first = isFirst || /[:.!?—]\s*["“'‘]?$/.test(title.slice(Math.max(0, index - 3), index));
    isFirst = false;
    if (
      /^[IVXLC]+$/.test(word) &&
      word !== 'I' &&
      /^(?:M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))$/.test(word)
    )
      return word;
    const low = word.toLowerCase();
    if (!first && !english) return forms.get(word) ?? low;
    if (!first && SMALL.has(low)) return low;
    return low.replace(/^[’']?\p{L}/u, (letter) => letter.toUpperCase());
  });
}

const WORD = /[\p{L}\p{M}’']+/gu;

/** How the text writes a word inside its sentences; undefined where it has none. */
function usualForm(word: string, language: string, text: string): string | undefined {
  const low = word.toLowerCase();
  if (isFunctionWord(low, language)) return low;
  const bare = word.replace(/[^\p{L}\p{M}]/gu, '.');
  // In the middle of a sentence: after a small word or a comma.
  const inside = new RegExp(`(?<=\\p{Ll},?\\s)${bare}(?![\\p{L}\\p{M}])`, 'giu');
  const found = [...text.matchAll(inside)]
    .map(([form]) => form)
    .filter((form) => form !== form.toUpperCase());
  if (found.length === 0) return undefined;
  const capitals = found.filter((form) => /^\p{Lu}/u.test(form)).length;
  return capitals * 2 >= found.length ? low.replace(/^\p{L}/u, (letter) => letter.toUpperCase()) : low;
}
