import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import type { Context } from '../../context.js';
import { Hyphenator } from '../../paginate/lines/hyphenator.js';
import { paginate } from '../../paginate/paginate.js';
import type { Layout } from '../../paginate/types.js';
import { fitBoxes } from './fit-boxes.js';
import { furnish } from './furniture.js';
import type { PdfJob } from './make-pdf.js';

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
    await open(page, prepared.html);
    context.progress.step('Laying out pages');
    await page.evaluate(fitBoxes, geometry.leading, geometry.measure);
    const { layout } = await paginate(
      page,
      { geometry, language: edition.book.language, hyphenate: edition.book.typography.hyphenate },
      new Hyphenator(),
      (laid) => dress.furnish(furnish(edition, config, prepared, laid), laid),
    );
    context.signal.throwIfAborted();
    context.progress.step(`Printing ${layout.pages.length} pages`);
    // Nothing is shown on a screen: that spares two layouts of the whole book.
    await page.evaluate(() => document.documentElement.classList.add('octavo-printing'));
    await page.emulateMediaType();
    const printed = await page.pdf({
      preferCSSPageSize: true,
      tagged: true,
      outline: true,
      timeout: 0,
      waitForFonts: false,
    });
    return { layout, printed };
  } finally {
    await page.close();
  }
}

/** Opens HTML from a file: pictures and fonts are files too, which a page without an address may not read. */
async function open(page: Page, html: string): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'octavo-'));
  try {
    const file = path.join(folder, 'book.html');
    await writeFile(file, html);
    await page.goto(pathToFileURL(file).href, { timeout: 0 });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
