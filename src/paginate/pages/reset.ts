import type { MovedLines, Reset } from '../lines/reset-lines.js';
import type { Measured, MeasuredBlock } from '../measured.js';
import type { BrokenPage } from './break-input.js';
import type { FloatMove } from './float-boxes.js';
import type { Run } from './runs.js';

/** A run and the pages it is broken into. */
export interface BrokenRun {
  readonly run: Run;
  readonly pages: readonly BrokenPage[];
  readonly moves: readonly FloatMove[];
}

/** What the planned pages want to be set otherwise than it was measured. */
export function resetsOf(runs: readonly BrokenRun[]): Reset[] {
  return runs.flatMap(({ run, pages }) =>
    pages.flatMap(({ reset }) => reset.map(({ place, by }) => ({ ...run.looseOf[place]!, by }))),
  );
}

/** What was measured, with the lines of paragraphs as they are set now, and all below what was set anew moved. */
export function measuredAfter(
  measured: Measured,
  resets: readonly Reset[],
  moved: readonly MovedLines[],
  leading: number,
): Measured {
  const byBlock = new Map(moved.map((one) => [one.block, one]));
  const round = (value: number) => Math.round(value * 100) / 100;
  /** What is new above a block. */
  const above = new Map<number, number>();
  const add = (block: number, room: number) => above.set(block, (above.get(block) ?? 0) + room);
  for (const { kind, index, by } of resets) {
    if (kind === 'above') add(index, by * leading);
    if (kind !== 'around') continue;
    const { from, to } = measured.boxes[index]!;
    add(from, (by * leading) / 2);
    add(to, (by * leading) / 2);
  }
  /** How far each block has moved, and at last what comes after all. */
  const shifts: number[] = [];
  let shift = 0;
  const blocks = measured.blocks.map((block, index): MeasuredBlock => {
    shift += above.get(index) ?? 0;
    shifts.push(shift);
    const own = byBlock.get(index);
    const top = round(block.top + shift);
    if (!own)
      return { ...block, top, bottoms: block.bottoms.map((bottom) => round(bottom + shifts[index]!)) };
    const { longer, shorter, hyphens, ...rest } = block;
    const count = block.bottoms.length;
    const pitch = (block.bottoms[count - 1]! - block.top) / count;
    shift += own.by * pitch;
    return {
      ...rest,
      top,
      bottoms: Array.from({ length: count + own.by }, (_, k) => round(top + (k + 1) * pitch)),
      ...(own.hyphens.length ? { hyphens: own.hyphens } : {}),
    };
  });
  shifts.push(shift);
  const calls = new Map(moved.flatMap((one) => one.calls.map(([id, ...at]) => [id, at] as const)));
  const anchors = new Map(moved.flatMap((one) => one.anchors));
  return {
    ...measured,
    blocks,
    sections: measured.sections.map((section) => ({
      ...section,
      top: round(section.top + shifts[section.from]!),
    })),
    calls: measured.calls.map((call) => {
      const own = call.block === undefined ? undefined : byBlock.get(call.block);
      if (!own) return call;
      const at = calls.get(call.id);
      return at
        ? { ...call, line: at[0], x: at[1], y: at[2] }
        : { ...call, line: blocks[own.block]!.bottoms.length - 1 };
    }),
    anchors: measured.anchors.map(([id, block, line]) =>
      byBlock.has(block) ? [id, block, anchors.get(id) ?? line] : [id, block, line],
    ),
  };
}

/** The same pages of a run whose paragraphs are set as its pages want them. */
export function pagesAfter({ run, pages }: Omit<BrokenRun, 'moves'>, now: Run): BrokenPage[] {
  const firstOf = new Map<number, number>();
  const counts = new Map<number, number>();
  now.blockOf.forEach((block, line) => {
    if (!firstOf.has(block)) firstOf.set(block, line);
    counts.set(block, (counts.get(block) ?? 0) + 1);
  });
  // No page ends inside a paragraph that is set anew: its last line is the last one still.
  const moved = (to: number) => {
    if (to === 0) return 0;
    const block = run.blockOf[to - 1]!;
    const isLast = run.blockOf[to] !== block;
    return firstOf.get(block)! + (isLast ? counts.get(block)! : run.lineOf[to - 1]! + 1);
  };
  return pages.map((page) => ({ ...page, from: moved(page.from), to: moved(page.to), reset: [] }));
}
