import { expect, test } from 'vitest';
import type { BreakInput, BrokenPage } from './break-input.js';
import { breakPages } from './break-pages.js';

const LEADING = 20;
const settings = { height: 10 * LEADING, leading: LEADING, gap: 18, side: 'recto', sink: 0 } as const;

/** Paragraphs of so many lines each, in a single run; those in `loose` can be a line longer or shorter. */
function paragraphs(counts: readonly number[], loose: NonNullable<BreakInput['loose']> = []): BreakInput {
  const lines = counts.flatMap((count) =>
    Array.from({ length: count }, (_, line) => ({
      after: count > 1 && (line === 0 || line === count - 2) ? Number.POSITIVE_INFINITY : 0,
    })),
  );
  return {
    lines: lines.map((line, k) => ({ ...line, top: k * LEADING, bottom: (k + 1) * LEADING })),
    notes: [],
    loose,
  };
}
const ends = (pages: readonly BrokenPage[]) => pages.map(({ to, body }) => [to, body / LEADING]);

test('a page that must end a line early is filled by a paragraph that takes a line more', () => {
  const counts = [4, 5, 3, 9, 9, 9];
  const stiff = breakPages(paragraphs(counts), settings);
  expect(ends(stiff)[0]).toEqual([9, 9]);
  const loose = breakPages(paragraphs(counts, [{ from: 0, to: 4, longer: 10 }]), settings);
  expect(ends(loose)[0]).toEqual([9, 10]);
  expect(loose[0]!.reset).toEqual([{ place: 0, by: 1 }]);
});

test('a last line that has no room comes on the page by a paragraph that saves one', () => {
  const counts = [5, 6];
  expect(ends(breakPages(paragraphs(counts), settings))).toHaveLength(2);
  const loose = breakPages(paragraphs(counts, [{ from: 0, to: 5, shorter: 10 }]), settings);
  expect(ends(loose)).toEqual([[11, 10]]);
});

test('only a place that stands whole on a page wins a line there', () => {
  const counts = [4, 5, 3, 9, 9, 9];
  for (const place of [
    { from: 9, to: 12, longer: 1 },
    { from: 8, to: 10, longer: 1 },
  ])
    expect(ends(breakPages(paragraphs(counts, [place]), settings))[0]).toEqual([9, 9]);
});

test('of the places that could win a line the cheapest does', () => {
  const places = [
    { from: 0, to: 4, longer: 30 },
    { from: 4, to: 9, longer: 10 },
  ];
  const [page] = breakPages(paragraphs([4, 5, 3, 9, 9, 9], places), settings);
  expect(page!.reset).toEqual([{ place: 1, by: 1 }]);
});
