import type { PdfEdition } from '../../config/schema.js';
import type { Context } from '../../context.js';
import type { Edition } from '../../edition/edition.js';
import { easyReading, easyReadingStyle } from './easy-reading.js';
import { type MadePdf, makePdf } from './make-pdf.js';
import { geometryOf } from './page-geometry.js';
import { BOOK, type Dress } from './prepare/dress.js';
import { prepareBook } from './prepare/prepare-book.js';
import type { PreparedBook } from './prepare/prepared.js';
import { reportCharacters } from './report-characters.js';
import { reportOverflows } from './report-overflows.js';

export interface Typeset extends MadePdf {
  readonly prepared: PreparedBook;
}

/** Sets an edition on pages, in the dress of a book or of another kind of print. */
export async function typeset(
  given: Edition,
  stated: PdfEdition,
  context: Context,
  dress: Dress = BOOK,
): Promise<Typeset> {
  const { edition, config } = stated.easyReading
    ? easyReading(given, stated)
    : { edition: given, config: stated };
  const style = stated.easyReading ? `${dress.style}\n${easyReadingStyle()}` : dress.style;
  const geometry = geometryOf(config, edition.book.typography);
  const prepared = await prepareBook(edition, config, geometry, { ...dress, style });
  reportCharacters(edition, prepared.missingCharacters, context.report);
  const made = await makePdf({ edition, config, geometry, prepared, dress }, context);
  reportOverflows(made.layout, context.report);
  return { ...made, prepared };
}
