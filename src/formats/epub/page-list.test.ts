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
  let labels: string[];

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
    starts = result.pageStarts!.filter(({ section }) => ids.has(section));
    labels = ['i', 'iii', 'v', ...starts.map(({ label }) => label)];
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
    expect(labelledMarks(book.bytes).map(({ label }) => label)).toEqual(labels);
    expect(await misplaced(book.bytes, printed)).toEqual([]);
  });

  test('page-list and NCX link every marker under the folio that is printed', () => {
    const { trees } = readEpub(book.bytes);
    const listed = navOf(trees.get('OEBPS/toc.xhtml')!, 'page-list').flatMap((nav) =>
      elementsOf(nav, ({ name }) => name === 'a'),
    );
    expect(listed.map(textOf)).toEqual(labels);
    const targets = elementsOf(trees.get('OEBPS/toc.ncx')!, ({ name }) => name === 'pageTarget');
    expect(targets.map((target) => textOf(target))).toEqual(labels);
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

/** A chapter of each kind of block, each long enough for a page to begin inside it. */
const KINDS: Readonly<Record<string, string>> = {
  code: `\`\`\`js\n${Array.from({ length: 70 }, (_, i) => (i % 9 === 8 ? '' : `  const ${invented(1, i + 7)}${i} = '${invented(2, i + 900)}'; // ${invented(2, i + 40)}`)).join('\n')}\n\`\`\``,
  table: `| Ship | Cargo | Master |\n|---|---|---|\n${Array.from({ length: 40 }, (_, i) => `| ${invented(2, i + 3)} ${i} | ${invented(5, i + 300)} | ${invented(2, i + 600)} |`).join('\n')}`,
  verse: `:::verse\n${Array.from({ length: 60 }, (_, i) => `${i % 4 === 3 ? '  ' : ''}${invented(i % 7 === 0 ? 14 : 5, i + 50)}${i % 6 === 5 ? '\n' : ''}`).join('\n')}\n:::`,
  list: Array.from(
    { length: 30 },
    (_, i) => `${i + 1}. ${invented(18, i + 70)}\n   - ${invented(9, i + 700)}`,
  ).join('\n'),
  quotation: Array.from({ length: 12 }, (_, i) => `> ${invented(60, i + 11)}`).join('\n>\n'),
  notes: `${Array.from({ length: 14 }, (_, i) => `${invented(25, i + 21)}.[^n${i}]`).join(' ')}\n\n***\n\n${invented(80, 5)} :page[#list-title].\n\n${Array.from({ length: 14 }, (_, i) => `[^n${i}]: ${invented(i % 4 === 0 ? 120 : 12, i + 31)}.`).join('\n\n')}`,
  formulas: Array.from(
    { length: 24 },
    (_, i) => `${invented(20, i + 91)} $a_{${i}}^2 + \\frac{b}{${i + 1}}$ ${invented(20, i + 92)}.`,
  ).join('\n\n'),
  drama: `:::drama\n${Array.from({ length: 40 }, (_, i) => `${i % 2 ? 'HALLA' : 'BREN'}. ${invented(14, i + 81)} (*${invented(2, i + 82)}*) ${invented(5, i + 83)}`).join('\n\n')}\n:::`,
};

describe('a page that begins inside a block has its marker there', () => {
  const context = testContext();
  afterAll(() => context.close());

  test.each(Object.keys(KINDS).flatMap((kind) => (['a6', 'a5'] as const).map((trim) => ({ kind, trim }))))(
    '$kind on $trim',
    async ({ kind, trim }) => {
      const { edition } = await editionOf({
        markdown: `# ${kind}\n\n${invented(70, 1)}.\n\n${KINDS[kind]}\n\n${invented(30, 2)}.`,
        book: { title: 'Kinds' },
      });
      const { editions } = bookSchema.parse({ title: 'Kinds', editions: { print: { format: 'pdf', trim } } });
      const input = { edition, name: 'print', pageStarts: new Map(), pageCounts: new Map() };
      const printed = await pdf.render({ ...input, config: editions!.print as PdfEdition }, context);
      const { bytes } = await packEpub(edition, undefined, {
        config: { pageList: 'print' },
        pageStarts: new Map([['print', printed.pageStarts!]]),
      });
      expect(labelledMarks(bytes).length).toBeGreaterThan(2);
      expect(await misplaced(bytes, printed.files[0]!.bytes)).toEqual([]);
    },
  );
});

/** A book whose contents and index take several pages each, with a note and a link in every section. */
const LISTED = Object.fromEntries(
  Array.from({ length: 9 }, (_, k) => {
    const sections = Array.from({ length: 4 }, (_, i) => {
      const terms = ['oar', 'rope', 'tar'].map((term) => `:index[${term} ${k}${i}]`).join(' ');
      return `## Section ${k}.${i}\n\n${invented(60, k * 9 + i)}[^${i}] ${terms} [a link](https://example.org/${k}/${i}).`;
    });
    const notes = Array.from(
      { length: 4 },
      (_, i) => `[^${i}]: ${invented(i === 2 ? 200 : 40, k * 9 + i + 700)}.`,
    );
    return [`c${k}.md`, [`# The Chapter ${k}`, ...sections, ...notes].join('\n\n')];
  }),
);

describe('every page whose words the EPUB has is listed, whatever print does with notes and links', () => {
  const context = testContext();
  afterAll(() => context.close());

  test.each([
    { notes: 'foot', links: 'notes', without: ['octavo-imprint'] },
    { notes: 'chapter', links: 'none', without: ['octavo-imprint'] },
    { notes: 'book', links: 'list', without: ['octavo-imprint', 'octavo-notes', 'octavo-links'] },
  ] as const)('notes: $notes, links: $links', async ({ notes, links, without }) => {
    const { edition } = await editionOf({ markdown: LISTED, book: { title: 'Listed' } });
    const { editions } = bookSchema.parse({
      title: 'Listed',
      editions: { print: { format: 'pdf', trim: 'a6', notes, links } },
    });
    const input = { edition, name: 'print', pageStarts: new Map(), pageCounts: new Map() };
    const printed = await pdf.render({ ...input, config: editions!.print as PdfEdition }, context);
    const starts = printed.pageStarts!;
    const { bytes } = await packEpub(edition, undefined, {
      config: { pageList: 'print' },
      pageStarts: new Map([['print', starts]]),
    });
    for (const list of ['octavo-contents', 'octavo-index'])
      expect(starts.filter(({ section }) => section === list).length, list).toBeGreaterThan(1);
    if (notes === 'chapter') expect(starts.some(({ note }) => note !== undefined)).toBe(true);
    const listed = labelledMarks(bytes).map(({ label }) => label);
    const missing = starts.filter(({ label }) => !listed.includes(label)).map(({ section }) => section);
    expect([...new Set(missing)].sort()).toEqual([...without].sort());
    expect(await misplaced(bytes, printed.files[0]!.bytes)).toEqual([]);
  });

  test.each([
    { front: 'ded', listed: ['i', 'iii', 'v', 'vii', 'ix', '1'] },
    { front: 'after', listed: ['i', 'iii', 'vii', 'ix', 'v', '1'] },
  ])('a dedication has its page before the contents, as in print: $front', async ({ front, listed }) => {
    const { edition } = await editionOf({
      markdown: {
        ...(front === 'ded' && { 'front/a.md': '---\nkind: dedication\n---\n\nFor Ada.' }),
        'front/preface.md': '# Preface\n\nText.',
        ...(front === 'after' && { 'front/z.md': '---\nkind: dedication\n---\n\nFor Ada.' }),
        'one.md': '# One\n\nText.',
        'two.md': '# Two\n\nText.',
      },
    });
    const { editions } = bookSchema.parse({ title: 'T', editions: { print: { format: 'pdf' } } });
    const input = { edition, name: 'print', pageStarts: new Map(), pageCounts: new Map() };
    const printed = await pdf.render({ ...input, config: editions!.print as PdfEdition }, context);
    const { texts, bytes } = await packEpub(edition, undefined, {
      config: { pageList: 'print' },
      pageStarts: new Map([['print', printed.pageStarts!]]),
    });
    expect(
      labelledMarks(bytes)
        .map(({ label }) => label)
        .slice(0, 6),
    ).toEqual(listed);
    const spine = [...texts['content.opf']!.matchAll(/idref="([^"]+)"/g)].map(([, id]) => id);
    expect(spine.indexOf('nav')).toBe(front === 'ded' ? 3 : 2);
  });

  test('a page of notes alone, which more text follows, is read where that text is', async () => {
    const markdown = '# One\n\nWords of the text,[^1] and more words.\n\n[^1]: A note.';
    const { edition } = await editionOf({ markdown });
    const [section] = edition.sections;
    const { texts } = await packEpub(edition, undefined, {
      config: { pageList: 'print' },
      pageStarts: new Map([
        [
          'print',
          [
            { label: '1', section: section!.id, offset: 0 },
            { label: '2', section: section!.id, note: section!.notes[0]!.id, offset: 1 },
            { label: '3', section: section!.id, offset: 'OneWordsofthetext,1'.length },
          ],
        ],
      ]),
    });
    expect(texts['one.xhtml']).toMatch(
      /<\/a> <span id="page-2"[^>]*><\/span><span id="page-3"[^>]*><\/span>and more/,
    );
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
