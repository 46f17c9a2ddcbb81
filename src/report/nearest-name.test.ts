import { expect, test } from 'vitest';
import { editDistance, nearestName } from './nearest-name.js';

test.each([
  ['vers', 'verse'],
  ['epigrpah', 'epigraph'],
  ['Verse', 'verse'],
  ['potato', undefined],
])('for %s it suggests %s', (name, expected) => {
  expect(nearestName(name, ['verse', 'epigraph', 'letter'])).toBe(expected);
});

test('a swap of neighbours is one step', () => {
  expect(editDistance('ab', 'ba')).toBe(1);
  expect(editDistance('kitten', 'sitting')).toBe(3);
});
