import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { FAMILIES } from '../../../fonts/families.js';
import { pageGeometry } from '../../../paginate/geometry.js';
import type { LaidPage, Layout } from '../../../paginate/types.js';
import { digitsFont } from './digits-font.js';
import { marginPlan } from './margin-plan.js';

const MM = 96 / 25.4;
const geometry = pageGeometry({
  width: 210 * MM,
  height: 297 * MM,
  top: 120,
  bottom: 120,
  inner: 100,
  outer: 60 * MM,
  size: 16,
  leading: 20,
});

const page = (change: Partial<LaidPage>): LaidPage => ({
  side: 'recto',
  kind: 'text',
  section: 'one',
  label: '1',
  numbering: 'arabic',
  headings: [],
  current: {},
  opened: {},
  ...change,
});
const lines = (count: number, section = 'one') =>
  Array.from({ length: count }, (_, index) => ({ top: 20 * index, section }));
const layout = {
  pages: [
    page({ numbering: 'none' }),
    page({ side: 'verso' }),
    page({ side: 'recto' }),
    page({ side: 'verso', kind: 'blank' }),
  ],
  lines: [lines(9), lines(12), [...lines(3), ...lines(8, 'two'), ...lines(8, 'octavo-sources')], []],
} as unknown as Layout;

const numbersOf = (restart: 'page' | 'chapter', isRtl = false) =>
  marginPlan({ lineNumbers: { every: 5, restart }, wideMargin: false }, layout, geometry, isRtl).map(
    ({ numbers }) => numbers.map(({ number, align, top }) => [number, align, top - geometry.margins.top]),
  );

test('every fifth line has its number in the outer margin, from 1 on each page', () => {
  expect(numbersOf('page')).toEqual([
    [],
    [
      [5, 'right', 80],
      [10, 'right', 180],
    ],
    [
      [5, 'left', 20],
      [10, 'left', 120],
    ],
    [],
  ]);
});

test('or from 1 in each text, over its pages; what Octavo has added is not counted', () => {
  expect(numbersOf('chapter').map((numbers) => numbers.map(([number]) => number))).toEqual([
    [],
    [5, 10],
    [15, 5],
    [],
  ]);
});

test('read from right to left, the outer margin is on the other side', () => {
  expect(numbersOf('page', true)[1]!.map(([, align]) => align)).toEqual(['left', 'left']);
});

test('rules fill the outer margin, 5 mm off the edge and off the text, on pages that are written on', () => {
  const wideMargin = { width: '60mm', rules: true };
  const pages = marginPlan({ lineNumbers: false, wideMargin }, layout, geometry, false);
  expect(pages.map(({ rules }) => rules.length > 0)).toEqual([false, true, true, false]);
  const [rule] = pages[2]!.rules;
  expect(rule!.from).toBeGreaterThan(geometry.sheet.width - geometry.margins.outer);
  expect(geometry.trim.x + geometry.trim.width - rule!.to).toBeGreaterThanOrEqual(5 * MM);
  const steps = pages[2]!.rules.map(({ y }) => y);
  expect(steps[1]! - steps[0]!).toBeGreaterThanOrEqual(7.5 * MM);
  expect((steps[0]! - geometry.margins.top) % geometry.leading).toBeCloseTo(0, 6);
});

test('the digits of a font keep their widths', async () => {
  const { resolve } = createRequire(import.meta.url);
  for (const { name, faces } of FAMILIES) {
    const font = await digitsFont(name, resolve(faces.roman));
    expect(font.widths).toHaveLength(10);
    for (const width of font.widths) expect(width).toBeGreaterThan(200);
    expect(font.sfnt.length).toBeLessThan(12_000);
    expect(font.ascent).toBeGreaterThan(500);
    expect(font.descent).toBeLessThan(0);
  }
});
