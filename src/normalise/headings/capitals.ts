/** Whether a line is all in capitals: letters, at least two, none of them small. */
export function isAllCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.length >= 2 && /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}
