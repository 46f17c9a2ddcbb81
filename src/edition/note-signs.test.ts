import { expect, test } from 'vitest';
import { isSign, signOf } from './note-signs.js';

test('signs go round three times, and no two of them are alike', () => {
  expect([1, 2, 6, 7, 18, 19].map(signOf)).toEqual(['*', '†', '¶', '**', '¶¶¶', '19*']);
  const all = Array.from({ length: 200 }, (_, k) => signOf(k + 1));
  expect(new Set(all).size).toBe(200);
  expect(all.every(isSign)).toBe(true);
});

test.each(['1', '12', 'a', 'iv', ''])('%j is no sign', (label) => {
  expect(isSign(label)).toBe(false);
});
