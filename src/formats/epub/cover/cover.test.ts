import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Book } from '../../../config/book.js';
import type { BookInput } from '../../../config/schema.js';
import { bookOf } from '../../../edition/testing/edition-of.js';
import { Report } from '../../../report/report.js';
import { buildEpub } from '../testing/build.js';
import { coverOf } from './cover.js';
import { coverLines } from './cover-layout.js';

let folder: string;
const TALL = { width: 1200, height: 1800, channels: 3, background: '#663322' } as const;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'octavo-cover-'));
  await sharp({ create: TALL }).jpeg().toFile(path.join(folder, 'tall.jpg'));
  await sharp({ create: { ...TALL, width: 200, height: 300 } })
    .png()
    .toFile(path.join(folder, 'small.png'));
  await sharp({ create: { ...TALL, width: 4000, height: 6000 } })
    .webp()
    .toFile(path.join(folder, 'huge.webp'));
  await sharp({ create: { ...TALL, width: 1800, height: 1200 } })
    .png()
    .toFile(path.join(folder, 'wide.png'));
  writeFileSync(
    path.join(folder, 'drawn.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 50 80"><rect width="50" height="80" fill="teal"/></svg>',
  );
  writeFileSync(path.join(folder, 'essay.jpg'), 'This is no picture.');
});
afterAll(() => rmSync(folder, { recursive: true }));

const book = (keys: Partial<BookInput>): Book => bookOf({ markdown: '# One', book: keys, folder });
const coverFor = async (keys: Partial<BookInput>) => {
  const report = new Report();
  const cover = await coverOf(book(keys), report);
  const bytes = await cover.item.bytes;
  return {
    ...cover,
    bytes,
    facts: await sharp(bytes).metadata(),
    codes: report.messages.map((m) => m.code),
  };
};

test('without a picture a cover is made of the template, as large as shops ask', async () => {
  const { item, alt, facts, codes } = await coverFor({ title: 'Tides', creators: ['Ada Writer'] });
  expect(facts).toMatchObject({ format: 'jpeg', width: 1600, height: 2560 });
  expect(item).toMatchObject({ mediaType: 'image/jpeg', properties: 'cover-image' });
  expect(alt).toBe('Tides. Ada Writer');
  expect(codes).toEqual([]);
});

test('the same book has the same cover, another title another', async () => {
  const [first, again, other] = await Promise.all(
    ['Tides', 'Tides', 'Tides II'].map((title) => coverFor({ title })),
  );
  expect(Buffer.compare(Buffer.from(first!.bytes), Buffer.from(again!.bytes))).toBe(0);
  expect(Buffer.compare(Buffer.from(first!.bytes), Buffer.from(other!.bytes))).not.toBe(0);
});

