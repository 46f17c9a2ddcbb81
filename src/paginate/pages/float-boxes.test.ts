import { expect, test } from 'vitest';
import type { Measured, MeasuredBlock } from '../measured.js';
import { floatBoxes } from './float-boxes.js';
import { makeRuns } from './runs.js';

const LEADING = 20;
const HEIGHT = 20 * LEADING;
const settings = { height: HEIGHT, leading: LEADING, gap: 18, side: 'recto', sink: 0 } as const;

/** Paragraphs by their lines, and pictures by their heights in lines (below 0). */
function measuredOf(parts: readonly number[]): Measured {
  const blocks: MeasuredBlock[] = [];
  const boxes: Measured['boxes'][number][] = [];
  let y = 0;
  parts.forEach((part, k) => {
    const lines = Math.abs(part);
    const top = part < 0 ? y + LEADING / 2 : y;
    const step = part < 0 ? [lines] : Array.from({ length: lines }, (_, line) => line + 1);
    const bottoms = step.map((line) => top + line * LEADING);
    blocks.push({ kind: part < 0 ? 'whole' : 'text', top, bottoms });
    if (part < 0) {
      const next = parts.slice(k + 1).findIndex((other) => other < 0);
      const after = next < 0 ? parts.length - k - 1 : next;
      boxes.push({ from: k, to: k + 1, floats: Math.max(0, after - 1) });
    }
    y = bottoms.at(-1)! + (part < 0 ? LEADING / 2 : 0);
  });
  const section = { opening: 'any', folios: 'arabic', late: false } as const;
  return {
    sections: [{ ...section, id: 'one', top: 0, from: 0, to: blocks.length }],
    blocks,
    boxes,
    notes: [],
    calls: [],
    anchors: [],
    noteAnchors: [],
    overflows: [],
  };
}
const floated = (parts: readonly number[]) => {
  const measured = measuredOf(parts);
  const [run] = makeRuns(measured, HEIGHT, LEADING);
  return floatBoxes(run!, measured, settings);
};

test('a picture that has no room goes behind the paragraphs that fill its page', () => {
  const { run, pages, moves } = floated([6, 6, -12, 4, 4, 6, 6, 6, 6, 6]);
  expect(moves).toEqual([{ box: 0, past: 2 }]);
  expect([...new Set(run.blockOf)]).toEqual([0, 1, 3, 4, 2, 5, 6, 7, 8, 9]);
  expect(pages[0]!.body).toBeGreaterThan(HEIGHT - 2.5 * LEADING);
  // Lines follow each other as before, and nothing is lost.
  const { lines } = run.input;
  expect(lines).toHaveLength(
    measuredOf([6, 6, -12, 4, 4, 6, 6, 6, 6, 6]).blocks.flatMap((b) => b.bottoms).length,
  );
  for (let k = 1; k < lines.length; k++)
    expect(lines[k]!.top - lines[k - 1]!.bottom).toBeCloseTo(
      run.blockOf[k] !== run.blockOf[k - 1] && (run.blockOf[k] === 2 || run.blockOf[k - 1] === 2)
        ? LEADING / 2
        : 0,
    );
});

test('a picture that has room stays, and so does one that could only go behind another', () => {
  expect(floated([6, -6, 4, 6, 6, 6]).moves).toEqual([]);
  expect(floated([6, 6, -12, 4, -5, 6, 6, 6]).moves.filter(({ box }) => box === 0)).toEqual([]);
});
