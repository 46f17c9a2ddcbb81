import { expect, test } from 'vitest';
import { countedAs, roman } from './numbering.js';

test('writes roman numerals', () => {
  expect([1, 4, 9, 14, 40, 49, 1994].map(roman)).toEqual(['i', 'iv', 'ix', 'xiv', 'xl', 'xlix', 'mcmxciv']);
});

test('counts pages without folios with those after them, and at the end with those before', () => {
  expect(countedAs(['none', 'roman', 'none', 'arabic', 'none'])).toEqual([
    'roman',
    'roman',
    'arabic',
    'arabic',
    'arabic',
  ]);
});
