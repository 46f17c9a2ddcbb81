import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { EXIT, OctavoError } from '../../../report/errors.js';
import { matrixOf, rectOf } from './boxes.js';
import { fingerprints, formMatches } from './fingerprint.js';
import { foldSheets } from './fold-sheets.js';
import { loadPdf } from './load-pdf.js';
import { type DrawnForm, readSides } from './read-sheets.js';
import { type ImpositionRecord, readRecord } from './record.js';
import { type Rect, transformedBounds } from './rect.js';

/** An imposed file read back: its pages in reading order. */
interface Unfolded {
  readonly document: PDFDocument;
  readonly record: ImpositionRecord;
  readonly slots: readonly (DrawnForm | undefined)[];
}

async function unfold(bytes: Uint8Array, path: string): Promise<Unfolded> {
  const document = await loadPdf(bytes, path);
  const record = readRecord(document);
  if (!record)
    throw new OctavoError(
      {
        code: 'pdf-not-imposed',
        reason: 'The file does not say how its pages were imposed',
        place: { path },
        note: 'Only a file that Octavo imposed can be turned back into its pages.',
      },
      EXIT.content,
    );
  try {
    return { document, record, slots: foldSheets(readSides(document), record) };
  } catch (error) {
    throw new OctavoError(
      {
        code: 'pdf-not-imposed',
        reason: `The sheets do not fold: ${error instanceof Error ? error.message : String(error)}`,
        place: { path },
        note: 'The file was changed after it was imposed. Impose the reading PDF again.',
      },
      EXIT.content,
      { cause: error },
    );
  }
}

/**
 * Turns an imposed file back into its pages, in reading order and without the blanks that filled its sheets.
 * @throws OctavoError for a file that Octavo has not imposed.
 */
export async function unimposePdf(bytes: Uint8Array, path: string): Promise<Uint8Array> {
  const { document, slots } = await unfold(bytes, path);
  const forms = slots.filter((slot) => slot !== undefined);
  const result = await PDFDocument.create({ updateMetadata: false });
  // One page carries every form over, so that what the forms share is copied once.
  const carrier = document.addPage();
  const resources = document.context.obj({
    XObject: Object.fromEntries(forms.map(({ ref }, index) => [`P${index + 1}`, ref])),
  });
  carrier.node.set(PDFName.of('Resources'), resources);
  const [copied] = await result.copyPages(document, [document.getPageCount() - 1]);
  const names = copied!.node.Resources()!.lookup(PDFName.of('XObject'), PDFDict);
  forms.forEach(({ form }, index) => {
    const { x, y, width, height } = uprightBox(form);
    const page = result.addPage();
    page.setMediaBox(x, y, width, height);
    const name = PDFName.of(`P${index + 1}`);
    page.node.set(
      PDFName.of('Resources'),
      result.context.obj({ XObject: { [`P${index + 1}`]: names.get(name)! } }),
    );
    const content = result.context.flateStream(`/P${index + 1} Do`);
    page.node.set(PDFName.of('Contents'), result.context.register(content));
  });
  return result.save({ addDefaultPage: false });
}

/** What a form painted of its page, with bleed, as the form places it. */
function uprightBox({ dict }: DrawnForm['form']): Rect {
  const box = rectOf(dict, 'BBox');
  if (!box) throw new Error('a form without a box');
  return transformedBounds(matrixOf(dict), box);
}

/**
 * Proves that an imposed file holds the pages that went into it: reads it back, folds its sheets and compares
 * every page, down to the bytes that paint it.
 * @throws Error where they differ; the file must then not be given to anybody.
 */
export async function proveImposition(
  imposed: Uint8Array,
  expected: { readonly readingHash: string; readonly fingerprints: readonly string[] },
): Promise<void> {
  const { document, record, slots } = await unfold(imposed, 'the imposed file');
  const fingerprint = fingerprints(document);
  const forms = slots.filter((slot) => slot !== undefined);
  if (record.readingHash !== expected.readingHash)
    throw new Error('the imposed file was made of another reading PDF');
  if (forms.length !== expected.fingerprints.length)
    throw new Error(`the imposed file holds ${forms.length} of ${expected.fingerprints.length} pages`);
  const wrong = forms.findIndex(
    ({ form }, index) => !formMatches(form, fingerprint, expected.fingerprints[index]),
  );
  if (wrong >= 0) throw new Error(`folded, the imposed file has another page in place of page ${wrong + 1}`);
}
