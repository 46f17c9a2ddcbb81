import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import type { Context } from '../../context.js';
import { directionOf } from '../../edition/direction.js';
import { withEngine } from '../../paginate/engine-css.js';
import { Hyphenator } from '../../paginate/lines/hyphenator.js';
import { paginate, printPaginated } from '../../paginate/paginate.js';
import type { Layout } from '../../paginate/types.js';
import { fitBoxes } from './fit-boxes.js';
import { furnish } from './furniture.js';
import type { PdfJob } from './make-pdf.js';
import {
  type MeasuredMarginNote,
  measureMarginNotes,
  placeMarginNotes,
  setMarginNotes,
} from './margin/margin-notes.js';

export interface PrintedPages {
  readonly layout: Layout;
  readonly printed: Uint8Array;
}

/** Lays the prepared book out in a page of the browser and prints it. */
export async function printPages(job: PdfJob, context: Context): Promise<PrintedPages> {
  const { edition, config, geometry, prepared, dress } = job;
  const browser = await context.browser();
  const page = await browser.newPage();
  try {
    context.progress.step('Reading the text into the browser');
    await page.emulateMediaType('print');
    const { language, typography } = edition.book;
    const hyphenator = new Hyphenator();
    const opened = open(page, withEngine(prepared.html, geometry));
    // Words are divided here while the browser reads the same text there.
    if (typography.hyphenate) hyphenator.warm(await htmlText(prepared.html), language);
    await opened;
    context.progress.step('Laying out pages');
    let notes: readonly MeasuredMarginNote[] = [];
    const { layout } = await paginate(
      page,
      {
        geometry,
        language,
        hyphenate: typography.hyphenate,
        hanging: typography.hanging,
        fit: async (laid) => {
          await laid.evaluate(fitBoxes, geometry.leading, geometry.measure);
          notes = await laid.evaluate(measureMarginNotes);
        },
      },
      hyphenator,
      (laid) => dress.furnish(furnish(edition, config, prepared, laid), laid),
    );
    if (notes.length > 0) {
      const isRtl = (edition.book.direction ?? directionOf(language)) === 'rtl';
      await page.evaluate(setMarginNotes, placeMarginNotes(notes, layout, geometry, isRtl));
    }
    context.signal.throwIfAborted();
    context.progress.step(`Printing ${layout.pages.length} pages`);
    const printed = await printPaginated(page);
    return { layout, printed };
  } finally {
    await page.close();
  }
}

/** The text of a document, once the browser has been told to open it. */
async function htmlText(html: string): Promise<string> {
  await setTimeout(10);
  return html.slice(html.indexOf('<body')).replace(/<[^>]*>/g, ' ');
}

/** Opens HTML from a file: pictures and fonts are files too, which a page without an address may not read. */
async function open(page: Page, html: string): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'octavo-'));
  try {
    const file = path.join(folder, 'book.html');
    await writeFile(file, html);
    await page.goto(pathToFileURL(file).href, { timeout: 0 });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
