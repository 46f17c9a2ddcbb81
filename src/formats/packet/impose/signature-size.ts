import { padTo } from './slots.js';

/** The signatures that a hand-bound book is sewn of: fewer pages hold badly, more will not fold sharply. */
const SMALLEST = 16;
const LARGEST = 80;

/**
 * Gives the pages of a signature that leave the fewest blanks. Of equal sizes the smallest is taken, which folds
 * sharpest and creeps least; a text too short for two signatures makes one.
 */
export function bestSignature(pages: number): number {
  if (pages <= SMALLEST) return padTo(pages, 4);
  let best = SMALLEST;
  for (let size = SMALLEST; size <= Math.min(LARGEST, padTo(pages, 4)); size += 4) {
    if (padTo(pages, size) < padTo(pages, best)) best = size;
  }
  return best;
}
