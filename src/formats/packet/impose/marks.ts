import { POINTS_PER_MM } from '../../../config/lengths.js';
import type { Cell } from './lay-on-paper.js';
import type { Size } from './options.js';
import type { Rect } from './rect.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Line {
  readonly from: Point;
  readonly to: Point;
}

export interface MarkLines {
  readonly crop: readonly Line[];
  readonly folds: readonly Line[];
}

/** Width of a mark in points: the thinnest line that any press holds. */
export const MARK_WIDTH = 0.25;

/** A printer's unprintable edge, the distance of a mark from the trim, and its length, in points. */
const EDGE = 5 * POINTS_PER_MM;
const OFFSET = 3 * POINTS_PER_MM;
const LONGEST = 5 * POINTS_PER_MM;
const SHORTEST = 2 * POINTS_PER_MM;

interface Block {
  readonly paper: Size;
  readonly trim: Rect;
  readonly cells: readonly Cell[];
  /** The sheet is folded in the middle. */
  readonly folding: boolean;
  readonly bleed: number;
}

/**
 * Marks where to cut and to fold, all outside the trim and its bleed and 5 mm or more from the edges of the
 * sheet. A margin too small for a mark that can be seen gets none.
 */
export function markLines({ paper, trim, cells, folding, bleed }: Block): MarkLines {
  const columns = unique(cells.flatMap((cell) => [cell.trim.x, cell.trim.x + cell.trim.width]));
  const rows = unique(cells.flatMap((cell) => [cell.trim.y, cell.trim.y + cell.trim.height]));
  const right = trim.x + trim.width;
  const top = trim.y + trim.height;
  const offset = Math.max(OFFSET, bleed + 1);
  const headsAndFeet = reach(Math.min(trim.y, paper.height - top), offset);
  const sides = reach(Math.min(trim.x, paper.width - right), offset);

  const vertical = (x: number, [near, far]: Span): Line[] => [
    { from: { x, y: trim.y - far }, to: { x, y: trim.y - near } },
    { from: { x, y: top + near }, to: { x, y: top + far } },
  ];
  const horizontal = (y: number, [near, far]: Span): Line[] => [
    { from: { x: trim.x - far, y }, to: { x: trim.x - near, y } },
    { from: { x: right + near, y }, to: { x: right + far, y } },
  ];
  // Between the pages of a folded sheet nothing is cut.
  const cuts = folding ? [trim.x, right] : columns;
  return {
    crop: [
      ...(headsAndFeet ? cuts.flatMap((x) => vertical(x, headsAndFeet)) : []),
      ...(sides ? rows.flatMap((y) => horizontal(y, sides)) : []),
    ],
    folds: folding && headsAndFeet ? vertical(trim.x + trim.width / 2, headsAndFeet) : [],
  };
}

type Span = readonly [near: number, far: number];

function reach(margin: number, offset: number): Span | undefined {
  const far = Math.min(offset + LONGEST, margin - EDGE);
  return far - offset >= SHORTEST ? [offset, far] : undefined;
}

/** Cuts nearer than a hundredth of a point are one cut. */
const unique = (values: readonly number[]) => [
  ...new Map(values.map((value) => [Math.round(value * 100), value])).values(),
];
