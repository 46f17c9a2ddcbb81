import type { ImposeOptions } from './options.js';
import { bestSignature } from './signature-size.js';
import { fillSlots, padTo, type Slot } from './slots.js';

/** Rows of pages as they lie on one side of a sheet, top row first, left page first. */
export type Grid = readonly (readonly Slot[])[];

/** One sheet, each side as seen when the sheet is turned over like the leaf of a book. */
export interface SheetPages {
  /** Which signature the sheet belongs to, from 1. */
  readonly signature: number;
  /** How many sheets of the signature lie round this one; 0 for the outermost. */
  readonly nest: number;
  readonly front: Grid;
  readonly back: Grid;
}

export interface Arrangement {
  readonly sheets: readonly SheetPages[];
  readonly slots: readonly Slot[];
  /** Pages of each signature; 0 where nothing is folded. */
  readonly signature: number;
  readonly columns: number;
  readonly rows: number;
}

type Order = Pick<ImposeOptions, 'fold' | 'signature' | 'binding' | 'closing' | 'stack'>;

/** Decides which pages share a sheet. */
export function arrangePages(pages: number, order: Order): Arrangement {
  return order.fold === 'booklet' || order.fold === 'signatures'
    ? folded(pages, order)
    : cut(pages, order, order.fold === '2-up' ? 1 : 2);
}

function folded(pages: number, order: Order): Arrangement {
  const signature =
    order.fold === 'booklet'
      ? padTo(pages, 4)
      : order.signature === 'auto'
        ? bestSignature(pages)
        : order.signature;
  const slots = fillSlots(pages, signature, order.closing);
  const sheets: SheetPages[] = [];
  for (let start = 0; start < slots.length; start += signature) {
    const own = slots.slice(start, start + signature);
    for (let nest = 0; nest < signature / 4; nest++) {
      const outer = [own[signature - 1 - 2 * nest]!, own[2 * nest]!];
      const inner = [own[2 * nest + 1]!, own[signature - 2 - 2 * nest]!];
      sheets.push({
        signature: start / signature + 1,
        nest,
        front: [inReadingDirection(outer, order)],
        back: [inReadingDirection(inner, order)],
      });
    }
  }
  return { sheets, slots, signature, columns: 2, rows: 1 };
}

function cut(pages: number, order: Order, rows: number): Arrangement {
  const columns = 2;
  const perSide = columns * rows;
  const slots = fillSlots(pages, 2 * perSide, order.closing);
  const count = slots.length / (2 * perSide);
  const sheets = Array.from({ length: count }, (_, sheet): SheetPages => {
    const side = (isBack: boolean): Grid =>
      Array.from({ length: rows }, (_, row) => {
        const cells = Array.from({ length: columns }, (_, column) => row * columns + column);
        if (!order.stack) {
          const first = (2 * sheet + (isBack ? 1 : 0)) * perSide;
          return inReadingDirection(
            cells.map((cell) => slots[first + cell]!),
            order,
          );
        }
        // A pile holds one leaf of every sheet, and the back of a leaf lies behind its front: seen from the
        // back the columns are the other way round.
        const leaves = cells.map((pile) => slots[2 * (pile * count + sheet) + (isBack ? 1 : 0)]!);
        const front = inReadingDirection(leaves, order);
        return isBack ? front.toReversed() : front;
      });
    return { signature: 1, nest: 0, front: side(false), back: side(true) };
  });
  return { sheets, slots, signature: 0, columns, rows };
}

const inReadingDirection = <T>(row: readonly T[], { binding }: Order): readonly T[] =>
  binding === 'right' ? row.toReversed() : row;
