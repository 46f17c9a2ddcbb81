import { PDFArray, type PDFDict, PDFName, PDFNumber, type PDFPage } from '@cantoo/pdf-lib';
import { IDENTITY, type Matrix } from './matrix.js';
import type { Rect } from './rect.js';

/** The finished page, and what may be painted of it: with its bleed where it has a trim. */
export function pageBoxes(page: PDFPage): { trim: Rect; paint: Rect } {
  const media = page.getMediaBox();
  const crop = intersect(page.getCropBox(), media);
  if (!page.node.TrimBox()) return { trim: crop, paint: crop };
  const trim = intersect(page.getTrimBox(), media);
  return { trim, paint: page.node.BleedBox() ? intersect(page.getBleedBox(), media) : trim };
}

function intersect(a: Rect, b: Rect): Rect {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  return {
    x,
    y,
    width: Math.min(a.x + a.width, b.x + b.width) - x,
    height: Math.min(a.y + a.height, b.y + b.height) - y,
  };
}

/** The box of a form or an annotation, its corners put in order; undefined where it has none. */
export function rectOf(dict: PDFDict, name: string): Rect | undefined {
  const [x0, y0, x1, y1] = numbersOf(dict, name);
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return undefined;
  return { x: Math.min(x0, x1), y: Math.min(y0, y1), width: Math.abs(x1 - x0), height: Math.abs(y1 - y0) };
}

/** The matrix of a form. */
export function matrixOf(form: PDFDict): Matrix {
  const numbers = numbersOf(form, 'Matrix');
  return numbers.length === 6 ? (numbers as unknown as Matrix) : IDENTITY;
}

function numbersOf(dict: PDFDict, name: string): number[] {
  const array = dict.lookupMaybe(PDFName.of(name), PDFArray);
  return array ? array.asArray().map((_, index) => array.lookup(index, PDFNumber).asNumber()) : [];
}
