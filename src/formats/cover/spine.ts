import { millimetres } from '../../config/lengths.js';
import type { CoverEdition } from '../../config/schema.js';

/** A spine narrower than this holds no text that stays on it when the cover is folded, in millimetres. */
const NARROWEST = 5;

export interface Spine {
  /** Millimetres. */
  readonly width: number;
  readonly isBlank: boolean;
}

/** The spine of a book of so many pages: all its leaves on one another, and what the cover itself adds. */
export function spineOf(
  pages: number,
  { thickness, board }: Pick<CoverEdition, 'thickness' | 'board'>,
): Spine {
  const leaves = Math.ceil(pages / 2);
  const width = Math.round((leaves * millimetres(thickness) + millimetres(board)) * 100) / 100;
  return { width, isBlank: width < NARROWEST };
}
