import { bookSchema, type PdfEdition } from '../../../config/schema.js';
import type { Context } from '../../../context.js';
import type { Edition } from '../../../edition/edition.js';
import { type EditionInput, editionOf } from '../../../edition/testing/edition-of.js';
import { pdf } from '../index.js';

export interface PrintedBook {
  readonly bytes: Uint8Array;
  readonly edition: Edition;
  readonly config: PdfEdition;
}

/** Makes the PDF of a book as a build does; `stated` are keys of the edition in `book.yaml`. */
export async function printBook(input: EditionInput, stated: object, context: Context): Promise<PrintedBook> {
  const { edition } = await editionOf(input);
  const { editions } = bookSchema.parse({ title: 'T', editions: { print: { format: 'pdf', ...stated } } });
  const config = editions!.print as PdfEdition;
  const { files } = await pdf.render(
    { edition, name: 'print', config, pageStarts: new Map(), pageCounts: new Map() },
    context,
  );
  return { bytes: files[0]!.bytes, edition, config };
}
