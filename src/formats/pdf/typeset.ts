import type { PdfEdition } from '../../config/schema.js';
import type { Context } from '../../context.js';
import type { Edition } from '../../edition/edition.js';
import { reportMissingCharacters } from '../missing-characters.js';
import { easyReading, easyReadingStyle } from './easy-reading.js';
import { type MadePdf, makePdf } from './make-pdf.js';
import { CrowdedMargin } from './margin/margin-notes.js';
import { geometryOf } from './page-geometry.js';
import { BOOK, type Dress } from './prepare/dress.js';
import { prepareBook } from './prepare/prepare-book.js';
import type { PreparedBook } from './prepare/prepared.js';
import { reportHeads } from './report-heads.js';
import { reportLateNotes } from './report-late-notes.js';
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
  const template = config.template
    ? await (await import('./own-template/load-template.js')).loadTemplate(
        edition.book,
        config.template,
        dress.hasTitlePages,
      )
    : undefined;
  const base: Dress = {
    ...dress,
    front: (whole) => dress.front(whole, template?.pages),
    style: [dress.style, stated.easyReading ? easyReadingStyle() : '', template?.style ?? ''].join('\n'),
  };
  const geometry = geometryOf(config, edition.book.typography, edition.book.language);
  const set = async (worn: Dress): Promise<Typeset> => {
    const prepared = await prepareBook(edition, config, geometry, worn);
    if (!worn.notesInText) reportMissingCharacters(edition, prepared.missingCharacters, context.report);
    const made = await makePdf({ edition, config, geometry, prepared, dress }, context);
    return { ...made, prepared };
  };
  const typeset = await set(base).catch((error: unknown) => {
    if (error instanceof CrowdedMargin) return set({ ...base, notesInText: true });
    throw error;
  });
  reportOverflows(typeset.layout, context.report);
  reportLateNotes(edition, typeset.layout, context.report);
  reportHeads(edition, typeset.shortened, context.report);
  return typeset;
}
