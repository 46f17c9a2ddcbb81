import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, expect, test } from 'vitest';
import { POINTS_PER_MM } from '../../config/lengths.js';
import type { BookInput } from '../../config/schema.js';
import { editionOf } from '../../edition/testing/edition-of.js';
import { openRun } from '../../open-run.js';
import { Report } from '../../report/report.js';
import { pageTexts } from '../packet/impose/testing/page-texts.js';
import { barcodeOf } from './barcode.js';
import { cover } from './cover.js';
import { inkOn } from './ink.js';
import { spineOf } from './spine.js';

const run = openRun();
afterAll(() => run.close());

const BOOK: Partial<BookInput> = {
  title: 'Three Roads and a Ford',
  subtitle: 'Walks in a country that has no map',
  creators: ['Ida Marsh'],
  publisher: 'The Slow Press',
  identifier: '978-1-56581-231-4',
  description: 'Four walks, taken slowly.\n\nThe writer has since gone back.',
  editions: {
    print: { format: 'pdf', trim: 'a5' },
    wrap: { format: 'cover', of: 'print' },
  },
};

async function render(book: Partial<BookInput> = {}, pages = 240) {
  const { edition } = await editionOf({ markdown: '# One\n\nText.', book: { ...BOOK, ...book } });
  const config = edition.book.editions.wrap!;
  if (config.format !== 'cover') throw new Error('no cover');
  const input = {
    edition,
    name: 'wrap',
    config,
    pageStarts: new Map(),
    pageCounts: new Map([['print', pages]]),
  };
  const context = { ...run, report: new Report(), date: new Date('2024-05-01') };
  const { files } = await cover.render(input, context);
  return files[0]!;
}

test('a spine is as wide as the leaves of the book, and the trim is two pages and the spine', async () => {
  expect(spineOf(240, { thickness: '0.1mm', board: '0.5mm' })).toEqual({ width: 12.5, isBlank: false });
  expect(spineOf(41, { thickness: '0.1mm', board: '0mm' })).toEqual({ width: 2.1, isBlank: true });
  const { bytes, name } = await render();
  expect(name).toBe('a-test-wrap.pdf');
  const page = (await PDFDocument.load(bytes, { updateMetadata: false })).getPage(0);
  const trim = page.getTrimBox();
  expect(trim.width / POINTS_PER_MM).toBeCloseTo(2 * 148 + 12, 1);
  expect(trim.height / POINTS_PER_MM).toBeCloseTo(210, 1);
  expect((trim.x - page.getBleedBox().x) / POINTS_PER_MM).toBeCloseTo(3, 1);
});

test('front, spine and back say what the book says of itself', async () => {
  const [text] = await pageTexts((await render()).bytes);
  const plain = text!.replace(/\s+/g, '');
  for (const words of [
    'Four walks, taken slowly.',
    'The writer has since gone back.',
    'ISBN 978-156581231-4',
  ])
    expect(plain).toContain(words.replace(/\s+/g, ''));
  expect(plain.match(/ThreeRoadsandaFord/g)).toHaveLength(2);
  expect(plain.match(/TheSlowPress/g)).toHaveLength(2);
});

test('a thin spine holds no text, and a book without an ISBN no barcode', async () => {
  const [text] = await pageTexts((await render({ identifier: 'urn:uuid:1' }, 40)).bytes);
  expect(text!.replace(/\s+/g, '').match(/ThreeRoadsandaFord/g)).toHaveLength(1);
  expect(text).not.toContain('ISBN');
});

test('the same book gives the same bytes', async () => {
  const [one, two] = [await render(), await render()];
  expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true);
});

test('hostile words are words', async () => {
  const title = '</p><script>document.body.remove()</script>';
  const [text] = await pageTexts((await render({ title })).bytes);
  expect(text!.replace(/\s+/g, '')).toContain(title.replace(/\s+/g, ''));
});

test('a cover picture outside the book or missing is refused', async () => {
  await expect(render({ cover: 'nowhere.jpg' })).rejects.toThrow('There is no cover picture nowhere.jpg');
  await expect(render({ cover: '../../etc/hostname' })).rejects.toThrow(/lies outside|There is no cover/);
});

test('ink stands out from its ground, and a barcode from a wrong ISBN is none', () => {
  expect([inkOn('#26394a'), inkOn('#f4e8c1'), inkOn('#000000'), inkOn('#ffffff')]).toEqual([
    '#fff',
    '#000',
    '#fff',
    '#000',
  ]);
  expect(() => barcodeOf('9781565812315')).toThrow();
  expect(barcodeOf('9781565812314')).toMatch(/^<svg/);
});
