import { POINTS_PER_MM } from '../../../config/lengths.js';
import { type ImposeOptions, type Size, usage } from './options.js';
import type { Rect } from './rect.js';

/** A page's place on a side that is not turned. */
export interface Cell {
  /** Counted from the top. */
  readonly row: number;
  readonly column: number;
  readonly trim: Rect;
  readonly clip: Rect;
}

export interface PaperLayout {
  /** The paper as it lies, in points. */
  readonly paper: Size;
  /** Places of the pages; `shift` is how far they move to the fold, in points. */
  cells(shift: number): Cell[];
  /** All pages together. */
  block(shift: number): Rect;
}

/** Browsers round a page to whole pixels: so much may be missing without harm, in millimetres. */
const TOLERANCE = 0.5;

/**
 * Centres a block of pages on the paper, which is turned to lie if the pages fit so only or fit better.
 * @throws OctavoError where they fit neither way: pages are never scaled.
 */
export function layOnPaper(options: ImposeOptions, columns: number, rows: number): PaperLayout {
  const { trim, gutter } = options;
  const need: Size = {
    width: columns * trim.width + (columns - 1) * gutter,
    height: rows * trim.height + (rows - 1) * gutter,
  };
  const { paper } = options;
  const room = (sheet: Size) => Math.min(sheet.width - need.width, sheet.height - need.height);
  const turned = { width: paper.height, height: paper.width };
  const sheet = room(turned) > room(paper) ? turned : paper;
  if (room(sheet) < -TOLERANCE) throw tooSmall(options, need, columns * rows);

  const pt = (mm: number) => mm * POINTS_PER_MM;
  const [width, height, gap] = [pt(trim.width), pt(trim.height), pt(gutter)];
  const left = pt(sheet.width - need.width) / 2;
  const bottom = pt(sheet.height - need.height) / 2;
  const bleed = pt(options.bleed);

  const cell = (row: number, column: number, shift: number): Cell => {
    // Only a folded sheet, which has two columns, has a shift: both pages move to the middle.
    const x = left + column * (width + gap) + (column === 0 ? shift : -shift);
    const y = bottom + (rows - 1 - row) * (height + gap);
    const reach = (isNeighbour: boolean) => (isNeighbour ? Math.min(bleed, gap / 2) : bleed);
    // Where creep draws the pages over the fold, the fold bounds them.
    const middle = left + width + gap / 2;
    const x0 = column === 0 ? x - bleed : Math.max(x - reach(true), middle);
    const x1 = column === 0 ? Math.min(x + width + reach(true), middle) : x + width + bleed;
    const y0 = y - reach(row < rows - 1);
    const y1 = y + height + reach(row > 0);
    return {
      row,
      column,
      trim: { x, y, width, height },
      clip: { x: x0, y: y0, width: x1 - x0, height: y1 - y0 },
    };
  };
  return {
    paper: { width: pt(sheet.width), height: pt(sheet.height) },
    cells: (shift) =>
      Array.from({ length: rows * columns }, (_, index) =>
        cell(Math.floor(index / columns), index % columns, shift),
      ),
    block: (shift) => ({
      x: left + shift,
      y: bottom,
      width: pt(need.width) - 2 * shift,
      height: pt(need.height),
    }),
  };
}

function tooSmall({ trim, paper, gutter }: ImposeOptions, need: Size, count: number) {
  const size = ({ width, height }: Size) => `${round(width)} × ${round(height)} mm`;
  return usage(
    `Paper of ${size(paper)} is too small: ${count} pages of ${size(trim)}` +
      `${gutter > 0 ? ` with a gutter of ${round(gutter)} mm` : ''} need ${size(need)}`,
    'Pages are laid at their final size and never scaled. Use larger paper, or set the text on a smaller page.',
  );
}

const round = (mm: number) => Math.round(mm * 10) / 10;
