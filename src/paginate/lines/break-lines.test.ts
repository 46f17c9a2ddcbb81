import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BreakPoints, breakLines, type LineShape } from './break-lines.js';

const SPACE = 4;
const HYPHEN = 3;

/** A paragraph of words, each of syllables with these widths. */
function paragraph(words: readonly (readonly number[])[]): BreakPoints & { syllables: boolean[] } {
  const points = {
    end: [] as number[],
    next: [] as number[],
    spaceEnd: [] as number[],
    spaceNext: [] as number[],
    hyphen: [] as number[],
    penalty: [] as number[],
    syllables: [] as boolean[],
  };
  let at = 0;
  let spaces = 0;
  const add = (next: number, spaceNext: number, hyphen: number, penalty: number) => {
    points.end.push(at);
    points.next.push(next);
    points.spaceEnd.push(spaces);
    points.spaceNext.push(spaceNext);
    points.hyphen.push(hyphen);
    points.penalty.push(penalty);
    points.syllables.push(hyphen > 0);
  };
  words.forEach((word, w) => {
    word.forEach((width, k) => {
      at += width;
      if (k < word.length - 1) add(at, spaces, HYPHEN, 50);
    });
    if (w < words.length - 1) {
      add(at + SPACE, spaces + SPACE, 0, 0);
      at += SPACE;
      spaces += SPACE;
    }
  });
  add(at, spaces, 0, 0);
  return points;
}

const shape: LineShape = { width: 200, indent: 12, stretch: 0.6, shrink: 0.28, shortest: 20 };
const words = fc.array(fc.array(fc.integer({ min: 4, max: 24 }), { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 120,
});

function linesOf(points: BreakPoints, breaks: readonly number[]) {
  const last = points.end.length - 1;
  let a = -1;
  return [...breaks, last].map((b) => {
    const natural = points.end[b]! + points.hyphen[b]! - (a < 0 ? -shape.indent : points.next[a]!);
    const spaces = points.spaceEnd[b]! - (a < 0 ? 0 : points.spaceNext[a]!);
    const line = { natural, spaces, hyphen: points.hyphen[b]! > 0, last: b === last };
    a = b;
    return line;
  });
}

test('sets every line within the limits of its spaces, with three hyphens in a row at most', () => {
  fc.assert(
    fc.property(words, fc.constantFrom(1, 2.5, 1000), (list, tolerance) => {
      const points = paragraph(list);
      const breaks = breakLines(points, shape, tolerance);
      if (!breaks) return;
      expect([...breaks].sort((a, b) => a - b)).toEqual(breaks);
      expect(new Set(breaks).size).toBe(breaks.length);
      let ladder = 0;
      for (const { natural, spaces, hyphen, last } of linesOf(points, breaks)) {
        expect(natural - spaces * shape.shrink).toBeLessThanOrEqual(shape.width + 1e-9);
        if (!last)
          expect(natural + spaces * shape.stretch * tolerance).toBeGreaterThanOrEqual(shape.width - 0.5);
        ladder = hyphen ? ladder + 1 : 0;
        expect(ladder).toBeLessThanOrEqual(3);
      }
    }),
  );
});

test('is never worse than setting each line as full as it goes', () => {
  const demerits = (lines: ReturnType<typeof linesOf>) =>
    lines.reduce((sum, { natural, spaces, last }) => {
      const room = shape.width - natural;
      if (last && room >= 0) return sum + 1;
      const ratio = room / ((spaces || 1e-6) * (room < 0 ? shape.shrink : shape.stretch));
      return sum + (1 + 100 * Math.abs(ratio) ** 3) ** 2;
    }, 0);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 8, max: 40 }), { minLength: 30, maxLength: 90 }), (widths) => {
      const points = paragraph(widths.map((width) => [width]));
      const best = breakLines(points, shape, 1000);
      const greedy: number[] = [];
      for (let b = 0, a = -1; b < points.end.length; b++) {
        const end = points.end[b]! - (a < 0 ? -shape.indent : points.next[a]!);
        if (end > shape.width && b - 1 > a) {
          greedy.push(b - 1);
          a = b - 1;
        }
      }
      // What is added for lines that differ from the one before, and for a short last one, may weigh against it.
      const added = 3000 * (greedy.length + 1) + 20_000;
      expect(demerits(linesOf(points, best!))).toBeLessThanOrEqual(
        demerits(linesOf(points, greedy)) * (1 + 1e-9) + added,
      );
    }),
  );
});

test('leaves no last line of less than a word, and breaks nothing that fits on one line', () => {
  expect(breakLines(paragraph([[50], [60], [40]]), shape, 1)).toEqual([]);
  const breaks = breakLines(paragraph([...Array.from({ length: 9 }, () => [40]), [4]]), shape, 1000)!;
  const lines = linesOf(paragraph([...Array.from({ length: 9 }, () => [40]), [4]]), breaks);
  expect(lines.at(-1)!.natural).toBeGreaterThan(shape.shortest);
});

test('ends no paragraph with the end of a divided word alone', () => {
  // Seven words fill a line but for the second half of the last one.
  const list = [...Array.from({ length: 7 }, () => [24]), [16, 34]];
  const lines = linesOf(paragraph(list), breakLines(paragraph(list), shape, 1000)!);
  expect(lines.at(-2)!.hyphen).toBe(false);
});

test('gives up where a word is wider than the line', () => {
  expect(breakLines(paragraph([[20], [300], [20]]), shape, 1000)).toBeUndefined();
});
