import { availableParallelism } from 'node:os';
import pMap from 'p-map';
import type { Page } from 'puppeteer-core';
import { noteGap } from './engine-css.js';
import { fillText } from './fill-text.js';
import { type FoundStart, findStarts } from './find-starts.js';
import { type ShortenedHead, shorterHeads, widestFitting } from './fit-heads.js';
import { inPage } from './in-page.js';
import { breakLines } from './lines/break-lines.js';
import { gatherText } from './lines/gather-text.js';
import { HANGING_MARKS } from './lines/hanging-marks.js';
import type { Hyphenator } from './lines/hyphenator.js';
import { loosenLines } from './lines/loosen-lines.js';
import { paragraphPoints } from './lines/paragraph-points.js';
import { resetLines } from './lines/reset-lines.js';
import { type SetLinesInput, type SetLinesTools, type Spread, setLines } from './lines/set-lines.js';
import { textWidth } from './lines/text-width.js';
import { wordCuts } from './lines/word-cuts.js';
import { textBreaks, writeBreaks } from './lines/write-breaks.js';
import { measureLines } from './measure-lines.js';
import type { Measured } from './measured.js';
import { naturalEnd } from './natural-end.js';
import { layOut, type PlannedBook } from './pages/lay-out.js';
import { measuredAfter, resetsOf } from './pages/reset.js';
import { placePages } from './place-pages.js';
import { divideResets, divideWork, joinMeasured, type PortionWork, sharesOf } from './portions.js';
import type { Furnish, Furniture, Layout, PaginateSettings, Spare } from './types.js';

/** What a book's layout took, for the bench. */
export interface PaginateTimes {
  readonly lines: number;
  readonly measure: number;
  readonly breaking: number;
  readonly place: number;
}

export interface Paginated {
  readonly layout: Layout;
  readonly furniture: Furniture;
  readonly shortened: readonly ShortenedHead[];
  readonly times: PaginateTimes;
  readonly spread: Spread;
}

/**
 * Turns a book that is loaded into one or more pages of a browser (see `withEngine`), each with some of its sections
 * in order, into pages that print as they are planned: sets the lines, measures them, breaks the book into pages, and
 * writes the breaks, the notes and the furniture into each portion. The portions are worked on side by side.
 */
export async function paginate(
  portions: readonly Page[],
  settings: PaginateSettings,
  hyphenator: Hyphenator,
  furnish: Furnish,
): Promise<Paginated> {
  const { geometry } = settings;
  const gap = noteGap(geometry);
  const { height } = geometry;
  const times = { lines: 0, measure: 0, breaking: 0, place: 0 };
  let clock = performance.now();
  const lap = (step: keyof typeof times) => {
    const now = performance.now();
    times[step] += now - clock;
    clock = now;
  };
  const inEach = <T>(step: (page: Page, portion: number) => Promise<T>): Promise<T[]> =>
    pMap(portions, step, { concurrency: availableParallelism() });
  const set = await inEach(async (page) => {
    const hasLate = await inPage(page, begin, undefined, {});
    const spread = await typeset(page, settings, hyphenator, false);
    await settings.fit?.(page);
    const measured = await inPage(page, measureLines, { height, late: false }, {});
    if (portions.length > availableParallelism()) await tidy(page);
    return { hasLate, spread, measured };
  });
  lap('lines');
  const join = (portions: readonly Measured[]) => withSpare(joinMeasured(portions), settings.spare);
  let measured = join(set.map((portion) => portion.measured));
  const shares = sharesOf(set.map((portion) => portion.measured));
  let planned = layOut(measured, geometry, gap);
  lap('breaking');
  if (set.some(({ hasLate }) => hasLate)) {
    const early = furnish(layoutOf(planned, measured, []));
    const late = await inEach(async (page, portion) => {
      if (!set[portion]!.hasLate) return [];
      await inPage(page, fill, { fills: [...early.fills], late: true }, {});
      await typeset(page, settings, hyphenator, true);
      await settings.fitLate?.(page);
      return [await inPage(page, measureLines, { height, late: true }, {})];
    });
    measured = join([measured, ...late.flat()]);
    planned = layOut(measured, geometry, gap);
    lap('measure');
  }
  const resets = resetsOf(planned.runs);
  if (resets.length > 0) {
    const { leading } = geometry;
    const own = divideResets(resets, shares);
    const moved = await inEach(async (page, portion) => {
      const found = await inPage(page, resetLines, { resets: own[portion]!, leading }, { writeBreaks });
      return found.map((one) => ({ ...one, block: one.block + shares[portion]!.block }));
    });
    measured = measuredAfter(measured, resets, moved.flat(), leading);
    planned = layOut(measured, geometry, gap, planned);
    lap('measure');
  }
  const tasks = divideWork(planned, shares);
  const furnishing = furnish(layoutOf(planned, measured, []));
  const fills = [...furnishing.fills];
  const starts = await inEach((page, portion) => {
    const work = { ...tasks[portion]!, fills };
    return inPage(page, place, work, { findStarts, fillText, placePages, naturalEnd });
  });
  const layout = layoutOf(planned, measured, starts.flat());
  const { furniture, shortened } = await withFittingHeads(portions[0]!, furnishing, geometry.measure);
  await inEach(async (page, portion) => {
    const { from, to } = tasks[portion]!;
    const style = counterStyles(furniture, from, to);
    await inPage(page, fill, { fills: [...furniture.fills], style, opensVerso: from % 2 === 1 }, {});
  });
  lap('place');
  return { layout, furniture, shortened, times, spread: sumOf(set.map((portion) => portion.spread)) };
}

