import {
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFRawStream,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { pageBoxes } from './boxes.js';
import type { Matrix } from './matrix.js';
import { contentStreams, decodeContent } from './page-content.js';
import type { Rect } from './rect.js';

const USER_UNIT = PDFName.of('UserUnit');
const RESOURCES = PDFName.of('Resources');
const GROUP = PDFName.of('Group');
const PACKING = [PDFName.of('Filter'), PDFName.of('DecodeParms')];

/** A page made into a form that can be drawn on a sheet; its trim begins at 0, 0. Sizes are in points. */
export interface PageForm {
  readonly ref: PDFRef;
  readonly width: number;
  readonly height: number;
}

/**
 * Makes a form of a page, inside its own document: fonts and pictures stay where they are, and a content stream
 * is taken over as it is, packed.
 */
export function pageForm(document: PDFDocument, page: PDFPage): PageForm {
  const { trim, paint } = pageBoxes(page);
  const unit = page.node.lookupMaybe(USER_UNIT, PDFNumber)?.asNumber() ?? 1;
  const matrix = uprightMatrix(trim, page.getRotation().angle, unit);
  const sideways = matrix[0] === 0;
  const form = contentForm(document, page, {
    Type: 'XObject',
    Subtype: 'Form',
    FormType: 1,
    BBox: [paint.x, paint.y, paint.x + paint.width, paint.y + paint.height],
    Matrix: [...matrix],
    Resources: page.node.getInheritableAttribute(RESOURCES) ?? {},
    Group: page.node.lookupMaybe(GROUP, PDFDict),
  });
  return {
    ref: document.context.register(form),
    width: (sideways ? trim.height : trim.width) * unit,
    height: (sideways ? trim.width : trim.height) * unit,
  };
}

type Entries = NonNullable<Parameters<PDFDocument['context']['stream']>[1]>;

function contentForm(document: PDFDocument, page: PDFPage, entries: Entries): PDFRawStream {
  const { context } = document;
  const streams = contentStreams(document, page.node);
  const [only] = streams;
  if (!only || streams.length > 1) return context.flateStream(decodeContent(streams), entries);
  const form = PDFRawStream.of(context.obj(entries), only.getContents());
  for (const name of PACKING) {
    const value = only.dict.get(name);
    if (value) form.dict.set(name, value);
  }
  return form;
}

/** Brings the trim of a page, turned clockwise by its `Rotate`, to 0, 0. */
function uprightMatrix({ x, y, width, height }: Rect, rotation: number, unit: number): Matrix {
  const turn = ((rotation % 360) + 360) % 360;
  const [a, b, c, d, e, f]: Matrix =
    turn === 90
      ? [0, -1, 1, 0, -y, x + width]
      : turn === 180
        ? [-1, 0, 0, -1, x + width, y + height]
        : turn === 270
          ? [0, 1, -1, 0, y + height, -x]
          : [1, 0, 0, 1, -x, -y];
  return [a * unit, b * unit, c * unit, d * unit, e * unit, f * unit];
}
