import type { PdfEdition } from '../../config/schema.js';
import type { Context } from '../../context.js';
import type { Edition } from '../../edition/edition.js';
import type { Layout, PageGeometry } from '../../paginate/types.js';
import { type Finished, finishPdf } from './finish.js';
import { finishingOf } from './finishing-of.js';
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
}

/** Lays out, prints, finishes and reads back; what does not come out as planned is made once more, then given up. */
export async function makePdf(job: PdfJob, context: Context): Promise<MadePdf> {
  const { layout, printed } = await printPages(job, context);
  const finished: Finished = finishPdf(printed, finishingOf(job, layout, context.date));
  const faults = faultsOf(finished, layout);
  if (faults.length) throw new Error(faults.join('\n'));
  reportOverflows(layout, context.report);
  return { bytes: finished.bytes, layout };
}
