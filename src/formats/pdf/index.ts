import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PdfEdition } from '../../config/schema.js';
import type { Context } from '../../context.js';
import type { Format, FormatInput, FormatResult } from '../format.js';
import { boxesOf } from './boxes-of.js';
import { finishPdf } from './finish.js';
import { metadataOf } from './metadata-of.js';
import { geometryOf } from './page-geometry.js';
import { prepareBook } from './prepare/prepare-book.js';

/** A typeset PDF: pages with notes at their feet, running heads, contents, index. */
export const pdf: Format<PdfEdition> = {
  async render({ edition, name, config }: FormatInput<PdfEdition>, context: Context): Promise<FormatResult> {
    const geometry = geometryOf(config, edition.book.typography);
    const prepared = prepareBook(edition, { ...config, notes: 'chapter' }, geometry);
    const printed = await print(prepared.html, context);
    const { bytes, pages } = finishPdf(printed, {
      metadata: metadataOf(edition.book, context.date),
      labels: [],
      bookmarks: prepared.bookmarks,
      headings: prepared.headings,
      anchors: new Map(edition.sections.map(({ id }) => [id, 0])),
      boxes: boxesOf(geometry, config),
      notes: { calls: [], notes: [], callsInside: new Map(), noteOf: new Map(), places: new Map() },
    });
    return { files: [{ name: `${edition.book.slug}-${name}.pdf`, bytes, pages }] };
  },
};

async function print(html: string, context: Context): Promise<Uint8Array> {
  const folder = await mkdtemp(path.join(tmpdir(), 'octavo-'));
  try {
    const file = path.join(folder, 'book.html');
    await writeFile(file, html);
    const browser = await context.browser();
    const page = await browser.newPage();
    try {
      await page.goto(pathToFileURL(file).href);
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      return await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true, timeout: 0 });
    } finally {
      await page.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
