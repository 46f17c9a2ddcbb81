import { expect, test } from 'vitest';
import type { Face } from '../state.js';
import { HANGING_MARKS } from './hanging-marks.js';
import { wordCuts } from './word-cuts.js';

const width = (text: string) => text.length * 10;
const measurer = { width, parts: () => ({ before: [], after: [] }) };
const face = {} as Face;
const settings = { divisions: undefined, hanging: undefined, isCode: false, widest: 1000 };

test('divides code after its marks, but not after the one that it begins with', () => {
  const { cuts } = wordCuts(':page-mark{name=twelve}', face, measurer, { ...settings, isCode: true });
  expect(cuts.map(({ offset }) => offset)).not.toContain(1);
  expect(cuts.map(({ offset }) => offset)).toContain(':page-mark{name='.length);
});

test('lets the marks of a word hang by a part of their width, first, last, and where it is cut', () => {
  const word = wordCuts('\u201cwell-known,', face, measurer, { ...settings, hanging: HANGING_MARKS });
  expect(word.width).toBe(120);
  expect(word.hangsFirst).toBe(6);
  expect(word.hangsLast).toBe(7);
  expect(word.cuts).toMatchObject([{ offset: 6, end: 54, next: 60, hangs: 6, hangsNext: 0 }]);
});