test('it takes the colour of the printed cover', async () => {
  const { bytes } = await coverFor({
    title: 'Tides',
    editions: { print: { format: 'pdf' }, jacket: { format: 'cover', of: 'print', colour: '#804020' } },
  });
  const { data } = await sharp(bytes)
    .extract({ left: 10, top: 10, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  for (const [i, value] of [0x80, 0x40, 0x20].entries()) expect(Math.abs(data[i]! - value)).toBeLessThan(4);
});

test.each([
  ['one word', 'Tides', undefined],
  ['one long word', 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen', undefined],
  [
    'a title of a hundred words',
    'Of the sea and the ships on it '.repeat(14),
    'A subtitle that is long too, '.repeat(12),
  ],
  ['Greek', 'Ἄνδρα μοι ἔννεπε', 'Ἰλιάς'],
])('%s stays inside the frame', async (_, title, subtitle) => {
  const lines = await coverLines(
    book({
      title,
      ...(subtitle && { subtitle }),
      creators: ['A', 'B', 'C', 'D', 'E'],
      publisher: 'The Press',
    }),
  );
  for (const { x, y, width } of lines) {
    expect(x).toBeGreaterThanOrEqual(200);
    expect(x + width).toBeLessThanOrEqual(1400);
    expect(y).toBeGreaterThan(300);
    expect(y).toBeLessThan(2400);
  }
});

test.each([
  ['no author', 0, 'Tides'],
  ['three authors and a long title', 3, 'Of the sea and the ships on it '.repeat(6)],
  ['twelve authors', 12, 'Letters from the Quay'],
])('with %s no line runs into another, and all names are of one size', async (_, count, title) => {
  const creators = Array.from(
    { length: count },
    (_, i) => `${'Ada Maximiliana '.repeat(i === 1 ? 3 : 1)}Writer-Reader ${i}`,
  );
  const lines = await coverLines(
    book({ title, creators, subtitle: 'Letters and more', publisher: 'The Press' }),
  );
  for (const [i, line] of lines.slice(1).entries())
    expect(line.y - lines[i]!.y, String(i)).toBeGreaterThanOrEqual(0.75 * line.size);
  const names = lines.filter(({ y }) => y < 850 && count > 0).slice(0, Math.min(count, 4));
  expect(new Set(names.map(({ size }) => size)).size).toBeLessThanOrEqual(1);
  expect(lines.every(({ size }) => size >= 24)).toBe(true);
});

test('letters of the cover that no font has are told of, whether fonts are embedded or not', async () => {
  expect((await coverFor({ title: '論語' })).codes).toEqual(['cover-letters']);
  expect((await coverFor({ title: '論語', cover: 'tall.jpg' })).codes).toEqual([]);
  expect((await coverFor({ title: 'Ἰλιάς' })).codes).toEqual([]);
});

test('a word that no line holds is divided', async () => {
  const title = 'Donaudampfschifffahrtsgesellschaftskapitänsmütze';
  const lines = await coverLines(book({ title, language: 'de' }));
  expect(lines.length).toBeGreaterThan(2);
  expect(lines[0]!.size).toBeGreaterThanOrEqual(140);
});

test.each(['#26394a', '#8a9a5b', '#c0a080', '#777777', '#f4e8c1', '#000000', '#ffffff'])(
  'letters stand out from %s',
  async (colour) => {
    const { bytes } = await coverFor({
      title: 'I',
      editions: { print: { format: 'pdf' }, jacket: { format: 'cover', of: 'print', colour } },
    });
    const { channels } = await sharp(bytes).greyscale().stats();
    const light = (value: number) => (value / 255) ** 2.2 + 0.05;
    expect(light(channels[0]!.max) / light(channels[0]!.min)).toBeGreaterThan(3.5);
  },
);

test('a picture of one’s own is the cover, with its own words', async () => {
  const { alt, facts, codes } = await coverFor({ cover: { image: 'tall.jpg', alt: 'A brown field' } });
  expect(facts).toMatchObject({ format: 'jpeg', width: 1200, height: 1800 });
  expect(alt).toBe('A brown field');
  expect(codes).toEqual([]);
});

test('a picture that readers cannot show is converted and made smaller', async () => {
  const { facts } = await coverFor({ cover: 'huge.webp' });
  expect(facts.format).toBe('jpeg');
  expect(facts.width! * facts.height!).toBeLessThanOrEqual(5_600_000);
});

test('a drawing becomes a cover of as many pixels as shops ask', async () => {
  const { facts, codes } = await coverFor({ cover: 'drawn.svg' });
  expect(codes).toEqual([]);
  expect([facts.format, facts.width, facts.height]).toEqual([expect.stringMatching(/png|jpeg/), 1600, 2560]);
});

test.each([
  ['small.png', 'cover-small'],
  ['essay.jpg', 'unreadable-image'],
  ['nothing.jpg', 'cover-missing'],
  ['../../../../etc/hostname', 'outside-folder'],
  ['https://example.org/x.png', 'remote-image'],
  ['wide.png', 'cover-shape'],
])('%s is reported: %s', async (cover, code) => {
  const { codes, facts } = await coverFor({ cover });
  expect(codes).toEqual([code]);
  expect(facts.width).toBeGreaterThan(0);
});

test('the EPUB shows it first and names it', async () => {
  const { texts } = await buildEpub({ markdown: '# One\n\nText.', book: { title: 'Tides' } });
  expect(texts['content.opf']).toContain(
    'href="images/cover.jpg" media-type="image/jpeg" properties="cover-image"',
  );
  expect(texts['content.opf']).toMatch(/<spine[^>]*>\s*<itemref idref="text-1"\/>/);
  expect(texts['content.opf']).toContain('<item id="text-1" href="cover.xhtml"');
  expect(texts['cover.xhtml']).toContain('<img src="images/cover.jpg" alt="Tides" role="doc-cover"/>');
  expect(texts['toc.xhtml']).toContain('<a epub:type="cover" href="cover.xhtml">Cover</a>');
});
