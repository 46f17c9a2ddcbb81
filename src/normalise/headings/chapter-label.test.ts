import { expect, test } from 'vitest';
import { chapterLabel } from './chapter-label.js';
import { looksRoman, romanValue } from './roman-numerals.js';

test.each([
  ['Chapter IV', 'Chapter IV', '', 4],
  ['CHAPTER 12. The Mill', 'CHAPTER 12', 'The Mill', 12],
  ['Chapter the First — The Mill', 'Chapter the First', 'The Mill', undefined],
  ['Part Two: Water', 'Part Two', 'Water', undefined],
  ['IV. The Mill', 'IV', 'The Mill', 4],
  ['XII', 'XII', '', 12],
  ['Chapitre premier', 'Chapitre premier', '', undefined],
  ['Erstes Kapitel\nDas Wasser', 'Erstes Kapitel', 'Das Wasser', undefined],
  ['Глава II. Река', 'Глава II', 'Река', 2],
  ['Rozdział 3', 'Rozdział 3', '', 3],
  ['Act I, Scene 2', undefined],
  ['Section 9.3', undefined],
  ['Chapter 2.1 The Mill', undefined],
  ['Civil War', undefined],
  ['I remember', undefined],
  ['Part of the Truth', undefined],
  ['Book Reviews', undefined],
  ['Mill', undefined],
  ['1914. The War', undefined],
  ['', undefined],
] as const)('%s', (text, label, rest = '', value = undefined) => {
  const found = chapterLabel(text);
  expect(found?.text).toBe(label);
  if (!found) return;
  expect(text.slice(found.length)).toBe(rest);
  expect(found.value).toBe(value);
});

test.each([
  ['I', 1],
  ['IV', 4],
  ['XIX', 19],
  ['MCMXIV', 1914],
  ['IIII', undefined],
  ['IC', undefined],
  ['', undefined],
])('numeral %s', (numeral, value) => {
  expect(romanValue(numeral)).toBe(value);
});

test('words that could be numerals are words', () => {
  expect(['XIV', 'VI', 'MIX', 'CIVIC', 'LIV'].filter(looksRoman)).toEqual(['XIV', 'VI']);
});
