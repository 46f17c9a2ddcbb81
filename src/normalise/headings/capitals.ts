/** Whether a line is all in capitals: letters, at least two, none of them small or of a script without capitals. */
export function isAllCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.length >= 2 && /\p{Lu}/u.test(text) && !/[\p{Ll}\p{Lo}]/u.test(text);
}
