import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pMap from 'p-map';
import type { Browser, BrowserContext, Page } from 'puppeteer-core';
import { inTime } from '../../browser/in-time.js';
import type { Context } from '../../context.js';
import { directionOf } from '../../edition/direction.js';
import { withEngine } from '../../paginate/engine-css.js';
import type { ShortenedHead } from '../../paginate/fit-heads.js';
import { inPage } from '../../paginate/in-page.js';
import { Hyphenator } from '../../paginate/lines/hyphenator.js';
import { paginate, printPaginated } from '../../paginate/paginate.js';
import type { Layout, PageGeometry } from '../../paginate/types.js';
import { alignBoxes } from './align-boxes.js';
import { fitBoxes } from './fit-boxes.js';
import { fitLeaders } from './fit-leaders.js';
import { fitTables } from './fit-tables.js';
import { fitTall } from './fit-tall.js';
import { furnish } from './furniture.js';
import { setIndexColumns } from './index-columns.js';
import type { PdfJob } from './make-pdf.js';
import {
  type MeasuredMarginNote,
  measureMarginNotes,
  placeMarginNotes,
  setMarginNotes,
} from './margin/margin-notes.js';
import { type HtmlDocument, htmlOf, portionsOf } from './prepare/document.js';
import { turnCode } from './turn-code.js';

export interface PrintedPages {
  readonly layout: Layout;
  /** The printed portions of the book, in order. */
  readonly printed: readonly Uint8Array[];
  /** Running heads that were too wide. */
  readonly shortened: readonly ShortenedHead[];
}

/** Lays the prepared book out in pages of the browser, a portion in each, and prints it. */
export async function printPages(job: PdfJob, context: Context): Promise<PrintedPages> {
  const { edition, config, geometry, prepared, dress } = job;
  const { language, typography } = edition.book;
  const portions = portionsOf(prepared.document);
  const hyphenator = new Hyphenator();
  const contexts: BrowserContext[] = [];
  const limit = context.patience ?? patienceFor(prepared.document);
  const folder = await mkdtemp(path.join(tmpdir(), 'octavo-'));
  let browser: Browser | undefined;
  const writeAll = async () => {
    for (const [k, sections] of portions.entries())
      await writeFile(fileOf(k), withEngine(htmlOf(prepared.document, sections), geometry));
  };
  const fileOf = (portion: number) => path.join(folder, `${portion}.html`);
  const openAll = async () => {
    // The text is written while the browser starts.
    const [shared] = await Promise.all([context.browser(), writeAll()]);
    browser = shared;
    context.progress.step('Reading the text into the browser');
    const opened = pMap(
      portions,
      async (_, portion) => {
        // A context of its own gives each page a process of its own.
        const own = await shared.createBrowserContext();
        contexts.push(own);
        return open(own, fileOf(portion));
      },
      { concurrency: availableParallelism() },
    );
    return inTime(shared, 'reading the text', limit, opened);
  };
  try {
    // Words are divided here while the browser starts and reads the same text.
    const [pages] = await Promise.all([
      openAll(),
      typography.hyphenate ? warm(hyphenator, prepared.document, language) : undefined,
    ]);
    context.progress.step('Laying out pages');
    const notes = new Map<Page, readonly MeasuredMarginNote[]>();
    const laying = paginate(
      pages,
      {
        geometry,
        ...(job.spare ? { spare: job.spare } : {}),
        language,
        hyphenate: typography.hyphenate,
        hanging: typography.hanging,
        fitLate: (laid) => laid.evaluate(setIndexColumns, geometry),
        fit: async (page) => {
          notes.set(page, await inPage(page, fit, geometry, FITTERS));
        },
      },
      hyphenator,
      (laid) => dress.furnish(furnish(edition, config, prepared, laid), laid),
    );
    const { layout, shortened } = await inTime(browser!, 'laying out pages', limit, laying);
    const beside = pages.flatMap((page) => notes.get(page) ?? []);
    if (beside.length > 0) {
      const isRtl = (edition.book.direction ?? directionOf(language)) === 'rtl';
      const placed = placeMarginNotes(beside, layout, geometry, isRtl);
      const setting = Promise.all(pages.map((page) => page.evaluate(setMarginNotes, placed)));
      await inTime(browser!, 'setting margin notes', limit, setting);
    }
    context.signal.throwIfAborted();
    context.progress.step(`Printing ${layout.pages.length} pages`);
    const printing = pMap(
      pages,
      async (page) => {
        const bytes = await printPaginated(page);
        await page.browserContext().close();
        return bytes;
      },
      { concurrency: availableParallelism() },
    );
    const printed = await inTime(browser!, `printing ${layout.pages.length} pages`, limit, printing);
    return { layout, printed, shortened };
  } finally {
    // With a browser that was ended its pages are gone.
    if (browser?.connected)
      await Promise.allSettled(contexts.map((one) => (one.closed ? undefined : one.close())));
    await rm(folder, { recursive: true, force: true });
  }
}

const FITTERS = { turnCode, fitLeaders, fitBoxes, fitTables, fitTall, alignBoxes, measureMarginNotes };

/** Runs in the page: all that is fitted to the page before it is laid out. */
function fit(
  { lines, leading, measure }: Pick<PageGeometry, 'lines' | 'leading' | 'measure'>,
  tools: typeof FITTERS,
): MeasuredMarginNote[] {
  tools.turnCode();
  tools.fitLeaders();
  tools.fitBoxes(leading);
  tools.fitTables(measure);
  tools.fitTall({ height: lines * leading, measure, leading });
  tools.alignBoxes(leading);
  return tools.measureMarginNotes();
}

/** Milliseconds after which the browser is taken to have stopped: many times what it needs on a slow machine. */
function patienceFor({ sections }: HtmlDocument): number {
  const characters = sections.reduce((sum, { html }) => sum + html.length, 0);
  return 90_000 + characters * 0.06;
}

/** Looks up the words of a document, a section at a time, so that the browser is not kept waiting for answers. */
async function warm(hyphenator: Hyphenator, { sections }: HtmlDocument, language: string): Promise<void> {
  for (const { html } of sections) {
    await setImmediate();
    hyphenator.warm(html.replace(/<[^>]*>/g, ' '), language);
  }
}

/** Opens HTML from a file: pictures and fonts are files too, which a page without an address may not read. */
async function open(context: BrowserContext, file: string): Promise<Page> {
  const page = await context.newPage();
  await Promise.all([page.emulateMediaType('print'), hide(page)]);
  await page.goto(pathToFileURL(file).href, { timeout: 0 });
  return page;
}

/** Makes it a page that nobody looks at, of which the browser would draw every step. */
async function hide(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  // Freezing hides it; what is made active again stays hidden.
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await session.detach();
}
