import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testContext } from '../../browser/testing/test-context.js';
import { bookSchema, type PdfEdition } from '../../config/schema.js';
import type { ContentsEntry, Edition } from '../../edition/edition.js';
import { editionOf } from '../../edition/testing/edition-of.js';
import type { FormatResult } from '../format.js';
import { pdf } from './index.js';
import { type OutlineItem, type ReadPdf, readPdf } from './testing/read-pdf.js';
import { SAMPLE } from './testing/sample-book.js';

const context = testContext();
afterAll(() => context.close());

function configOf(config: object): PdfEdition {
  const { editions } = bookSchema.parse({ title: 'T', editions: { print: { format: 'pdf', ...config } } });
  return editions!.print as PdfEdition;
}

async function render(edition: Edition, config: object = {}): Promise<FormatResult> {
  return pdf.render(
    { edition, name: 'print', config: configOf(config), pageStarts: new Map(), pageCounts: new Map() },
    context,
  );
}

const textOf = (pieces: ReadPdf['pages'][number]) =>
  pieces
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

describe('the sample book', () => {
  let edition: Edition;
  let result: FormatResult;
  let read: ReadPdf;
  const bytes = () => result.files[0]!.bytes;

  beforeAll(async () => {
    ({ edition } = await editionOf(SAMPLE));
    result = await render(edition);
    read = await readPdf(bytes());
  });

  test('reports nothing and counts what it made', () => {
    expect(context.report.messages).toEqual([]);
    expect(result.files).toHaveLength(1);
    expect(result.files[0]).toMatchObject({ name: 'a-test-print.pdf', pages: read.pages.length, notes: 12 });
  });

  test('is named, dated and has a language', () => {
    expect(read.info).toMatchObject({
      Title: 'The Ferry & the Geese: A timetable',
      Author: 'Ada Writer',
      Keywords: 'ferries, geese',
      Creator: 'Octavo',
      CreationDate: 'D:20200202000000Z',
      Language: 'en',
    });
  });

  test('numbers pages in roman, then in arabic', () => {
    const first = read.labels!.indexOf('1');
    expect(read.labels!.slice(0, 4)).toEqual(['i', 'ii', 'iii', 'iv']);
    expect(first % 2).toBe(0);
    expect(read.labels!.slice(first)).toEqual(read.pages.slice(first).map((_, i) => String(i + 1)));
  });

  test('has the tree of headings for its outline, each on its page', () => {
    const plain = (items: readonly OutlineItem[]): unknown =>
      items.map(({ title, items: children }) => [title, plain(children)]);
    const tree = (entries: readonly ContentsEntry[]): unknown =>
      entries.map(({ title, children }) => [
        [title.label, title.text].filter(Boolean).join(': '),
        tree(children),
      ]);
    const ours = new Set(['Contents', 'Index']);
    const own = read.outline.filter(({ title }) => !ours.has(title));
    expect(plain(own)).toEqual(tree(edition.contents));
    expect(read.outline.map(({ title }) => title)).toEqual(expect.arrayContaining([...ours]));
    const found = (items: readonly OutlineItem[]) => {
      for (const { title, page, items: children } of items) {
        const words = title.replace(/^.*: /, '');
        if (words !== 'Dedication')
          expect(textOf(read.pages[page]!).toLowerCase()).toContain(words.toLowerCase());
        found(children);
      }
    };
    found(read.outline);
  });

  test('gives in the contents the folios that are printed', () => {
    const contents = read.outline.find(({ title }) => title === 'Contents')!;
    const text = textOf(read.pages[contents.page]!);
    const check = (items: readonly OutlineItem[], depth = 1) => {
      for (const { title, page, items: children } of items) {
        if (['Contents', 'Dedication'].includes(title)) continue;
        const words = title.replace(/^.*: /, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
        const folio = new RegExp(`${words} (\\w+)`, 'i').exec(text)?.[1];
        expect([title, folio]).toEqual([title, read.labels![page]]);
        if (depth < 2) check(children, depth + 1);
      }
    };
    check(read.outline);
  });

  test('prints every note on the page of its call, and links both', () => {
    const links = read.links.filter(({ target }) => target !== undefined);
    for (const number of [100, 103, 109, 112, 200, 203, 209, 212, 300, 303, 309, 312]) {
      const pages = read.pages.flatMap((pieces, page) =>
        textOf(pieces).includes(`Zenith${number} begins`) ? [page] : [],
      );
      expect(pages).toHaveLength(1);
      const note = links.filter(({ page, target }) => page === pages[0] && target === pages[0]);
      expect(note.length).toBeGreaterThanOrEqual(2);
    }
    expect(read.tree.filter((line) => /^ *Note /.test(line))).toHaveLength(12);
  });

  test('sets running heads and folios', () => {
    const chapter = read.outline.find(({ title }) => title === 'Over')!.items[1]!;
    const [opener, verso, recto] = [0, 1, 2].map((offset) => read.pages[chapter.page + offset]!);
    const heads = (pieces: ReadPdf['pages'][number]) => {
      const top = Math.max(...pieces.map(({ y }) => y));
      return textOf(pieces.filter(({ y }) => y > top - 2)).trim();
    };
    expect(heads(opener!)).toBe('Chapter II');
    expect(heads(verso!)).toBe('The Ferry & the Geese');
    expect(heads(recto!)).toBe('What the River Said');
  });

  test('joins the pages of the index', () => {
    const index = textOf(read.pages[read.outline.at(-1)!.page]!);
    expect(index).toMatch(/goose, \d+\s+grey, \d+\s+lantern, \d+, \d+/);
  });

  test('leaves blank pages blank and puts chapters on rectos', () => {
    for (const { page, items: chapters } of read.outline) {
      for (const at of [
        page,
        ...chapters.filter(({ title }) => title.startsWith('Chapter')).map((one) => one.page),
      ])
        expect(at % 2).toBe(0);
    }
    expect(read.pages.filter((pieces) => pieces.length === 0).length).toBeGreaterThan(2);
  });

  test('embeds every font, draws none, and has no soft hyphen in its text', async () => {
    const { context: objects } = await PDFDocument.load(bytes(), { updateMetadata: false });
    const dictionaries = objects
      .enumerateIndirectObjects()
      .flatMap(([, value]) => (value instanceof PDFDict ? value : []));
    const ofType = (key: string, name: string) =>
      dictionaries.filter((one) => one.get(PDFName.of(key)) === PDFName.of(name));
    expect(ofType('Subtype', 'Type3')).toEqual([]);
    const descriptors = ofType('Type', 'FontDescriptor');
    expect(descriptors.length).toBeGreaterThan(4);
    for (const one of descriptors)
      expect(one.has(PDFName.of('FontFile2')) || one.has(PDFName.of('FontFile3'))).toBe(true);
    const names = descriptors.map((one) => String(one.get(PDFName.of('FontName'))));
    for (const name of names) expect(name).toMatch(/EBGaramond|JetBrainsMono|STIXTwoMath/);
    expect(read.pages.map(textOf).join('')).not.toContain('\u00AD');
  });

  test('is in order for qpdf', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'octavo-test-'));
    try {
      const file = path.join(folder, 'book.pdf');
      writeFileSync(file, bytes());
      const { error, status, stdout } = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' });
      if (error) return;
      expect([status, stdout]).toEqual([0, expect.stringContaining('No syntax or stream encoding errors')]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('is the same in another time zone and another temporary folder', async () => {
    const { TZ, TMPDIR } = process.env;
    const folder = mkdtempSync(path.join(tmpdir(), 'octavo-other-'));
    try {
      process.env.TZ = 'America/St_Johns';
      process.env.TMPDIR = folder;
      const again = await render((await editionOf(SAMPLE)).edition);
      expect(Buffer.from(again.files[0]!.bytes).equals(Buffer.from(bytes()))).toBe(true);
      expect(again.pageStarts).toEqual(result.pageStarts);
    } finally {
      process.env.TZ = TZ;
      if (TMPDIR === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = TMPDIR;
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

test.each(['chapter', 'book'])('notes: %s puts them where they are wanted', async (notes) => {
  const { edition } = await editionOf(SAMPLE);
  const read = await readPdf((await render(edition, { notes, openings: 'any' })).files[0]!.bytes);
  const pages = read.pages.map(textOf);
  const note = pages.findIndex((text) => text.includes('Zenith100 begins'));
  const chapter = read.outline.find(({ title }) => title === 'Over')!.items[1]!.page;
  if (notes === 'chapter') expect(note).toBeLessThan(chapter);
  else expect(note).toBe(read.outline.find(({ title }) => title === 'Notes')!.page);
  expect(read.tree.filter((line) => /^ *Note /.test(line))).toEqual([]);
});

test('crop marks and bleed stand outside the trim', async () => {
  const { edition } = await editionOf({ markdown: '# One\n\nWords.\n' });
  const { files } = await render(edition, { trim: 'a6', cropMarks: true, bleed: '3mm' });
  const document = await PDFDocument.load(files[0]!.bytes, { updateMetadata: false });
  const page = document.getPage(0);
  const trim = page.getTrimBox();
  const bleed = page.getBleedBox();
  const media = page.getMediaBox();
  expect(trim.width).toBeCloseTo((105 / 25.4) * 72, 1);
  expect(trim.height).toBeCloseTo((148 / 25.4) * 72, 1);
  expect(bleed.x).toBeCloseTo(trim.x - (3 / 25.4) * 72, 1);
  expect(media.width).toBeGreaterThan(bleed.width + 20);
});
