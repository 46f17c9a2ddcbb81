import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testContext } from '../../browser/testing/test-context.js';
import { bookSchema, type PdfEdition } from '../../config/schema.js';
import { editionOf } from '../../edition/testing/edition-of.js';
import type { PageStart } from '../format.js';
import { pdf } from '../pdf/index.js';
import { readEpub } from './check/read-epub.js';
import { elementsOf, navOf, textOf } from './check/xast.js';
import { type BuiltEpub, buildEpub, packEpub } from './testing/build.js';
import { labelledMarks, misplaced } from './testing/printed-pages.js';

const WORDS =
  'the harbour lay quiet under a low grey sky and nobody spoke of ships while old men mended their nets by lamplight because winter had come early that year with long rain from western hills where sheep stood close against the weathered stone walls'.split(
    ' ',
  );

/** Invented text in which no stretch of a few words comes twice. */
function invented(words: number, seed: number): string {
  let state = seed;
  const next = () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return state >> 8;
  };
  return Array.from(
    { length: words },
    (_, i) => `${WORDS[next() % WORDS.length]}${i % 11 === 10 ? ',' : ''}`,
  ).join(' ');
}

const chapter = (name: string, seed: number) =>
  [
    `# ${name}`,
    ...Array.from(
      { length: 9 },
      (_, i) => `${invented(90, seed + i)}[^n${i}] *${invented(12, seed + i + 50)}*.`,
    ),
    '## A Section',
    ...Array.from({ length: 9 }, (_, i) => `${invented(150, seed + i + 100)}.`),
    // A note longer than what is left of the chapter: it fills pages of its own.
    `${invented(20, seed + 400)}.[^last]`,
    `[^last]: ${invented(900, seed + 500)}.`,
    ...Array.from(
      { length: 9 },
      (_, i) => `[^n${i}]: ${i === 4 ? invented(300, seed + 300) : invented(14, seed + i + 200)}.`,
    ),
  ].join('\n\n');

describe('keyed to the book’s own PDF', () => {
  const context = testContext();
  let starts: readonly PageStart[];
  let book: Omit<BuiltEpub, 'edition'>;
  let printed: Uint8Array;

  beforeAll(async () => {
    const { edition } = await editionOf({
      markdown: { 'one.md': chapter('One', 1), 'two.md': chapter('Two', 1000) },
      book: { title: 'Tides' },
    });
    const { editions } = bookSchema.parse({
      title: 'Tides',
      editions: { print: { format: 'pdf', trim: 'a6', runningHeads: { verso: 'none', recto: 'none' } } },
    });
    const result = await pdf.render(
      {
        edition,
        name: 'print',
        config: editions!.print as PdfEdition,
        pageStarts: new Map(),
        pageCounts: new Map(),
      },
      context,
    );
    const ids = new Set(edition.sections.map(({ id }) => id));
    // The pages before the text (title, imprint, contents) are the print edition’s own.
    starts = result.pageStarts!.filter(({ section }) => ids.has(section));
    printed = result.files[0]!.bytes;
    book = await packEpub(edition, undefined, {
      config: { pageList: 'print' },
      pageStarts: new Map([['print', result.pageStarts!]]),
    });
  });
  afterAll(() => context.close());

  test('a marker stands at the first word of every page, in the middle of paragraphs and of notes too', async () => {
    expect(starts.length).toBeGreaterThan(15);
    expect(starts.some(({ note }) => note !== undefined)).toBe(true);
    expect(labelledMarks(book.bytes).map(({ label }) => label)).toEqual(starts.map(({ label }) => label));
    expect(await misplaced(book.bytes, printed)).toEqual([]);
  });

  test('page-list and NCX link every marker under the folio that is printed', () => {
    const { trees } = readEpub(book.bytes);
    const listed = navOf(trees.get('OEBPS/toc.xhtml')!, 'page-list').flatMap((nav) =>
      elementsOf(nav, ({ name }) => name === 'a'),
    );
    expect(listed.map(textOf)).toEqual(starts.map(({ label }) => label));
    const targets = elementsOf(trees.get('OEBPS/toc.ncx')!, ({ name }) => name === 'pageTarget');
    expect(targets.map((target) => textOf(target))).toEqual(starts.map(({ label }) => label));
    expect(
      targets.map((target) => elementsOf(target, ({ name }) => name === 'content')[0]!.attributes.src),
    ).toEqual(listed.map(({ attributes }) => attributes.href));
  });

  test('the metadata names the source of the numbers', () => {
    expect(book.texts['content.opf']).toContain('<meta property="pageBreakSource">Tides (PDF, print)</meta>');
    expect(book.texts['content.opf']).toContain('property="source-of">pagination</meta>');
    expect(book.texts['content.opf']).toContain('pageBreakMarkers');
  });
});

test('keyed to the page marks of the source, each keeps its own number', async () => {
  const { texts } = await buildEpub(
    {
      markdown: '# One\n\nWords :page-mark[iv]{#p4}and more,\n\n:page-mark[5]{#p5}then the end.',
      book: { source: 'An old print' },
    },
    { config: { pageList: 'source' } },
  );
  expect(texts['one.xhtml']).toContain(
    'Words <span id="p4" epub:type="pagebreak" role="doc-pagebreak" aria-label="iv"></span>and',
  );
  expect(texts['toc.xhtml']).toMatch(
    /<li><a href="one.xhtml#p4">iv<\/a><\/li>\s*<li><a href="one.xhtml#p5">5<\/a>/,
  );
  expect(texts['toc.ncx']).toMatch(/type="front"[^>]*><navLabel><text>iv</);
  expect(texts['content.opf']).toContain('<meta property="pageBreakSource">An old print</meta>');
});

test('without a page-list nothing is said of pages', async () => {
  const { texts } = await buildEpub({ markdown: '# One\n\nWords :page-mark[5]{#p5}and more.' });
  expect(texts['one.xhtml']).not.toContain('pagebreak');
  expect(texts['toc.xhtml']).not.toContain('page-list');
  expect(texts['content.opf']).not.toMatch(/pageBreak|pagination|pageNavigation/);
});

test('a page-list of an edition that is not there says which there are', async () => {
  const built = buildEpub(
    { markdown: '# One', book: { editions: { ebook: { format: 'epub' }, print: { format: 'pdf' } } } },
    { config: { pageList: 'a5' } },
  );
  await expect(built).rejects.toThrow(
    'Unknown edition “a5” in editions.ebook.pageList, expected source or print',
  );
});
