import type { PdfEdition } from '../../config/schema.js';
import type { Context } from '../../context.js';
import type { Edition } from '../../edition/edition.js';
import type { ShortenedHead } from '../../paginate/fit-heads.js';
import type { Layout, PageGeometry, Spare } from '../../paginate/types.js';
import { EXIT, OctavoError } from '../../report/errors.js';
import { anchorPlace } from './anchor-place.js';
import { Mismatch } from './finish/mismatch.js';
import { finishPdf } from './finish.js';
import { finishingOf } from './finishing-of.js';
import { marginsOf } from './margin/margins-of.js';
import type { Dress } from './prepare/dress.js';
import type { PreparedBook } from './prepare/prepared.js';
import { printPages } from './print-pages.js';
import { faultsOf } from './read-back.js';
import { reportOverflows } from './report-overflows.js';
import { type Slip, slipsOf, sparesOf } from './slips.js';

/** A book that is ready for its pages. */
export interface PdfJob {
  readonly edition: Edition;
  readonly config: PdfEdition;
  readonly geometry: PageGeometry;
  readonly prepared: PreparedBook;
  readonly dress: Dress;
  /** What an earlier attempt has taught. */
  readonly spare?: readonly Spare[];
}

export interface MadePdf {
  readonly bytes: Uint8Array;
  readonly layout: Layout;
  readonly shortened: readonly ShortenedHead[];
}

/** Lines that the pages of a slip leave free when they are laid out once more. */
const LINES_TO_SPARE = 3;

/**
 * Lays out, prints, finishes and reads back. Where the file shows that pages do not come out as planned, the text of
 * these pages was printed taller than it was measured: they are planned once more with room for it, all others as
 * before.
 *
 * @throws {OctavoError} `pages-not-as-planned` rather than give a book whose notes are on the wrong pages.
 */
export async function makePdf(job: PdfJob, context: Context): Promise<MadePdf> {
  const first = await attempt(job, context);
  if ('bytes' in first) return first;
  const { leading, lines } = job.geometry;
  context.progress.step('Laying out pages once more');
  const second = await attempt(
    first.slips.length > 0
      ? { ...job, spare: sparesOf(first.slips, first.layout, LINES_TO_SPARE * leading) }
      : { ...job, geometry: { ...job.geometry, lines: lines - 1 } },
    context,
  );
  if ('bytes' in second) return second;
  throw notAsPlanned(job, first, second);
}

/** Pages that are not as planned. */
interface Failure {
  readonly faults: readonly string[];
  readonly layout: Layout;
  /** Where they are, if the file shows it. */
  readonly slips: readonly Slip[];
}

async function attempt(job: PdfJob, context: Context): Promise<MadePdf | Failure> {
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
    if (faults.length === 0) return { bytes: finished.bytes, layout, shortened };
    return { faults, layout, slips: slipsOf(finished, layout) };
  } catch (error) {
    if (error instanceof Mismatch) return { faults: [error.message], layout, slips: [] };
    throw error;
  }
}

function notAsPlanned({ edition }: PdfJob, first: Failure, { faults, layout, slips }: Failure): OctavoError {
  const [slip] = slips;
  const label = (page: number) => layout.pages[page]?.label ?? String(page + 1);
  const where = slip
    ? slip.from === slip.to
      ? `Page ${label(slip.from)} does`
      : `Between pages ${label(slip.from)} and ${label(slip.to)} one does`
    : 'Pages do';
  const place = slip?.anchor === undefined ? undefined : anchorPlace(edition, slip.anchor);
  const tried =
    first.slips.length > 0
      ? `They were laid out once more with ${LINES_TO_SPARE} lines to spare.`
      : 'All were laid out once more with a line to spare.';
  return new OctavoError(
    {
      code: 'pages-not-as-planned',
      reason: `${where} not come out as planned: ${faults.slice(0, 3).join('; ')}`,
      ...(place ? { place } : {}),
      note: `${tried} This is a fault of Octavo, not of the book: something there, or shortly before it, is printed taller than it was measured. Until it is mended, \`notes: chapter\` in this edition may print it.`,
    },
    EXIT.bug,
  );
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
