import { POINTS_PER_MM } from '../../../config/lengths.js';
import { layOnPaper } from './lay-on-paper.js';
import { arrangePages, type Grid } from './leaves.js';
import { type Line, type MarkLines, markLines } from './marks.js';
import { checkImposeOptions, type Edge, type ImposeOptions, usage } from './options.js';
import { type Rect, turnedRect } from './rect.js';
import type { Slot } from './slots.js';

/** A page at its final size on one side of a sheet. Lengths are in points from the lower left corner. */
export interface Place {
  /** The page, from 1; null for a blank. */
  readonly page: Slot;
  /** The page's trim. */
  readonly trim: Rect;
  /** What may be painted: the trim and its bleed, but nothing of the neighbour's. */
  readonly clip: Rect;
  /** The page stands on its head. */
  readonly turned: boolean;
}

export interface Side {
  readonly places: readonly Place[];
  /** The pages together. */
  readonly trim: Rect;
  readonly crop: readonly Line[];
  readonly folds: readonly Line[];
}

export interface Sheet {
  readonly signature: number;
  /** Place in the signature, from 1: the outermost first. */
  readonly number: number;
  readonly front: Side;
  readonly back: Side;
}

/** Where every page goes. */
export interface Plan {
  readonly options: ImposeOptions;
  readonly pages: number;
  readonly blanks: number;
  /** Pages of a signature; 0 where nothing is folded. */
  readonly signature: number;
  /** The paper as it lies, in points. */
  readonly paper: { readonly width: number; readonly height: number };
  /** The edge about which the printer must turn the sheet. */
  readonly duplex: Edge;
  /** False where the paper leaves no room for marks. */
  readonly marked: boolean;
  readonly sheets: readonly Sheet[];
}

/** The part of a page's width that creep may take before it is surely a slip of the pen. */
const MOST_CREEP = 0.1;

/**
 * Lays `pages` pages on sheets.
 * @throws OctavoError with exit code 2 where an option cannot be meant or the paper is too small.
 */
export function planImposition(pages: number, options: ImposeOptions): Plan {
  checkImposeOptions(options);
  const arrangement = arrangePages(pages, options);
  const { columns, rows, signature, slots } = arrangement;
  const layout = layOnPaper(options, columns, rows);
  const deepest = signature / 4 - 1;
  checkCreep(options, deepest);

  const lying = layout.paper.width > layout.paper.height;
  const upright: Edge = lying ? 'short-edge' : 'long-edge';
  const duplex = options.duplex ?? upright;
  const folding = signature > 0;

  const side = (grid: Grid, nest: number, turn: boolean): Side => {
    const shift = folding ? nest * options.creep * POINTS_PER_MM : 0;
    const cells = layout.cells(shift);
    const trim = layout.block(shift);
    const lines: MarkLines = options.marks
      ? markLines({ ...layout, trim, cells, folding, bleed: options.bleed * POINTS_PER_MM })
      : { crop: [], folds: [] };
    const turnRect = (rect: Rect) => (turn ? turnedRect(rect, layout.paper) : rect);
    const turnLine = (line: Line): Line =>
      turn
        ? {
            from: { x: layout.paper.width - line.from.x, y: layout.paper.height - line.from.y },
            to: { x: layout.paper.width - line.to.x, y: layout.paper.height - line.to.y },
          }
        : line;
    return {
      places: cells.map(({ row, column, trim: cell, clip }) => ({
        page: grid[row]![column]!,
        trim: turnRect(cell),
        clip: turnRect(clip),
        turned: turn,
      })),
      trim: turnRect(trim),
      crop: lines.crop.map(turnLine),
      folds: lines.folds.map(turnLine),
    };
  };

  const sheets = arrangement.sheets.map(
    (sheet, index): Sheet => ({
      signature: sheet.signature,
      number: folding ? sheet.nest + 1 : index + 1,
      front: side(sheet.front, sheet.nest, false),
      back: side(sheet.back, sheet.nest, duplex !== upright),
    }),
  );
  return {
    options,
    pages,
    blanks: slots.length - pages,
    signature,
    paper: layout.paper,
    duplex,
    marked: sheets.some(({ front }) => front.crop.length > 0),
    sheets,
  };
}

function checkCreep({ creep, trim }: ImposeOptions, deepest: number): void {
  const total = Math.max(0, deepest) * creep;
  if (total > trim.width * MOST_CREEP)
    throw usage(
      `Creep of ${creep} mm on ${deepest + 1} sheets moves the innermost pages by ${total.toFixed(1)} mm, ` +
        'more than a tenth of their width',
      'Creep is the thickness of one leaf: about 0.1 mm for office paper. Use signatures for a long text.',
    );
}
