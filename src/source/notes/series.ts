import type { Note } from '../block.js';
import { romanNumber } from './label.js';

/** Numbers, letters, stars and starred numbers are series of their own: the places of each among the notes. */
export function seriesIn(notes: readonly Note[]): number[][] {
  const isRoman = notes.some(({ label: { text } }) => text.length > 1 && romanNumber(text) !== undefined);
  const series = new Map<string, number[]>();
  notes.forEach((note, index) => {
    const key = keyOf(note, isRoman);
    series.set(key, [...(series.get(key) ?? []), index]);
  });
  return [...series.values()];
}

function keyOf({ label: { text, form } }: Note, isRoman: boolean): string {
  if (/^\d+\*$/.test(text)) return 'starred';
  if (/^[*†‡§¶|]/.test(text)) return 'symbol';
  // Among ii and iii, i is a number.
  if (isRoman && romanNumber(text) !== undefined) return 'roman';
  if (/^\d|^[lIO]\d*$/.test(text)) return form === 'brace' ? 'braced' : 'number';
  return 'letter';
}
