export type Numbering = 'roman' | 'arabic' | 'none';

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** Lower-case roman numerals, for a number from 1. */
export function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [worth, letters] of ROMAN) for (; rest >= worth; rest -= worth) text += letters;
  return text;
}

/**
 * The style that each section's pages are counted in: sections without folios are counted with those after them,
 * and at the end of the book with those before.
 */
export function countedAs(folios: readonly Numbering[]): readonly ('roman' | 'arabic')[] {
  const counted: ('roman' | 'arabic')[] = [];
  for (let k = folios.length - 1; k >= 0; k--) {
    const own = folios[k]!;
    counted[k] = own === 'none' ? (counted[k + 1] ?? lastNumbered(folios, k)) : own;
  }
  return counted;
}

function lastNumbered(folios: readonly Numbering[], from: number): 'roman' | 'arabic' {
  for (let k = from; k >= 0; k--) if (folios[k] !== 'none') return folios[k] as 'roman' | 'arabic';
  return 'arabic';
}
