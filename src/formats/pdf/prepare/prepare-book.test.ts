import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type BookInput, bookSchema, type PdfEdition } from '../../../config/schema.js';
import { editionOf } from '../../../edition/testing/edition-of.js';
import { geometryOf } from '../page-geometry.js';
import { htmlOf } from './document.js';
import { prepareBook } from './prepare-book.js';

const FOLDER = path.join(import.meta.dirname, 'fixtures');

/** `book.yaml` of a fixture: keys of a book, and `edition` for those of the PDF. */
interface FixtureBook {
  readonly book?: Partial<BookInput>;
  readonly edition?: object;
}

async function prepared(name: string) {
  const folder = path.join(FOLDER, name);
  const { book = {}, edition: config = {} } = (parse(readFileSync(path.join(folder, 'book.yaml'), 'utf8')) ??
    {}) as FixtureBook;
  const texts = readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort();
  const markdown = Object.fromEntries(
    texts.map((file) => [file.replace('_', '/'), readFileSync(path.join(folder, file), 'utf8')]),
  );
  const { edition } = await editionOf({ markdown, book, folder });
  const { editions } = bookSchema.parse({ title: 'T', editions: { print: { format: 'pdf', ...config } } });
  const print = editions!.print as PdfEdition;
  return prepareBook(edition, print, geometryOf(print, edition.book.typography));
}

async function preparedHtml(name: string): Promise<string> {
  const { document } = await prepared(name);
  return htmlOf(document, document.sections);
}

/** The sections, a tag a line so that a difference is read easily. */
function bodyOf(html: string): string {
  const body = html.slice(html.indexOf('<body>'), html.indexOf('</body>'));
  return `${body.replace(/(<\/(?:section|p|h\d|aside|div|figure|table|tr|li|dt|dd|pre)>)(?!\n)/g, '$1\n')}\n`;
}

test.each(readdirSync(FOLDER))('%s is prepared as its golden has it', async (name) => {
  const golden = path.join(FOLDER, name, 'prepared.html');
  const body = bodyOf(await preparedHtml(name));
  if (process.env.UPDATE === '1') writeFileSync(golden, body);
  expect(existsSync(golden), `${golden} is missing; UPDATE=1 writes it`).toBe(true);
  expect(body).toBe(readFileSync(golden, 'utf8'));
});

describe('the contract with the page engine', async () => {
  const { document, headings, collected, notes } = await prepared('foot-notes');
  const whole = htmlOf(document, document.sections);
  const html = bodyOf(whole);

  test('every section has its opening and its folios', () => {
    const sections = [...html.matchAll(/<section [^>]*>/g)].map(([tag]) => tag);
    expect(sections.length).toBeGreaterThan(3);
    for (const tag of sections) {
      expect(tag).toMatch(/data-opening="(recto|any|run-on)"/);
      expect(tag).toMatch(/data-folios="(roman|arabic|none)"/);
    }
  });

  test('headings, calls and notes are listed in the order of the text', () => {
    const found = [...html.matchAll(/<h\d[^>]*? id="([^"]+)"/g)].map(([, id]) => id);
    expect(headings).toEqual(found);
    const inText = [
      ...html.replace(/<aside class="note".*?<\/aside>/gs, '').matchAll(/data-note="([^"]+)"/g),
    ];
    expect(collected.calls.map((call) => collected.noteOf.get(call))).toEqual(inText.map(([, note]) => note));
    for (const { id } of notes) expect(html).toContain(`<aside class="note" id="${id}"`);
  });

  test('every anchor is there once', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('no address leads out but the links of the text', () => {
    expect([...html.matchAll(/(?:src|href)="(?!#)([^"]*)"/g)].map(([, target]) => target)).toEqual([
      'https://example.org/a',
    ]);
    expect(whole).not.toContain('url(');
  });
});

test('spaces in formulas keep their width', async () => {
  const { edition } = await editionOf({ markdown: { 'a.md': '# One\n\nSo $a \\qquad b$.' } });
  const { editions } = bookSchema.parse({ title: 'T', editions: { print: { format: 'pdf' } } });
  const print = editions!.print as PdfEdition;
  const { document } = await prepareBook(edition, print, geometryOf(print, edition.book.typography));
  expect(htmlOf(document, document.sections)).toContain('<mspace width="2em">');
});
