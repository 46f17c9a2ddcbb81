import type { PdfEdition } from '../../config/schema.js';
import { TRIM_SIZES, type TrimName } from '../../config/trim-sizes.js';
import { pageGeometry } from '../../paginate/geometry.js';
import type { PageGeometry } from '../../paginate/types.js';

/** What suits a trim size: margins in millimetres, size and distance of lines in points, for EB Garamond. */
interface PageDesign {
  readonly top: number;
  readonly bottom: number;
  readonly inner: number;
  readonly outer: number;
  readonly size: number;
  readonly leading: number;
}

/** A line holds 60 to 75 characters; the gutter is wider than the outer margin, the foot than the head. */
const DESIGNS: Readonly<Record<TrimName, PageDesign>> = {
  a3: { top: 46, bottom: 54, inner: 62, outer: 58, size: 16, leading: 21 },
  a4: { top: 32, bottom: 38, inner: 38, outer: 36, size: 12, leading: 16 },
  a5: { top: 20, bottom: 23, inner: 21, outer: 18, size: 11, leading: 14 },
  a6: { top: 14, bottom: 16, inner: 14, outer: 11, size: 9, leading: 11.25 },
  b5: { top: 25, bottom: 29, inner: 27, outer: 23, size: 11.5, leading: 15 },
  letter: { top: 30, bottom: 35, inner: 40, outer: 38, size: 12, leading: 16 },
  'half-letter': { top: 20, bottom: 23, inner: 20, outer: 17, size: 11, leading: 14 },
  '5x8': { top: 18, bottom: 21, inner: 18, outer: 15, size: 10.5, leading: 13.5 },
  '5.5x8.5': { top: 20, bottom: 23, inner: 20, outer: 17, size: 11, leading: 14 },
  '6x9': { top: 21, bottom: 25, inner: 22, outer: 19, size: 11, leading: 14.5 },
};

/** Families that look larger than EB Garamond at the same size. */
const SCALES: Readonly<Record<string, number>> = { 'EB Garamond': 1, Literata: 0.86 };
const OTHER_SCALE = 0.9;

/** CSS pixels in a millimetre and in a point. */
/**
 * Scripts with marks far above and below their letters want wider lines, since what stands out of a page is cut off;
 * so do those whose letters fill their squares, and have marks of emphasis between the lines.
 */
const TALL: Readonly<Record<string, number>> = {
  ...{ ar: 1.25, fa: 1.25, ps: 1.25, ug: 1.25, ckb: 1.25, sd: 1.25, ur: 1.5 },
  ...{ zh: 1.2, ja: 1.2, ko: 1.15 },
  ...{ he: 1.1, yi: 1.1, th: 1.2, lo: 1.2, km: 1.3, my: 1.3 },
  ...{ hi: 1.15, mr: 1.15, ne: 1.15, sa: 1.15, bn: 1.15, ta: 1.1, te: 1.15, bo: 1.3 },
};

export const MM = 96 / 25.4;
export const PT = 96 / 72;
const UNITS: Readonly<Record<string, number>> = { mm: MM, cm: 10 * MM, in: 96, pt: PT, px: 1 };
/** Room beside the bleed for crop marks, in pixels. */
const MARKS = 32;

/** Where the text of this edition stands on its pages. */
export function geometryOf(
  config: Pick<PdfEdition, 'trim' | 'margins' | 'wideMargin' | 'size' | 'leading' | 'cropMarks' | 'bleed'>,
  typography: {
    readonly font: string;
    readonly size?: string | undefined;
    readonly leading?: number | undefined;
  },
  language = 'en',
): PageGeometry {
  const { width, height } = trimInPixels(config.trim);
  const design = designFor(config.trim, width / MM, height / MM);
  const scale = SCALES[typography.font] ?? OTHER_SCALE;
  const given = config.size ?? typography.size;
  const size = given ? pixels(given) : design.size * scale * PT;
  const factor = config.leading ?? typography.leading;
  const tall = TALL[language.toLowerCase().split('-')[0]!] ?? 1;
  const natural = tall * (given ? (size * design.leading) / (design.size * scale) : design.leading * PT);
  const margin = (side: 'top' | 'bottom' | 'inner' | 'outer') => {
    const value = config.margins?.[side];
    return value ? pixels(value) : design[side] * MM;
  };
  const bleed = pixels(config.bleed);
  return pageGeometry({
    width,
    height,
    top: margin('top'),
    bottom: margin('bottom'),
    inner: margin('inner'),
    outer: config.wideMargin ? Math.max(margin('outer'), pixels(config.wideMargin.width)) : margin('outer'),
    size,
    leading: factor ? size * factor : natural,
    ...(config.cropMarks || bleed ? { around: bleed + (config.cropMarks ? MARKS : 0) } : {}),
  });
}

/** A length of `book.yaml` in CSS pixels. */
export function pixels(length: string): number {
  const [, value, unit] = /^([\d.]+)([a-z]+)$/.exec(length)!;
  return Number(value) * UNITS[unit!]!;
}

function trimInPixels(trim: PdfEdition['trim']): { width: number; height: number } {
  if (typeof trim === 'object') return { width: pixels(trim.width), height: pixels(trim.height) };
  const { width, height } = TRIM_SIZES[trim];
  return { width: width * MM, height: height * MM };
}

/** The design of a named size; for a size of one's own that of the nearest, with margins in proportion. */
function designFor(trim: PdfEdition['trim'], width: number, height: number): PageDesign {
  if (typeof trim === 'string') return DESIGNS[trim];
  const names = Object.keys(DESIGNS) as TrimName[];
  const nearest = names.reduce((best, name) =>
    Math.abs(TRIM_SIZES[name].width - width) < Math.abs(TRIM_SIZES[best].width - width) ? name : best,
  );
  const design = DESIGNS[nearest];
  const across = width / TRIM_SIZES[nearest].width;
  const down = height / TRIM_SIZES[nearest].height;
  return {
    ...design,
    inner: design.inner * across,
    outer: design.outer * across,
    top: design.top * down,
    bottom: design.bottom * down,
  };
}
