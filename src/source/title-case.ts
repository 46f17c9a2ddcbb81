const SMALL = new Set(
  'a an and as at but by for from in into nor of on or the to up with de du des la le les et en und der die das von zu'.split(
    ' ',
  ),
);

/** Sets a title in capitals as a title is written; one in mixed letters comes back as it is. */
export function titleCase(title: string, language = 'en'): string {
  if (title !== title.toUpperCase() || title === title.toLowerCase()) return title;
  const english = language.startsWith('en');
  let isFirst = true;
  return title.replace(/[\p{L}\p{M}’']+/gu, (word, index: number) => {
    const first = isFirst || /[:.!?—]\s*["“'‘]?$/.test(title.slice(Math.max(0, index - 3), index));
    isFirst = false;
    if (
      /^[IVXLC]+$/.test(word) &&
      word !== 'I' &&
      /^(?:M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))$/.test(word)
    )
      return word;
    const low = word.toLowerCase();
    if (!first && (SMALL.has(low) || !english)) return low;
    return low.replace(/^[’']?\p{L}/u, (letter) => letter.toUpperCase());
  });
}
