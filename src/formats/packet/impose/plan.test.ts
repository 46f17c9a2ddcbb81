import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { POINTS_PER_MM } from '../../../config/lengths.js';
import { foldSheets, type Printed } from './fold-sheets.js';
import { IMPOSE_DEFAULTS, IMPOSED_FOLDS, type ImposeOptions } from './options.js';
import { type Place, type Plan, planImposition, type Side } from './plan.js';

const A4 = { width: 210, height: 297 };
const A5 = { width: 148, height: 210 };
const A6 = { width: 105, height: 148 };
const SRA3 = { width: 320, height: 450 };
const booklet: ImposeOptions = { ...IMPOSE_DEFAULTS, fold: 'booklet', trim: A5, paper: A4 };
const sides = (plan: Plan) => plan.sheets.flatMap(({ front, back }) => [front, back]);
const pagesOf = (side: Side) => side.places.map(({ page }) => page);

const anyOptions = fc
  .record({
    fold: fc.constantFrom(...IMPOSED_FOLDS),
    signature: fc.oneof(
      fc.constant('auto' as const),
      fc.integer({ min: 1, max: 20 }).map((sheets) => 4 * sheets),
    ),
    creep: fc.double({ min: 0, max: 0.15, noNaN: true }),
    gutter: fc.double({ min: 0, max: 10, noNaN: true }),
    duplex: fc.constantFrom(undefined, 'long-edge' as const, 'short-edge' as const),
    binding: fc.constantFrom('left' as const, 'right' as const),
    closing: fc.integer({ min: 0, max: 3 }),
    stack: fc.boolean(),
    marks: fc.boolean(),
    bleed: fc.constantFrom(0, 3),
    paper: fc.constantFrom(SRA3, { width: 450, height: 320 }),
    trim: fc.constantFrom(A5, A6),
  })
  .map(
    ({ duplex, stack, ...rest }): ImposeOptions => ({
      ...rest,
      ...(duplex ? { duplex } : {}),
      stack: stack && rest.fold.endsWith('-up'),
      signature: rest.fold === 'signatures' ? rest.signature : 'auto',
    }),
  );
const pageCount = fc.integer({ min: 1, max: 200 });

/** Folds a plan as if it were printed, and gives the pages in the order in which they are read. */
function folded(plan: Plan) {
  const printed = sides(plan).map((side) => ({
    ...plan.paper,
    drawn: side.places
      .filter(({ page }) => page !== null)
      .map(({ page, trim, turned }): Printed & { page: number } => ({
        page: page!,
        x: trim.x + trim.width / 2,
        y: trim.y + trim.height / 2,
        turned,
      })),
  }));
  const { fold, binding, stack } = plan.options;
  return foldSheets(printed, { fold, binding, stack, duplex: plan.duplex, signature: plan.signature });
}

