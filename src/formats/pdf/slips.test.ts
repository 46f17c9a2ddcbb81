import { afterAll, expect, test } from 'vitest';
import { testContext } from '../../browser/testing/test-context.js';
import { bookSchema, type PdfEdition } from '../../config/schema.js';
import { editionOf } from '../../edition/testing/edition-of.js';
import { OctavoError } from '../../report/errors.js';
import { makePdf } from './make-pdf.js';
import { geometryOf } from './page-geometry.js';
import { BOOK } from './prepare/dress.js';
import { prepareBook } from './prepare/prepare-book.js';
import { readPdf } from './testing/read-pdf.js';

const context = testContext();
const steps: string[] = [];
const watched = { ...context, progress: { step: (text: string) => void steps.push(text) } };
afterAll(() => context.close());

const words = (name: string, count: number) =>
  Array.from({ length: count }, (_, k) => `${name}${k}q`).join(' ');

/** A book whose quotations are so much taller in print than they were measured. */
async function bookWithTallerPrint(by: string) {
  const chapter = (c: number) =>
    [
      `# Chapter ${c}`,
      ...Array.from({ length: 24 }, (_, k) => `${words(`text${c}x${k}x`, 60)}[^${k}]`),
      ...(c === 2 ? [`> ${words('quoted', 40)}`, words('later', 300), `${words('more', 200)}[^end]`] : []),
      ...Array.from({ length: 24 }, (_, k) => `[^${k}]: ${words(`note${c}x${k}x`, 12)}`),
      '[^end]: The end.',
    ].join('\n\n');
  const { edition } = await editionOf({
    markdown: { 'one.md': chapter(1), 'two.md': chapter(2), 'three.md': chapter(3) },
    book: { language: 'en', typography: { hyphenate: false } },
  });
  const { editions } = bookSchema.parse({
    title: 'T',
    editions: { print: { format: 'pdf', trim: 'a5', openings: 'any' } },
  });
  const config = editions!.print as PdfEdition;
  const geometry = geometryOf(config, edition.book.typography, edition.book.language);
  // The printer alone is shown what has been placed.
  const style = `html:not(.octavo-measuring):not(.octavo-placed) blockquote { padding-bottom: ${by}; }`;
  const prepared = await prepareBook(edition, config, geometry, BOOK);
  return { edition, config, geometry, prepared, dress: BOOK, style };
}

const printed = async (by: string) => {
  const { style, ...job } = await bookWithTallerPrint(by);
  const browser = await context.browser();
  const createBrowserContext = browser.createBrowserContext.bind(browser);
  browser.createBrowserContext = async () => {
    const own = await createBrowserContext();
    const newPage = own.newPage.bind(own);
    own.newPage = async () => {
      const page = await newPage();
      const pdf = page.pdf.bind(page);
      page.pdf = async (options) => {
        await page.addStyleTag({ content: style });
        return pdf(options);
      };
      return page;
    };
    return own;
  };
  steps.length = 0;
  try {
    return await makePdf(job, watched);
  } finally {
    browser.createBrowserContext = createBrowserContext;
  }
};

test('pages that are printed taller than they were measured get room when they are laid out once more, others none', async () => {
  const { bytes, layout } = await printed('30px');
  expect(steps.filter((step) => /once more/.test(step))).toHaveLength(1);
  const { pages } = await readPdf(bytes);
  expect(pages).toHaveLength(layout.pages.length);
  const text = pages
    .map((pieces) =>
      pieces
        .map((piece) => piece.text)
        .join('')
        .replace(/\s+/g, ''),
    )
    .join('');
  for (const word of ['quoted39q', 'later299q', 'more199q', 'note3x23x11q']) expect(text).toContain(word);
  // The first chapter is as it was: its pages are full.
  const plain = await printed('0px');
  const heads = (laid: typeof layout) =>
    laid.pages.filter(({ section }) => section === laid.pages[4]!.section).length;
  expect(heads(layout)).toBe(heads(plain.layout));
});

test('pages that do not come out as planned twice are an error that names where in the source', async () => {
  const error = await printed('400px').catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(OctavoError);
  const [detail] = (error as OctavoError).details;
  expect(detail).toMatchObject({ code: 'pages-not-as-planned', place: { path: 'two.md' } });
});
