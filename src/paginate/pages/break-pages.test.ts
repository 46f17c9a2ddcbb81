import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BreakInput, BreakSettings, BrokenPage, FootNote, TextLine } from './break-input.js';
import { breakPages } from './break-pages.js';

const LEADING = 20;
const settings: BreakSettings = { height: 20 * LEADING, leading: LEADING, gap: 12, side: 'recto', sink: 0 };

/** Paragraphs of these numbers of lines, with notes of these heights called from these lines. */
function text(
  paragraphs: readonly number[],
  calls: readonly (readonly [line: number, lines: number])[] = [],
): BreakInput {
  const lines: TextLine[] = [];
  for (const count of paragraphs)
    for (let k = 0; k < count; k++) {
      const top = lines.length * LEADING;
      const inside = k < count - 1 && (k + 1 < 2 || count - k - 1 < 2);
      lines.push({ top, bottom: top + LEADING, after: inside ? Number.POSITIVE_INFINITY : 0 });
    }
  const notes: FootNote[] = calls
    .map(([line, count]) => ({
      line: Math.min(line, lines.length - 1),
      bottoms: Array.from({ length: count }, (_, k) => (k + 1) * 15),
    }))
    .sort((a, b) => a.line - b.line);
  return { lines, notes };
}

/**
 * What holds of every way to break: nothing lost, doubled or out of order, nothing too full, and every note begins on
 * the page that its call is printed on, but for those in `late`.
 */
function check(
  { lines, notes }: BreakInput,
  pages: readonly BrokenPage[],
  limits = settings,
  late: ReadonlySet<number> = new Set(),
) {
  let line = 0;
  const placed = notes.map(() => 0);
  const begins = new Map<number, number>();
  const pageOfNoteLine = notes.map((): number[] => []);
  pages.forEach((page, p) => {
    expect(page.from).toBe(line);
    expect(page.to).toBeGreaterThanOrEqual(page.from);
    expect(page.to > page.from || page.notes.length > 0, 'every page moves text or notes on').toBe(true);
    const foot = page.foot ? page.foot + limits.gap : 0;
    expect(page.body + foot).toBeLessThanOrEqual(limits.height + 0.11);
    let height = 0;
    for (const { note, from, to } of page.notes) {
      expect(from, `note ${note} goes on where it was left`).toBe(placed[note]);
      expect(to).toBeGreaterThan(from);
      if (from === 0) begins.set(note, p);
      for (let k = from; k < to; k++) pageOfNoteLine[note]![k] = p;
      placed[note] = to;
      height += notes[note]!.bottoms[to - 1]! - (from ? notes[note]!.bottoms[from - 1]! : 0);
    }
    expect(page.notes.map(({ note }) => note)).toEqual(
      page.notes.map(({ note }) => note).sort((a, b) => a - b),
    );
    expect(page.foot).toBeCloseTo(height, 5);
    line = page.to;
  });
  expect(line).toBe(lines.length);
  expect(placed).toEqual(notes.map(({ bottoms }) => bottoms.length));
  notes.forEach((note, n) => {
    if (late.has(n)) return;
    const page = note.within
      ? pageOfNoteLine[note.within.note]![note.within.line]
      : pages.findIndex(({ from, to }) => note.line >= from && note.line < to);
    expect(begins.get(n), `note ${n} begins on the page of its call`).toBe(page);
  });
}

const paragraphs = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 60 });
const calls = fc.array(fc.tuple(fc.nat(600), fc.integer({ min: 1, max: 8 })), { maxLength: 40 });

