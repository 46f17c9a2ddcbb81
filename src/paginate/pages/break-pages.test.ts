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

/** What holds of every way to break: nothing lost, doubled or out of order, nothing too full, calls kept. */
function check({ lines, notes }: BreakInput, pages: readonly BrokenPage[], limits = settings) {
  let line = 0;
  let place = { note: 0, line: 0 };
  const begins = new Map<number, number>();
  pages.forEach((page, p) => {
    expect(page.from).toBe(line);
    expect(page.to).toBeGreaterThanOrEqual(page.from);
    expect(page.notesFrom).toEqual(place);
    const moved = page.to > page.from || page.notesTo.note > place.note || page.notesTo.line > place.line;
    expect(moved, 'every page moves text or notes on').toBe(true);
    const foot = page.foot ? page.foot + limits.gap : 0;
    expect(page.body + foot).toBeLessThanOrEqual(limits.height + 0.51);
    for (
      let n = place.line > 0 ? place.note + 1 : place.note;
      n < page.notesTo.note || (n === page.notesTo.note && page.notesTo.line > 0);
      n++
    )
      begins.set(n, p);
    line = page.to;
    place = page.notesTo;
  });
  expect(line).toBe(lines.length);
  expect(place).toEqual({ note: notes.length, line: 0 });
  notes.forEach((note, n) => {
    if (note.within) return;
    const page = pages.findIndex(({ from, to }) => note.line >= from && note.line < to);
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

test('comes to the end of every text, however long its notes are and wherever they are called', () => {
  const long = fc.array(fc.tuple(fc.nat(120), fc.integer({ min: 1, max: 90 })), {
    minLength: 5,
    maxLength: 40,
  });
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 5, maxLength: 15 }),
      long,
      (list, notes) => {
        const input = text(list, notes);
        const pages = breakPages(input, settings);
        expect(pages.at(-1)).toMatchObject({
          to: input.lines.length,
          notesTo: { note: input.notes.length, line: 0 },
        });
        for (const { body, foot } of pages) expect(body + foot).toBeLessThanOrEqual(settings.height + 0.51);
      },
    ),
    { numRuns: 200 },
  );
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
  expect(pages.filter(({ notesTo }) => notesTo.line > 0).length).toBeGreaterThanOrEqual(2);
});

test('holds twenty notes of one page', () => {
  const input = text(
    [12, 12],
    Array.from({ length: 20 }, (_, k) => [k % 10, 1] as const),
  );
  const pages = breakPages(input, settings);
  check(input, pages);
  expect(pages[0]!.notesTo.note).toBeGreaterThanOrEqual(10);
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
  const split = pages.find(({ notesTo }) => notesTo.note === 0 && notesTo.line > 0)!;
  expect(split.notesTo.line).toBeLessThanOrEqual(30);
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
