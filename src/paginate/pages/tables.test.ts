import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Measured, MeasuredBlock } from '../measured.js';
import { breakPages } from './break-pages.js';
import { makeRuns } from './runs.js';

const LEADING = 20;
const HEIGHT = 30 * LEADING;

/** What a text is made of: a paragraph of so many lines, or a table of so many rows of so many lines. */
type Part = { readonly lines: number } | { readonly rows: readonly number[]; readonly caption: boolean };

function measuredOf(parts: readonly Part[]): Measured {
  const blocks: MeasuredBlock[] = [];
  let top = 0;
  const add = (kind: MeasuredBlock['kind'], bottoms: number[], inside: Partial<MeasuredBlock> = {}) => {
    blocks.push({ kind, top, bottoms, ...inside });
    top = bottoms[bottoms.length - 1]!;
  };
  parts.forEach((part, table) => {
    if ('lines' in part) {
      const from = top;
      add(
        'text',
        Array.from({ length: part.lines }, (_, k) => from + (k + 1) * LEADING),
      );
      return;
    }
    if (part.caption) add('text', [top + LEADING], { table });
    add('head-row', [top + LEADING], { table, repeat: LEADING });
    for (const row of part.rows) add('row', [top + row * LEADING], { table, repeat: LEADING });
  });
  const section = { id: 'one', opening: 'any', folios: 'arabic', late: false, top: 0 } as const;
  return {
    sections: [{ ...section, from: 0, to: blocks.length }],
    blocks,
    boxes: [],
    notes: [],
    calls: [],
    anchors: [],
    noteAnchors: [],
    overflows: [],
  };
}

/** The blocks before and after each page end that cuts through a table, and what they are in it. */
function cutsOf(measured: Measured) {
  const [run] = makeRuns(measured, HEIGHT, LEADING);
  const pages = breakPages(run!.input, {
    height: HEIGHT,
    leading: LEADING,
    gap: 12,
    side: 'recto',
    sink: run!.sink,
  });
  expect(pages.at(-1)!.to).toBe(run!.input.lines.length);
  for (const page of pages) expect(page.body).toBeLessThanOrEqual(HEIGHT + 0.51);
  return pages.slice(0, -1).flatMap(({ to }) => {
    const [last, next] = [run!.blockOf[to - 1]!, run!.blockOf[to]!];
    const { kind, table } = measured.blocks[last]!;
    if (table === undefined || measured.blocks[next]!.table !== table) return [];
    const own = measured.blocks.filter((block) => block.table === table);
    return [
      {
        kind,
        height: own.at(-1)!.bottoms.at(-1)! - own[0]!.top,
        rowsBefore: own.filter((block) => block.kind === 'row' && block.top <= measured.blocks[last]!.top)
          .length,
        rowsAfter: own.filter((block) => block.top >= measured.blocks[next]!.top).length,
        repeats: run!.input.lines[to]!.repeat !== undefined,
      },
    ];
  });
}

const part: fc.Arbitrary<Part> = fc.oneof(
  fc.record({ lines: fc.integer({ min: 1, max: 14 }) }),
  fc.record({
    rows: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 60 }),
    caption: fc.boolean(),
  }),
);

test('a page ends in a table only where it is long, between two rows, with two of them on either side', () => {
  let cuts = 0;
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 24 }), (parts) => {
      for (const cut of cutsOf(measuredOf(parts))) {
        cuts++;
        expect(cut.kind).toBe('row');
        expect(cut.height).toBeGreaterThan(HEIGHT * 0.25);
        expect(cut.rowsBefore).toBeGreaterThan(1);
        expect(cut.rowsAfter).toBeGreaterThan(1);
        expect(cut.repeats).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
  expect(cuts).toBeGreaterThan(0);
});

test('a small table goes to the next page with its caption, a long one begins where it is', () => {
  const rows = (count: number) => Array.from({ length: count }, () => 1);
  const before = { lines: 24 };
  expect(cutsOf(measuredOf([before, { rows: rows(5), caption: true }, before]))).toEqual([]);
  expect(cutsOf(measuredOf([before, { rows: rows(6), caption: true }, before]))).toHaveLength(1);
});