/** Gives memory back that setting the lines has taken, in a portion of a long book that must wait for the others. */
async function tidy(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
}

/** Shortens the running heads that are wider than the text. */
async function withFittingHeads(
  page: Page,
  furniture: Furniture,
  measure: number,
): Promise<{ furniture: Furniture; shortened: ShortenedHead[] }> {
  const long = [...new Set(furniture.heads)].filter((head) => head.length > NEVER_TOO_LONG);
  if (long.length === 0) return { furniture, shortened: [] };
  const texts = long.map((head) => [head, ...shorterHeads(head)]);
  const found = await inPage(page, widestFitting, { heads: texts, measure }, {});
  const fitting = new Map(long.map((head, k) => [head, texts[k]![found[k]!]!]));
  return {
    furniture: { ...furniture, heads: furniture.heads.map((head) => fitting.get(head) ?? head) },
    shortened: Array.from(fitting, ([head, as]) => ({ head, as })).filter(({ head, as }) => head !== as),
  };
}

/** Characters that any page has room for. */
const NEVER_TOO_LONG = 12;

/** Sets the lines of a portion: asks it for its words, divides them here, and breaks its paragraphs there. */
async function typeset(page: Page, settings: PaginateSettings, hyphenator: Hyphenator, late: boolean) {
  const { language, hyphenate } = settings;
  const gathered = await inPage(page, gatherText, { language, hyphenate, late }, {});
  const words = Object.fromEntries(
    Object.entries(gathered).map(([tag, list]) => [tag, hyphenator.divide(list, tag)]),
  );
  const marks = settings.hanging ? { hanging: HANGING_MARKS } : {};
  const tools = {
    setLines,
    breakLines,
    loosenLines,
    paragraphPoints,
    textBreaks,
    textWidth,
    wordCuts,
    writeBreaks,
  };
  return inPage(page, setText, { words, ...marks }, tools);
}

function layoutOf(planned: PlannedBook, measured: Measured, starts: readonly FoundStart[]): Layout {
  const { pages, anchors, tops, spots, origins, feet, lines } = planned;
  return {
    pages,
    anchors,
    tops,
    spots,
    feet,
    blocks: blocksOf(planned),
    lines,
    starts: starts.map(({ section, offset, endnote, entry }, k) => {
      const { page, note } = origins[k]!;
      const inNote = note === undefined ? endnote : measured.notes[note]!.id;
      return {
        label: pages[page]!.label,
        section,
        ...(inNote === undefined ? {} : { note: inNote }),
        offset,
        ...(entry === undefined ? {} : { entry }),
      };
    }),
    overflows: measured.overflows,
  };
}

function blocksOf({ pages, origins }: PlannedBook): (number | undefined)[] {
  const blocks = pages.map((): number | undefined => undefined);
  for (const { page, block } of origins) blocks[page] = block;
  return blocks;
}

/** The measures with what an earlier print of these pages has taught. */
function withSpare(measured: Measured, spares: readonly Spare[] = []): Measured {
  if (spares.length === 0) return measured;
  return {
    ...measured,
    blocks: measured.blocks.map((block, k) => {
      const spare = spares.find(({ from, to }) => k >= from && k <= to);
      return spare ? { ...block, spare: spare.height } : block;
    }),
  };
}