test('places every line and every note once, in order, on pages that hold them, each note on the page of its call', () => {
  fc.assert(
    fc.property(paragraphs, calls, fc.boolean(), (list, notes, verso) => {
      // No more than three calls a line: the lines of a page must be able to hold their notes' beginnings.
      const seen = new Map<number, number>();
      const input = text(
        list,
        notes.filter(([line]) => {
          const count = (seen.get(Math.min(line, list.reduce((a, b) => a + b, 0) - 1)) ?? 0) + 1;
          seen.set(Math.min(line, list.reduce((a, b) => a + b, 0) - 1), count);
          return count <= 3;
        }),
      );
      check(input, breakPages(input, { ...settings, side: verso ? 'verso' : 'recto' }));
    }),
    { numRuns: 300 },
  );
});

/** Lines of any height, as rows of tables and figures are, with calls of notes of any length, and notes in notes. */
const anyBook = fc
  .record({
    lines: fc.array(
      fc.record({
        height: fc.oneof({ weight: 6, arbitrary: fc.constant(1) }, fc.integer({ min: 2, max: 15 })),
        ends: fc.constantFrom(0, 0, 0, 120, Number.POSITIVE_INFINITY),
        forced: fc.oneof({ weight: 30, arbitrary: fc.constant(false) }, fc.constant(true)),
        repeat: fc.constantFrom(0, 0, 0, 30),
      }),
      { minLength: 1, maxLength: 90 },
    ),
    calls: fc.array(
      fc.record({
        line: fc.nat(89),
        count: fc.oneof(
          { weight: 4, arbitrary: fc.integer({ min: 1, max: 9 }) },
          fc.integer({ min: 10, max: 90 }),
        ),
        inner: fc.array(fc.record({ at: fc.nat(80), count: fc.integer({ min: 1, max: 40 }) }), {
          maxLength: 2,
        }),
      }),
      { maxLength: 40 },
    ),
  })
  .map(({ lines, calls }): BreakInput => {
    let top = 0;
    const bottomsOf = (count: number) => Array.from({ length: count }, (_, k) => (k + 1) * 15);
    const notes: FootNote[] = [];
    const sorted = calls
      .map((call) => ({ ...call, line: Math.min(call.line, lines.length - 1) }))
      .sort((a, b) => a.line - b.line);
    for (const { line, count, inner } of sorted) {
      const note = notes.length;
      notes.push({ line, bottoms: bottomsOf(count) });
      const within = inner
        .map((one) => ({ ...one, at: Math.min(one.at, count - 1) }))
        .sort((a, b) => a.at - b.at);
      for (const { at, count: own } of within)
        notes.push({ line, within: { note, line: at }, bottoms: bottomsOf(own) });
    }
    return {
      lines: lines.map(({ height, ends, forced, repeat }) => {
        const line = { top, bottom: top + height * LEADING, after: forced ? 0 : ends, forced, repeat };
        top = line.bottom;
        return line;
      }),
      notes,
    };
  });

/** Notes whose line by itself leaves no room for the first lines of them all, and what those call. */
function withoutRoom({ lines, notes }: BreakInput): Set<number> {
  const late = new Set<number>();
  lines.forEach(({ top, bottom, repeat }, line) => {
    const first = (n: number): number =>
      notes.reduce(
        (sum, { within }, k) => (within?.note === n && within.line === 0 ? sum + first(k) : sum),
        notes[n]!.bottoms[0]!,
      );
    const called = notes.flatMap((note, n) => (note.line === line ? [n] : []));
    const needed = called.filter((n) => !notes[n]!.within).reduce((sum, n) => sum + first(n), 0);
    if (bottom - top + (repeat ?? 0) + needed + settings.gap > settings.height)
      for (const n of called) late.add(n);
  });
  return late;
}

test('begins every note on the page of its call, whatever its line and the notes before it, if the page can hold their first lines', () => {
  fc.assert(
    fc.property(anyBook, (input) => {
      check(input, breakPages(input, settings), settings, withoutRoom(input));
    }),
    { numRuns: 500 },
  );
});

