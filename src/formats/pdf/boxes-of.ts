import type { PdfEdition } from '../../config/schema.js';
import type { PageGeometry } from '../../paginate/types.js';
import type { Box, PageBoxes } from './finish/page-boxes.js';
import { pixels } from './page-geometry.js';

const POINT = 72 / 96;

/** The boxes of every page, from the geometry that it was laid out in. */
export function boxesOf(
  { sheet, trim }: PageGeometry,
  { cropMarks, bleed }: Pick<PdfEdition, 'cropMarks' | 'bleed'>,
): PageBoxes {
  const inPoints = { width: sheet.width * POINT, height: sheet.height * POINT };
  const finished: Box = {
    x: trim.x * POINT,
    y: inPoints.height - (trim.y + trim.height) * POINT,
    width: trim.width * POINT,
    height: trim.height * POINT,
  };
  const over = pixels(bleed) * POINT;
  return {
    media: cropMarks || over ? { x: 0, y: 0, ...inPoints } : finished,
    trim: finished,
    bleed: over,
    marks: cropMarks,
  };
}
