import {
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import { matrixOf, rectOf } from './boxes.js';
import { type Matrix, operands } from './matrix.js';
import { contentStreams } from './page-content.js';
import { transformedBounds } from './rect.js';

/** Flags of an annotation, ISO 32000-1, table 165. */
const HIDDEN = 1 << 1;
const PRINT = 1 << 2;

interface Appearance {
  readonly ref: PDFRef;
  readonly matrix: Matrix;
}

/**
 * Paints into a page what is printed with it beside its own content: filled fields, stamps, comments drawn in
 * the text. Links have no look.
 */
export function flattenAnnotations(document: PDFDocument, page: PDFPage): void {
  const appearances = (page.node.Annots()?.asArray() ?? []).flatMap((item) => {
    const annotation = document.context.lookup(item);
    return annotation instanceof PDFDict ? appearanceOf(document, annotation) : [];
  });
  if (appearances.length === 0) return;
  const { context } = document;
  const operators = appearances.flatMap(({ matrix }, index) => [
    'q',
    `${operands(...matrix)} cm`,
    `/${name(index)} Do`,
    'Q',
  ]);
  const stream = (content: string) => context.register(context.flateStream(content));
  const own = contentStreams(document, page.node).map((content) => context.register(content));
  page.node.set(
    PDFName.of('Contents'),
    context.obj([stream('q'), ...own, stream(['Q', ...operators].join('\n'))]),
  );
  const resources = page.node.Resources()?.clone(context) ?? PDFDict.withContext(context);
  const forms = resources.lookupMaybe(PDFName.of('XObject'), PDFDict)?.clone(context);
  const withForms = forms ?? PDFDict.withContext(context);
  appearances.forEach(({ ref }, index) => {
    withForms.set(PDFName.of(name(index)), ref);
  });
  resources.set(PDFName.of('XObject'), withForms);
  page.node.set(PDFName.of('Resources'), resources);
  page.node.delete(PDFName.of('Annots'));
}

const name = (index: number) => `OctavoAppearance${index}`;

/** The matrix follows ISO 32000-1, 12.5.5: the appearance's box is fitted into the annotation's rectangle. */
function appearanceOf(document: PDFDocument, annotation: PDFDict): Appearance[] {
  const flags = annotation.lookupMaybe(PDFName.of('F'), PDFNumber)?.asNumber() ?? 0;
  if (flags & HIDDEN || !(flags & PRINT)) return [];
  const ref = normalAppearance(document, annotation);
  const form = document.context.lookup(ref);
  const target = rectOf(annotation, 'Rect');
  const box = form instanceof PDFStream ? rectOf(form.dict, 'BBox') : undefined;
  if (!ref || !target || !box || !(form instanceof PDFStream)) return [];
  const bounds = transformedBounds(matrixOf(form.dict), box);
  const scaleX = bounds.width > 0 ? target.width / bounds.width : 1;
  const scaleY = bounds.height > 0 ? target.height / bounds.height : 1;
  return [
    { ref, matrix: [scaleX, 0, 0, scaleY, target.x - bounds.x * scaleX, target.y - bounds.y * scaleY] },
  ];
}

/** The appearance as it is when nothing is pressed; a box that can be ticked has one for each state. */
function normalAppearance(document: PDFDocument, annotation: PDFDict): PDFRef | undefined {
  const normal = annotation.lookupMaybe(PDFName.of('AP'), PDFDict)?.get(PDFName.of('N'));
  const found = document.context.lookup(normal);
  if (found instanceof PDFStream) return normal instanceof PDFRef ? normal : undefined;
  const state = annotation.get(PDFName.of('AS'));
  const chosen = found instanceof PDFDict && state instanceof PDFName ? found.get(state) : undefined;
  return chosen instanceof PDFRef ? chosen : undefined;
}