test('carries overleaf what is left of several notes of one line, the first line of each with its call', () => {
  const input = text(
    [3, 6],
    [
      [4, 60],
      [4, 30],
      [4, 2],
    ],
  );
  const pages = breakPages(input, settings);
  check(input, pages);
  const page = pages.find(({ from, to }) => from <= 4 && to > 4)!;
  expect(page.notes.map(({ note, from }) => [note, from])).toEqual([
    [0, 0],
    [1, 0],
    [2, 0],
  ]);
});

test('leaves no widow and no orphan where the text allows it', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 2, max: 14 }), { minLength: 10, maxLength: 60 }), (list) => {
      const input = text(list);
      for (const page of breakPages(input, settings).slice(0, -1))
        expect(input.lines[page.to - 1]!.after).toBeLessThan(Number.POSITIVE_INFINITY);
    }),
  );
});

test('ends facing pages on the same line', () => {
  // Paragraphs of seven lines: few page ends are lawful, and pages of one spread are short together.
  const input = text(Array.from({ length: 60 }, () => 7));
  const pages = breakPages(input, settings);
  const short = pages.map(({ body }) => Math.round((settings.height - body) / LEADING));
  for (let verso = 1; verso + 1 < pages.length - 1; verso += 2) expect(short[verso + 1]).toBe(short[verso]);
});

test('carries a note longer than two pages overleaf, without text pages in between that its notes would miss', () => {
  const input = text(
    [10, 10, 10, 10],
    [
      [3, 70],
      [30, 2],
    ],
  );
  const pages = breakPages(input, settings);
  check(input, pages);
  expect(pages.filter(({ notes }) => notes.some(({ note }) => note === 0)).length).toBeGreaterThanOrEqual(3);
});

test('holds twenty notes of one page', () => {
  const input = text(
    [12, 12],
    Array.from({ length: 20 }, (_, k) => [k % 10, 1] as const),
  );
  const pages = breakPages(input, settings);
  check(input, pages);
  expect(pages[0]!.notes.length).toBeGreaterThanOrEqual(10);
});

test('begins a note that is called in a note on the page where that part of the note stands', () => {
  const input: BreakInput = {
    lines: text([20]).lines,
    notes: [
      { line: 2, bottoms: Array.from({ length: 40 }, (_, k) => (k + 1) * 15) },
      { line: 2, within: { note: 0, line: 30 }, bottoms: [15] },
    ],
  };
  const pages = breakPages(input, settings);
  check(input, pages);
  expect(pages[0]!.notes).toEqual([{ note: 0, from: 0, to: expect.any(Number) }]);
});

test('puts a box that is taller than a page on a page of its own and goes on', () => {
  const lines: TextLine[] = [
    { top: 0, bottom: 20, after: 0 },
    { top: 20, bottom: 900, after: 0 },
    { top: 900, bottom: 920, after: 0 },
  ];
  const pages = breakPages({ lines, notes: [] }, settings);
  expect(pages.map(({ from, to }) => [from, to])).toEqual([
    [0, 1],
    [1, 2],
    [2, 3],
  ]);
});

test('ends a page where a page end is asked for, and repeats the head of a table in its reckoning', () => {
  const lines = text([30]).lines.map((line, k) => ({
    ...line,
    ...(k === 4 ? { forced: true, after: 0 } : { after: 0 }),
    repeat: 40,
  }));
  const pages = breakPages({ lines, notes: [] }, settings);
  expect(pages[0]!.to).toBe(5);
  expect(pages[1]!.body).toBe((pages[1]!.to - pages[1]!.from) * LEADING + 40);
});

test('a box that is half a pixel too high for the page begins the next one', () => {
  const { lines } = text([19]);
  const bottom = settings.height + 0.5;
  const box: TextLine = { top: lines.at(-1)!.bottom + 9.5, bottom, after: 0 };
  const pages = breakPages({ lines: [...lines.slice(0, 19), box], notes: [] }, settings);
  expect(pages.map(({ from, to }) => [from, to])).toEqual([
    [0, 19],
    [19, 20],
  ]);
});
