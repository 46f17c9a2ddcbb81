import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { testContext } from '../../../browser/testing/test-context.js';
import { bookSchema, type PdfEdition } from '../../../config/schema.js';
import { bookOf, editionOf } from '../../../edition/testing/edition-of.js';
import { pdf } from '../index.js';
import { readPdf } from '../testing/read-pdf.js';
import { loadTemplate } from './load-template.js';

const context = testContext();
const folder = mkdtempSync(path.join(tmpdir(), 'octavo-template-'));
const mine = path.join(folder, 'book', 'mine');
afterAll(async () => {
  await context.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  rmSync(path.join(folder, 'book'), { recursive: true, force: true });
  mkdirSync(mine, { recursive: true });
  writeFileSync(path.join(folder, 'secret.css'), 'p { color: red }');
});

const book = () =>
  bookOf({ markdown: '# One\n\nText.\n', folder: path.join(folder, 'book'), book: { title: 'Mine' } });
const load = (name = 'mine', hasPages = true) => loadTemplate(book(), name, hasPages);
const written = (name: string, text: string) => writeFileSync(path.join(mine, name), text);

test('prints a book in a template of its own', async () => {
  cpSync(path.join(import.meta.dirname, 'fixtures', 'mine'), mine, { recursive: true });
  const { edition } = await editionOf({
    markdown: `# The <River>\n\n${'Water under the bridge. '.repeat(300)}\n`,
    folder: path.join(folder, 'book'),
    book: {
      title: 'Rivers & <b>Banks</b>',
      publisher: 'Quay Press',
      date: '2001',
      creators: ['Ada Writer', 'Bo Other'],
    },
  });
  const { editions } = bookSchema.parse({
    title: 'T',
    editions: { print: { format: 'pdf', template: 'mine' } },
  });
  const config = editions!.print as PdfEdition;
  const { files } = await pdf.render(
    { edition, name: 'print', config, pageStarts: new Map(), pageCounts: new Map() },
    context,
  );
  expect(context.report.messages).toEqual([]);
  const { pages } = await readPdf(files[0]!.bytes);
  const texts = pages.map((pieces) =>
    pieces
      .map(({ text }) => text)
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  expect(texts[0]).toBe('QUAY PRESS Rivers & <b>Banks</b> made by Ada Writer and Bo Other 2001');
  const verso = pages.findIndex((pieces, page) => page % 2 === 1 && pieces.length > 60);
  const head = (page: number) => {
    const top = Math.max(...pages[page]!.map(({ y }) => y));
    return pages[page]!.filter(({ y }) => y === top);
  };
  const left = Math.min(...pages[verso]!.filter(({ text }) => text.trim().length > 3).map(({ x }) => x));
  // At the outer edge of the text, on both sides.
  expect(head(verso)[0]!.x).toBeCloseTo(left, 0);
  expect(head(verso + 1)[0]!.x).toBeGreaterThan(200);
});

test.each([
  ['book.css', '@import "https://example.org/x.css";', '@import'],
  ['book.css', 'p { background: url(https://example.org/x.png) }', 'https://example.org/x.png'],
  ['book.css', 'p { background: u\\72l(//example.org/x.png) }', 'style sheet'],
  ['book.css', 'p { background: u\\72l("https://example.org/x.png") }', 'example.org'],
  ['book.css', '@\\69mport "https://example.org/x.css";', '@import'],
  ['book.css', 'p { background: image\\2d set("https://example.org/x.png" 1x) }', 'image-set'],
  ['book.css', 'p { background: image-set("https://example.org/x.png" 1x) }', 'image-set'],
  ['book.css', ':root { --x: url(file:///etc/passwd) } p { background: var(--x) }', 'file:///etc/passwd'],
  ['book.css', 'p { background: url(../../secret.css) }', 'outside the book’s folder'],
  ['book.css', 'p { background: url(nothing.png) }', 'does not exist'],
  ['book.css', '@font-face { font-family: X; src: url(x.woff2) }', '@font-face'],
  ['title-page.html', '<script>1</script>', '<script>'],
  ['title-page.html', '<p onclick="x">a</p>', 'onClick'],
  ['title-page.html', '<p style="background:url(x)">a</p>', 'style'],
  ['title-page.html', '<img src="https://example.org/x.png" alt="">', 'https://example.org/x.png'],
  ['title-page.html', '<img src="../../secret.css" alt="">', 'outside the book’s folder'],
  ['title-pag.html', '<p>a</p>', 'expected title-page.html'],
  ['title-page.ejs', '<%= 1 %>', 'title-page.ejs'],
])('refuses in %s: %s', async (name, text, reason) => {
  written(name, text);
  await expect(load()).rejects.toMatchObject({
    details: [{ code: 'template-refused', reason: expect.stringContaining(reason) }],
  });
});

test.each([
  '{% include "../../secret.css" %}',
  '{% render "/etc/passwd" %}',
  '{{ "now" | date: "%Y" }}',
  '{{ title | sample }}',
  '{% for i in (1..1000000000) %}x{% endfor %}',
  '{% if %}',
])('fills in nothing for %s', async (text) => {
  written('title-page.html', `<p>a</p>\n${text}`);
  const { pages } = await load();
  expect(() => pages.titlePage!({ title: 'Mine' })).toThrow('cannot be filled in');
});

test('gives templates the words of the book and nothing behind them', async () => {
  written('title-page.html', '<p>{{ title.constructor }}{{ constructor.name }}{{ title }}</p>');
  const { pages } = await load();
  expect(pages.titlePage!({ title: '<script>' })).toMatchObject([
    { tagName: 'p', children: [{ type: 'text', value: '<script>' }] },
  ]);
});

test('reads no template outside the book, not even by a link', async () => {
  await expect(load('../secret.css')).rejects.toThrow('outside the book’s folder');
  symlinkSync(path.join(folder, 'secret.css'), path.join(mine, 'book.css'));
  await expect(load()).rejects.toThrow('outside the book’s folder');
});

test('takes a style sheet alone, and no title page for a packet', async () => {
  written('book.css', 'p { color: red }');
  expect(await load('mine/book.css')).toEqual({ style: 'p{color:red}', pages: {} });
  written('title-page.html', '<p>a</p>');
  await expect(load('mine', false)).rejects.toThrow('title-page.html');
});
