import { PDFDict, type PDFDocument, PDFName, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import { matrixOf, rectOf } from './boxes.js';
import type { Printed, PrintedSide } from './fold-sheets.js';
import { IDENTITY, type Matrix, multiply, rounded, transform } from './matrix.js';
import { contentStreams, decodeContent } from './page-content.js';

/** A page's form as an imposed file draws it. */
export interface DrawnForm extends Printed {
  readonly ref: PDFRef;
  readonly form: PDFRawStream;
}

/**
 * Reads from a finished file which forms stand where, out of the operators that paint them.
 * @throws Error where a page is drawn at another size than its own.
 */
export function readSides(document: PDFDocument): PrintedSide<DrawnForm>[] {
  return document.getPages().map((page, index) => {
    const operators = decodeContent(contentStreams(document, page.node)).toString('latin1');
    const forms = page.node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict);
    const drawn = paintedForms(operators).map(({ name, matrix }) => {
      const ref = forms?.get(PDFName.of(name));
      const form = document.context.lookup(ref);
      if (!(form instanceof PDFRawStream))
        throw new Error(`side ${index + 1} draws ${name}, which is no form`);
      return placed(form, ref as PDFRef, matrix, index + 1);
    });
    return { ...page.getSize(), drawn };
  });
}

function placed(form: PDFRawStream, ref: PDFRef, matrix: Matrix, side: number): DrawnForm {
  const [a, b, c, d] = matrix.map(rounded);
  if (b !== 0 || c !== 0 || a !== d || Math.abs(a!) !== 1)
    throw new Error(`side ${side} draws a page scaled or askew: ${matrix.join(' ')}`);
  const box = rectOf(form.dict, 'BBox');
  if (!box) throw new Error(`side ${side} draws a form without a box`);
  const whole = multiply(matrixOf(form.dict), matrix);
  const [x, y] = transform(whole, box.x + box.width / 2, box.y + box.height / 2);
  return { ref, form, x, y, turned: a === -1 };
}

interface Painted {
  readonly name: string;
  readonly matrix: Matrix;
}

/** Follows `q`, `Q`, `cm` and `Do` through the operators of a side. */
function paintedForms(operators: string): Painted[] {
  const painted: Painted[] = [];
  const saved: Matrix[] = [];
  let matrix = IDENTITY;
  let operands: string[] = [];
  for (const token of operators.split(/\s+/)) {
    if (/^[-+.\d/[\]]/.test(token)) {
      operands.push(token);
      continue;
    }
    if (token === 'q') saved.push(matrix);
    else if (token === 'Q') matrix = saved.pop() ?? matrix;
    else if (token === 'cm') matrix = multiply(operands.map(Number) as unknown as Matrix, matrix);
    else if (token === 'Do') painted.push({ name: operands[0]!.slice(1), matrix });
    operands = [];
  }
  return painted;
}