describe('every plan', () => {
  test('reads as the pages when its sheets are printed, folded and cut', () => {
    fc.assert(
      fc.property(pageCount, anyOptions, (pages, options) => {
        const plan = planImposition(pages, options);
        const read = folded(plan);
        expect(read.length).toBe(pages + plan.blanks);
        expect(read.filter((slot) => slot).map((slot) => slot!.page)).toEqual(
          Array.from({ length: pages }, (_, index) => index + 1),
        );
        const closing = options.closing < pages ? options.closing : 0;
        expect(read.slice(0, pages - closing).every((slot) => slot)).toBe(true);
        expect(read.slice(read.length - closing).every((slot) => slot)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('lays every page at its own size, inside the paper and off its neighbours', () => {
    fc.assert(
      fc.property(pageCount, anyOptions, (pages, options) => {
        const plan = planImposition(pages, options);
        for (const { places } of sides(plan)) {
          for (const { trim } of places) {
            expect(trim.width).toBeCloseTo(options.trim.width * POINTS_PER_MM, 6);
            expect(trim.height).toBeCloseTo(options.trim.height * POINTS_PER_MM, 6);
            expect(trim.x).toBeGreaterThanOrEqual(-1e-6);
            expect(trim.x + trim.width).toBeLessThanOrEqual(plan.paper.width + 1e-6);
          }
          places.forEach((a, index) => {
            for (const b of places.slice(index + 1)) expect(overlap(a, b)).toBeLessThan(1e-6);
          });
        }
      }),
      { numRuns: 200 },
    );
  });

  test('draws marks outside the trim and its bleed, 5 mm from the edges of the sheet', () => {
    fc.assert(
      fc.property(pageCount, anyOptions, (pages, options) => {
        const { paper, sheets } = planImposition(pages, options);
        const edge = 5 * POINTS_PER_MM - 1e-6;
        for (const { trim, crop, folds } of sheets.flatMap(({ front, back }) => [front, back])) {
          if (!options.marks) expect(crop.length + folds.length).toBe(0);
          for (const { from, to } of [...crop, ...folds]) {
            for (const { x, y } of [from, to]) {
              expect(Math.min(x, y, paper.width - x, paper.height - y)).toBeGreaterThanOrEqual(edge);
              const outside = Math.max(
                trim.x - x,
                x - trim.x - trim.width,
                trim.y - y,
                y - trim.y - trim.height,
              );
              expect(outside).toBeGreaterThan(options.bleed * POINTS_PER_MM);
            }
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a booklet', () => {
  test('has partners that add up to N + 1', () => {
    for (let pages = 1; pages <= 200; pages++) {
      const plan = planImposition(pages, booklet);
      const total = pages + plan.blanks;
      expect(total % 4).toBe(0);
      for (const [left, right] of sides(plan).map(pagesOf)) {
        const number = (page: number | null | undefined, partner: number | null | undefined) =>
          page ?? total + 1 - (partner ?? (total + 1) / 2);
        expect(number(left, right) + number(right, left)).toBe(total + 1);
      }
    }
  });

  test('of eight pages is the one that every bookbinder knows', () => {
    expect(sides(planImposition(8, booklet)).map(pagesOf)).toEqual([
      [8, 1],
      [2, 7],
      [6, 3],
      [4, 5],
    ]);
    expect(sides(planImposition(8, { ...booklet, binding: 'right' })).map(pagesOf)).toEqual([
      [1, 8],
      [7, 2],
      [3, 6],
      [5, 4],
    ]);
  });

  test('keeps the back cover at the back', () => {
    expect(sides(planImposition(6, { ...booklet, closing: 1 })).map(pagesOf)).toEqual([
      [6, 1],
      [2, null],
      [null, 3],
      [4, 5],
    ]);
  });

  test('moves inner pages to the fold by the thickness of each sheet round them', () => {
    const plan = planImposition(16, { ...booklet, creep: 0.2 });
    const middle = plan.paper.width / 2;
    plan.sheets.forEach(({ front }, nest) => {
      const [left, right] = front.places;
      const shift = nest * 0.2 * POINTS_PER_MM;
      expect(right!.trim.x).toBeCloseTo(middle - shift, 6);
      expect(left!.trim.x + left!.trim.width).toBeCloseTo(middle + shift, 6);
      expect(left!.clip.x + left!.clip.width).toBeLessThanOrEqual(middle + 1e-6);
      expect(right!.clip.x).toBeGreaterThanOrEqual(middle - 1e-6);
    });
  });

  test('turns its backs for a printer that turns the sheet about the long edge', () => {
    const short = planImposition(4, booklet);
    expect(short.duplex).toBe('short-edge');
    expect(short.sheets[0]!.back.places.map(({ turned }) => turned)).toEqual([false, false]);
    const long = planImposition(4, { ...booklet, duplex: 'long-edge' });
    expect(long.sheets[0]!.back.places.map(({ turned }) => turned)).toEqual([true, true]);
    expect(long.sheets[0]!.front.places.map(({ turned }) => turned)).toEqual([false, false]);
  });

  test('has fold marks where the paper leaves room, and none on paper of just its size', () => {
    expect(planImposition(4, booklet).marked).toBe(false);
    const marked = planImposition(4, { ...booklet, paper: SRA3 });
    expect(marked.marked).toBe(true);
    expect(marked.sheets[0]!.front.folds).toHaveLength(2);
    expect(marked.sheets[0]!.front.crop).toHaveLength(8);
  });
});

describe('signatures', () => {
  const signatures: ImposeOptions = { ...booklet, fold: 'signatures' };
  test.each([
    [3, 4, 1],
    [16, 16, 0],
    [64, 16, 0],
    [84, 28, 0],
    [90, 16, 6],
    [100, 20, 0],
    [121, 16, 7],
  ])('of %i pages have %i pages each and %i blanks', (pages, size, blanks) => {
    expect(planImposition(pages, signatures)).toMatchObject({ signature: size, blanks });
  });

  test('of a fixed size are all of that size', () => {
    const plan = planImposition(50, { ...signatures, signature: 32 });
    expect(plan.sheets.map(({ signature }) => signature)).toEqual([...Array(8).fill(1), ...Array(8).fill(2)]);
    expect(plan.blanks).toBe(14);
  });

  test('never have more blanks than another size between 16 and 80 pages would give', () => {
    for (let pages = 17; pages <= 400; pages++) {
      const best = planImposition(pages, signatures);
      const sizes = Array.from({ length: 17 }, (_, index) => 16 + 4 * index);
      const fewest = Math.min(...sizes.map((size) => Math.ceil(pages / size) * size - pages));
      expect(best.blanks).toBe(fewest);
    }
  });
});

describe('n-up', () => {
  test('reads row by row, or pile by pile when stacked', () => {
    const four = { ...booklet, fold: '4-up' as const, trim: A6 };
    expect(sides(planImposition(8, four)).map(pagesOf)).toEqual([
      [1, 2, 3, 4],
      [5, 6, 7, 8],
    ]);
    expect(sides(planImposition(16, { ...four, stack: true })).map(pagesOf)).toEqual([
      [1, 5, 9, 13],
      [6, 2, 14, 10],
      [3, 7, 11, 15],
      [8, 4, 16, 12],
    ]);
  });
});

describe('what cannot be meant is refused', () => {
  test.each<[string, Partial<ImposeOptions>, RegExp]>([
    ['negative creep', { creep: -0.1 }, /creep of -0\.1 mm, expected 0 mm or more/],
    ['creep that is no number', { creep: Number.NaN }, /creep/],
    ['enormous creep', { creep: 9 }, /more than a tenth/],
    ['a signature of five pages', { fold: 'signatures', signature: 5 }, /multiple of 4/],
    ['a signature without signatures', { signature: 16 }, /for the fold “signatures”/],
    ['a stacked booklet', { stack: true }, /not cut and stacked/],
    [
      'too small a paper',
      { trim: A4 },
      /Paper of 210 × 297 mm is too small: 2 pages of 210 × 297 mm need 420 × 297 mm/,
    ],
    ['too wide a gutter', { gutter: 4 }, /with a gutter of 4 mm/],
  ])('%s', (_, change, message) => {
    expect(() => planImposition(40, { ...booklet, ...change })).toThrow(message);
  });
});

function overlap({ clip: a }: Place, { clip: b }: Place): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.min(width, height);
}
