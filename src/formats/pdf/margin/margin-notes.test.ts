import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { BrowserHung } from '../../../browser/in-time.js';
import { testContext } from '../../../browser/testing/test-context.js';
import { bookSchema, type PdfEdition } from '../../../config/schema.js';
import { editionOf } from '../../../edition/testing/edition-of.js';
import type { LaidPage } from '../../../paginate/types.js';
import { pdf } from '../index.js';
import { geometryOf } from '../page-geometry.js';
import { readPdf } from '../testing/read-pdf.js';
import { CrowdedMargin, noteColumn, placeMarginNotes, setMarginNotes } from './margin-notes.js';

const context = testContext();
afterAll(() => context.close());

function configOf(config: object): PdfEdition {
  const { editions } = bookSchema.parse({ title: 'T', editions: { print: { format: 'pdf', ...config } } });
  return editions!.print as PdfEdition;
}

test('there is a column for notes where an edition has a wide margin that is not ruled and holds a few words', () => {
  const column = (given: object) => {
    const config = configOf(given);
    return noteColumn(config, geometryOf(config, { font: 'EB Garamond' }));
  };
  const mm = 96 / 25.4;
  expect(column({ trim: 'a4' })).toBeUndefined();
  expect(column({ trim: 'a4', wideMargin: { rules: true } })).toBeUndefined();
  expect(column({ trim: 'a6', wideMargin: { width: '20mm' } })).toBeUndefined();
  expect(column({ trim: 'a4', wideMargin: true })!.width).toBeGreaterThan(30 * mm);
  expect(column({ trim: 'a5', wideMargin: { width: '35mm' } })!.width).toBeGreaterThan(15 * mm);
});

test('notes stand in order, apart, and above the foot of the page, level with their paragraphs if they can', () => {
  const note = fc.record({ level: fc.integer({ min: 0, max: 46 }), lines: fc.integer({ min: 1, max: 6 }) });
  fc.assert(
    fc.property(fc.array(note, { minLength: 1, maxLength: 6 }), fc.nat(1), (given, page) => {
      const sorted = given.toSorted((a, b) => a.level - b.level);
      const ids = sorted.map((_, k) => `p${k}`);
      const placed = placeMarginNotes(
        sorted.map(({ lines }, k) => ({ beside: ids[k]!, height: lines * 16 })),
        {
          pages: [{ side: 'recto' }, { side: 'verso' }] as LaidPage[],
          anchors: new Map(ids.map((id) => [id, page])),
          tops: new Map(ids.map((id, k) => [id, sorted[k]!.level * 20])),
        },
        { height: 960, leading: 20 },
        false,
      );
      let bottom = 0;
      placed.forEach(({ side, shift }, k) => {
        const top = sorted[k]!.level * 20 + shift;
        expect(side).toBe(page ? 'left' : 'right');
        expect(top).toBeGreaterThanOrEqual(bottom);
        bottom = top + sorted[k]!.lines * 16;
        expect(bottom).toBeLessThanOrEqual(960);
      });
      if (placed.length === 1 && sorted[0]!.level < 40) expect(placed[0]!.shift).toBe(0);
    }),
  );
});

test('says so where a page has more notes than its margin holds', () => {
  const layout = {
    pages: [{ side: 'recto' }] as LaidPage[],
    anchors: new Map([['a', 0]]),
    tops: new Map([['a', 0]]),
  };
  const place = (height: number) =>
    placeMarginNotes([{ beside: 'a', height }], layout, { height: 960, leading: 20 }, false);
  expect(() => place(1000)).toThrow(CrowdedMargin);
  expect(place(900)).toHaveLength(1);
});

test('a note longer than a page stands in the text', async () => {
  const long = Array.from({ length: 900 }, (_, k) => `aside${k}`).join(' ');
  const md = `# One\n\nBefore.\n\n::margin-note[${long}]\n\nAfter.\n`;
  const { edition } = await editionOf({ markdown: { 'one.md': md }, book: { title: 'T' } });
  const config = configOf({ trim: 'a4', wideMargin: true });
  const none = { pageStarts: new Map(), pageCounts: new Map() };
  const result = await pdf.render({ edition, name: 'print', config, ...none }, context);
  const text = (await readPdf(result.files[0]!.bytes)).pages.flat().map((piece) => piece.text);
  const found = text.join('').match(/aside\d+/g)!;
  expect(found).toEqual(long.split(' '));
}, 60_000);

test('prints each note in the outer margin of the page on which its paragraph begins', async () => {
  const words = 'the ferry went over the river at dusk with nobody in it but a lantern and two geese ';
  const text = Array.from(
    { length: 40 },
    (_, k) => `::margin-note[aside${k} ${words}end${k}]\n\nPara${k} ${words.repeat(4 + (k % 7))}`,
  ).join('\n\n');
  const { edition } = await editionOf({ markdown: { 'one.md': `# One\n\n${text}\n` }, book: { title: 'T' } });
  const config = configOf({ trim: 'a4', wideMargin: true });
  const geometry = geometryOf(config, edition.book.typography);
  const none = { pageStarts: new Map(), pageCounts: new Map() };
  const result = await pdf.render({ edition, name: 'print', config, ...none }, context);
  const { pages, labels } = await readPdf(result.files[0]!.bytes);
  const first = labels!.indexOf('1');
  const find = (word: string) =>
    pages.flatMap((pieces, page) => {
      const piece = pieces.find((one) => new RegExp(`\\b${word}\\b`).test(one.text));
      return piece ? [{ page, x: (piece.x * 96) / 72 }] : [];
    });
  for (let k = 0; k < 40; k++) {
    const [[aside], [end], [paragraph]] = [find(`aside${k}`), find(`end${k}`), find(`Para${k}`)];
    expect(aside!.page, `aside ${k}`).toBe(paragraph!.page);
    expect(end!.page, `aside ${k}`).toBe(paragraph!.page);
    const left = (aside!.page - first) % 2 ? geometry.margins.outer : geometry.margins.inner;
    if ((aside!.page - first) % 2) expect(aside!.x).toBeLessThan(left - 50);
    else expect(aside!.x).toBeGreaterThan(left + geometry.measure);
    expect(paragraph!.x).toBeLessThan(left + 60);
    expect(paragraph!.x).toBeGreaterThan(left - 25);
  }
}, 60_000);

test('a browser that gives no answer while margin notes are set is ended', async () => {
  const hanging = testContext();
  const browser = await hanging.browser();
  const createBrowserContext = browser.createBrowserContext.bind(browser);
  browser.createBrowserContext = async () => {
    const own = await createBrowserContext();
    const newPage = own.newPage.bind(own);
    own.newPage = async () => {
      const page = await newPage();
      const evaluate = page.evaluate.bind(page);
      page.evaluate = ((step: never, ...given: never[]) =>
        step === setMarginNotes
          ? new Promise(() => undefined)
          : evaluate(step, ...given)) as typeof page.evaluate;
      return page;
    };
    return own;
  };
  try {
    const { edition } = await editionOf({
      markdown: '# One\n\n::margin-note[Beside it.]\n\nA paragraph.\n',
      book: { language: 'en' },
    });
    const config = configOf({ trim: 'a4', wideMargin: true });
    const request = { edition, name: 'print', config, pageStarts: new Map(), pageCounts: new Map() };
    const error = await pdf
      .render(request, { ...hanging, patience: 8000 })
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(BrowserHung);
    expect((error as BrowserHung).turn).toBe('setting margin notes');
    expect(browser.connected).toBe(false);
  } finally {
    await hanging.close();
  }
});
