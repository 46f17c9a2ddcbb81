import { expect, test } from 'vitest';
import { nearestName } from './nearest-name.js';

test.each([
  ['vers', 'verse'],
  ['epigrpah', 'epigraph'],
  ['Verse', 'verse'],
  ['potato', undefined],
])('for %s it suggests %s', (name, expected) => {
  expect(nearestName(name, ['verse', 'epigraph', 'letter'])).toBe(expected);
});
