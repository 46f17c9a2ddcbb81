import { EXIT, OctavoError } from '../../../report/errors.js';

export const IMPOSED_FOLDS = ['booklet', 'signatures', '2-up', '4-up'] as const;
export type ImposedFold = (typeof IMPOSED_FOLDS)[number];
export type Edge = 'long-edge' | 'short-edge';

/** Width and height in millimetres. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How pages are laid on sheets. Lengths are in millimetres. */
export interface ImposeOptions {
  readonly fold: ImposedFold;
  /** Size of the finished page. */
  readonly trim: Size;
  /** The sheet, upright or lying: the way that the pages fit is found. */
  readonly paper: Size;
  /** Pages of a signature, a multiple of 4; `auto` takes the size with the fewest blanks. */
  readonly signature: number | 'auto';
  /** Thickness of a leaf: by it each sheet inside another has its pages nearer to the fold. */
  readonly creep: number;
  /** White between two pages that lie side by side. */
  readonly gutter: number;
  /** The edge about which the printer turns the sheet; by default the one that needs no turned pages. */
  readonly duplex?: Edge;
  /** The side of the spine. */
  readonly binding: 'left' | 'right';
  /** Pages that close the book, such as a back cover: blanks stand before them. */
  readonly closing: number;
  /** 2-up and 4-up: pages follow one another in the piles that the sheets give when they are cut. */
  readonly stack: boolean;
  /** Crop and fold marks, where the paper leaves room. */
  readonly marks: boolean;
  /** How far pictures run over the trim. */
  readonly bleed: number;
}

export const IMPOSE_DEFAULTS = {
  signature: 'auto',
  creep: 0.1,
  gutter: 0,
  binding: 'left',
  closing: 0,
  stack: false,
  marks: true,
  bleed: 0,
} as const satisfies Partial<ImposeOptions>;

/** Throws where an option cannot be meant, whatever the pages are. */
export function checkImposeOptions(options: ImposeOptions): void {
  for (const name of ['creep', 'gutter', 'bleed'] as const) {
    if (!(options[name] >= 0 && Number.isFinite(options[name])))
      throw usage(`Unexpected ${name} of ${options[name]} mm, expected 0 mm or more`);
  }
  const { signature } = options;
  if (signature !== 'auto' && !(Number.isInteger(signature) && signature > 0 && signature % 4 === 0))
    throw usage(
      `Unexpected signature of ${signature} pages, expected a multiple of 4`,
      'A sheet folded once holds four pages. Leave the option out for the size with the fewest blanks.',
    );
  if (signature !== 'auto' && options.fold !== 'signatures')
    throw usage(`A signature of ${signature} pages is for the fold “signatures”, not for “${options.fold}”`);
  if (options.stack && (options.fold === 'booklet' || options.fold === 'signatures'))
    throw usage(`A ${options.fold} is folded, not cut and stacked`, 'Use `stack` with 2-up or 4-up.');
}

export function usage(reason: string, note?: string): OctavoError {
  return new OctavoError({ code: 'impose-option', reason, ...(note ? { note } : {}) }, EXIT.usage);
}
