import type { PdfEdition } from '../../config/schema.js';
import type { Context } from '../../context.js';
import type { Edition } from '../../edition/edition.js';
import type { ShortenedHead } from '../../paginate/fit-heads.js';
import type { Layout, PageGeometry } from '../../paginate/types.js';
import { EXIT, OctavoError } from '../../report/errors.js';
import { Mismatch } from './finish/mismatch.js';
import { finishPdf } from './finish.js';
import { finishingOf } from './finishing-of.js';
import { marginsOf } from './margin/margins-of.js';
import type { Dress } from './prepare/dress.js';
import type { PreparedBook } from './prepare/prepared.js';
import { printPages } from './print-pages.js';
import { faultsOf } from './read-back.js';
import { reportOverflows } from './report-overflows.js';

/** A book that is ready for its pages. */
export interface PdfJob {
  readonly edition: Edition;
  readonly config: PdfEdition;
  readonly geometry: PageGeometry;
  readonly prepared: PreparedBook;
  readonly dress: Dress;
}

export interface MadePdf {
  readonly bytes: Uint8Array;
  readonly layout: Layout;
  readonly shortened: readonly ShortenedHead[];
}

/**
 * Lays out, prints, finishes and reads back. Pages that do not come out as planned are planned once more with a
 * line to spare on each.
 *
 * @throws {OctavoError} `pages-not-as-planned` rather than give a book whose notes are on the wrong pages.
 */
export async function makePdf(job: PdfJob, context: Context): Promise<MadePdf> {
  const first = await attempt(job, context);
  if ('bytes' in first) return first;
  const { geometry } = job;
  context.progress.step('Laying out pages once more');
  const second = await attempt({ ...job, geometry: { ...geometry, lines: geometry.lines - 1 } }, context);
  if ('bytes' in second) return second;
  throw new OctavoError(
    {
      code: 'pages-not-as-planned',
      reason: `The printed pages differ from the planned ones, twice: ${second.faults.slice(0, 3).join('; ')}`,
      note: 'This is a fault of Octavo, not of the book. Until it is mended, `notes: chapter` in this edition may print it.',
    },
    EXIT.bug,
  );
}

async function attempt(
  job: PdfJob,
  context: Context,
): Promise<MadePdf | { readonly faults: readonly string[] }> {
  const { layout, printed, shortened } = await printPages(job, context);
  context.progress.step('Finishing the PDF');
  const margins = await marginsOf(job, layout);
  try {
    const finished = finishPdf(printed, finishingOf(job, layout, context.date, margins));
    if (finished.faults.drawnFont) throw drawnFont();
    if (finished.faults.scale !== 1) {
      reportOverflows(layout, context.report);
      throw printedSmaller(finished.faults.scale);
    }
    const faults = faultsOf(finished, layout);
    return faults.length ? { faults } : { bytes: finished.bytes, layout, shortened };
  } catch (error) {
    if (error instanceof Mismatch) return { faults: [error.message] };
    throw error;
  }
}

function printedSmaller(scale: number): OctavoError {
  return new OctavoError({
    code: 'printed-smaller',
    reason: `Something stands so far beyond the text that all pages would be printed at ${(scale * 100).toFixed(1)} % of their size`,
    note: 'What is too wide is named above. A template of the book’s own may be what puts it there: try the edition without it.',
  });
}

function drawnFont(): OctavoError {
  return new OctavoError({
    code: 'drawn-font',
    reason: 'A character is in the PDF as a drawing (Type 3), which printers refuse',
    note: 'It is one that no font of the book has, such as an emoji, or a face that a font in `typography.fonts` lacks.',
  });
}