function sumOf(spreads: readonly Spread[]): Spread {
  const total = { lines: 0, sum: 0, squares: 0 };
  for (const { lines, sum, squares } of spreads) {
    total.lines += lines;
    total.sum += sum;
    total.squares += squares;
  }
  return total;
}

/** One string for each page of a portion, as `counter(page, head)` shows it in a margin box. */
function counterStyles({ heads, folios }: Furniture, from: number, to: number): string {
  const strings = (list: readonly string[]) =>
    list
      .slice(from, to)
      .map((text) => `"${text.replace(/[\\"]/g, '\\$&').replace(/[\n\r\f]/g, ' ')}"`)
      .join(' ') || '""';
  return `@counter-style head { system: fixed; symbols: ${strings(heads)}; }
@counter-style folio { system: fixed; symbols: ${strings(folios)}; }`;
}

/**
 * Runs in the page: lets its boxes be laid out from now on, though not yet the text in them; tells whether there are
 * late sections.
 */
function begin(): boolean {
  document.documentElement.classList.add('octavo-measuring', 'octavo-open');
  return document.querySelector('body > section[data-late]') !== null;
}

/**
 * Runs in the page: sets the lines and lays out all text, which makes the browser load the fonts of what the engine has
 * not set.
 */
async function setText(
  input: SetLinesInput,
  tools: SetLinesTools & { setLines: typeof setLines },
): Promise<Spread> {
  const spread = tools.setLines(input, tools);
  // What is known of words is of no more use, and much.
  window.octavoPages!.faces.clear();
  window.octavoPages!.metrics.clear();
  document.documentElement.classList.remove('octavo-measuring');
  document.body.getBoundingClientRect();
  await document.fonts.ready;
  return spread;
}

/** Runs in the page: tells where its pages begin in the text, writes what depends on them, and places them. */
function place(
  work: PortionWork & Pick<Fill, 'fills'>,
  tools: {
    findStarts: typeof findStarts;
    fillText: typeof fillText;
    placePages: typeof placePages;
    naturalEnd: typeof naturalEnd;
  },
): readonly FoundStart[] {
  const starts = tools.findStarts(work.origins, tools);
  tools.fillText(work.fills);
  tools.placePages(work.place, tools);
  return starts;
}

/**
 * Prints what `paginate` has laid out. The page is hidden from the screen and shown to the printer alone, which
 * spares layouts of the whole book.
 */
export async function printPaginated(page: Page): Promise<Uint8Array> {
  await page.emulateMediaType();
  await page.evaluate(() => document.documentElement.classList.remove('octavo-placed'));
  return page.pdf({ preferCSSPageSize: true, tagged: true, outline: true, timeout: 0, waitForFonts: false });
}

/** What `fill` writes into a portion. */
interface Fill {
  readonly fills: readonly (readonly [string, string])[];
  readonly style?: string;
  /** Only what stands in late sections. */
  readonly late?: boolean;
  /** The portion begins on a verso, while Chromium takes the first page of a print for a recto. */
  readonly opensVerso?: boolean;
}

/**
 * Runs in the page: writes text that depends on pages, and the furniture's rules. Links inside the book get addresses
 * that the finished file can tell from others: their targets may be in another portion.
 */
function fill({ fills, late, style, opensVerso }: Fill): void {
  const texts = new Map(fills);
  for (const element of document.querySelectorAll(`${late ? '[data-late] ' : ''}[data-fill]`)) {
    const text = texts.get(element.getAttribute('data-fill')!);
    if (text !== undefined && element.textContent !== text) element.textContent = text;
  }
  if (style === undefined) return;
  const element = document.createElement('style');
  element.textContent = style;
  document.head.append(element);
  for (const link of document.querySelectorAll('a[href^="#"]'))
    link.setAttribute('href', `octavo:${encodeURIComponent(link.getAttribute('href')!.slice(1))}`);
  if (!opensVerso) return;
  const other: Readonly<Record<string, string>> = { ':left': ':right', ':right': ':left' };
  for (const sheet of document.styleSheets)
    for (const rule of sheet.cssRules)
      if (rule instanceof CSSPageRule) rule.selectorText = other[rule.selectorText] ?? rule.selectorText;
}
