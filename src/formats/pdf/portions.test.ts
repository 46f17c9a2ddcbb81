import { afterAll, beforeAll, expect, test } from 'vitest';
import { testContext } from '../../browser/testing/test-context.js';
import { bookSchema, type PdfEdition } from '../../config/schema.js';
import type { Edition } from '../../edition/edition.js';
import { editionOf } from '../../edition/testing/edition-of.js';
import { pdf } from './index.js';
import { geometryOf } from './page-geometry.js';
import { portionsOf } from './prepare/document.js';
import { BOOK } from './prepare/dress.js';
import { prepareBook } from './prepare/prepare-book.js';
import { type ReadPdf, readPdf } from './testing/read-pdf.js';

const context = testContext();
afterAll(() => context.close());

const { editions } = bookSchema.parse({
  title: 'T',
  editions: { print: { format: 'pdf', openings: 'any' } },
});
const config = editions!.print as PdfEdition;
const CHAPTERS = 6;

/** A chapter long enough for the book to be divided, which leads to the first chapter and to the last one. */
function chapter(number: number): string {
  const paragraphs = Array.from(
    { length: 60 },
    (_, k) =>
      `${`Chapter ${number} says for the ${k + 1}th time that the ferry goes at noon and comes again. `.repeat(6)}`,
  );
  return `# Chapter ${number}\n\nSee [the first](c1.md) and [the last](c${CHAPTERS}.md).[^a]\n\n${paragraphs.join('\n\n')}\n\n[^a]: Note ${number}.\n`;
}

let edition: Edition;
let bytes: Uint8Array;
let read: ReadPdf;

async function render(): Promise<Uint8Array> {
  const settings = { edition, name: 'print', config, pageStarts: new Map(), pageCounts: new Map() };
  return (await pdf.render(settings, context)).files[0]!.bytes;
}

beforeAll(async () => {
  const names = Array.from({ length: CHAPTERS }, (_, k) => [`c${k + 1}.md`, chapter(k + 1)] as const);
  ({ edition } = await editionOf({ markdown: Object.fromEntries(names) }));
  bytes = await render();
  read = await readPdf(bytes);
});

test('the book is divided, and nothing is reported', async () => {
  const prepared = await prepareBook(edition, config, geometryOf(config, edition.book.typography), BOOK);
  expect(portionsOf(prepared.document).length).toBeGreaterThan(1);
  expect(context.report.messages).toEqual([]);
});

test('links lead from every portion to every other', () => {
  const opens = read.outline.filter(({ title }) => title.startsWith('Chapter')).map(({ page }) => page);
  expect(opens).toHaveLength(CHAPTERS);
  const targetsOn = (page: number) =>
    read.links.filter((link) => link.page === page).map(({ target }) => target);
  for (const page of opens) {
    expect(targetsOn(page)).toContain(opens[0]);
    expect(targetsOn(page)).toContain(opens.at(-1));
  }
  const contents = read.outline.find(({ title }) => title === 'Contents')!.page;
  expect(targetsOn(contents)).toEqual(opens);
});

test('every text is there once, each page with its folio, in one document of tags', () => {
  const text = read.pages.map((pieces) => pieces.map((piece) => piece.text).join('')).join('');
  for (let number = 1; number <= CHAPTERS; number++)
    expect(text.split(`Chapter ${number} says for the`).length - 1).toBe(360);
  expect(read.tree.filter((line) => line.trim() === 'Document')).toHaveLength(1);
  expect(read.tree.filter((line) => line.trim().startsWith('Note')).length).toBe(CHAPTERS);
  expect(read.labels).toHaveLength(read.pages.length);
});

test('the bytes are the same again', async () => {
  expect(Buffer.from(await render()).equals(Buffer.from(bytes))).toBe(true);
});
