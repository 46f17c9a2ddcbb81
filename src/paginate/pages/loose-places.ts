import type { Reset } from '../lines/reset-lines.js';
import type { Measured } from '../measured.js';
import type { LoosePlace } from './break-input.js';

/** What a line of white more costs above a heading, a second one, and half a line each above and below a box. */
const WHITE = { above: 40, more: 500, around: 30 } as const;

/** Blocks: from, and up to but without. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * Where pages can win or save a line in these blocks: paragraphs that can be set in a line more or fewer, and the
 * room above headings and round boxes.
 */
export function loosePlaces(
  measured: Measured,
  range: Range,
  blockOf: readonly number[],
  leading: number,
): { loose: LoosePlace[]; looseOf: Omit<Reset, 'by'>[] } {
  const found: { place: LoosePlace; of: Omit<Reset, 'by'> }[] = [];
  /** First line of each block, and of what comes after the last. */
  const firstLine = new Map<number, number>([[range.to, blockOf.length]]);
  blockOf.forEach((block, line) => {
    if (!firstLine.has(block)) firstLine.set(block, line);
  });
  for (let index = range.from; index < range.to; index++) {
    const { longer, shorter, spaced, top, bottoms } = measured.blocks[index]!;
    const from = firstLine.get(index)!;
    const to = firstLine.get(index + 1)!;
    const isOnGrid = Math.abs(bottoms[0]! - top - leading) < 0.05;
    if (isOnGrid && (longer !== undefined || shorter !== undefined)) {
      const costs = {
        ...(longer === undefined ? {} : { longer }),
        ...(shorter === undefined ? {} : { shorter }),
      };
      found.push({ place: { from, to, ...costs }, of: { kind: 'lines', index } });
    }
    // White at the head of a page is lost: the line above has to stand there, too.
    if (spaced && index > range.from)
      for (const longer of [WHITE.above, WHITE.more])
        found.push({ place: { from: from - 1, to, longer }, of: { kind: 'above', index } });
  }
  // White between a heading and its box would part them.
  for (const [index, { from, to }] of measured.boxes.entries())
    if (from > range.from && to < range.to && measured.blocks[from - 1]!.kind !== 'heading')
      found.push({
        place: { from: firstLine.get(from)! - 1, to: firstLine.get(to)! + 1, longer: WHITE.around },
        of: { kind: 'around', index },
      });
  found.sort((a, b) => a.place.from - b.place.from);
  return { loose: found.map(({ place }) => place), looseOf: found.map(({ of }) => of) };
}
