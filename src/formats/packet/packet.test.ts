import { PDFDocument } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, describe, expect, test } from 'vitest';
import type { Book } from '../../config/book.js';
import { POINTS_PER_MM } from '../../config/lengths.js';
import type { BookInput, PacketEdition } from '../../config/schema.js';
import type { Edition } from '../../edition/edition.js';
import { editionOf } from '../../edition/testing/edition-of.js';
import { openRun } from '../../open-run.js';
import { Report } from '../../report/report.js';
import type { OutputFile } from '../format.js';
import { pageTexts } from './impose/testing/page-texts.js';
import { unimposePdf } from './impose/unimpose-pdf.js';
import { packet } from './packet.js';
import { setPacket } from './set-packet.js';

const run = openRun();
afterAll(() => run.close());
const date = new Date('2024-05-01');

const paragraph = (word: string) => Array.from({ length: 90 }, (_, index) => `${word}${index}`).join(' ');
const texts = {
  'fords.md': `---
author: Ida Marsh
date: 1911
source: A Walker’s Almanac
rights: Public domain
pages: 112–117
---

# On Fords

:page-mark{n=112}Begins here.[^a] ${paragraph('ford')}

${paragraph('mill')}

:page-mark{n=113}${paragraph('weir')}

${paragraph('sluice')}

${paragraph('bank')}

[^a]: A note on fords.
`,
  'songs.md': `---
author: Tomas Lind
translator: Ruth Achterberg
---

# Songs

One song.[^a] See [the notebook](https://example.org/notebook).

[^a]: A note on songs.
`,
  'ferry.md': '# The Ferry\n\nA text of which nothing is known.\n',
};

const BOOK: Partial<BookInput> = {
  title: 'Ways Across',
  date: '2026-10-06',
  editions: {
    plain: { format: 'packet', trim: 'a5', group: 'The Tuesday Table', course: 'Autumn' },
    booklet: { format: 'packet', group: 'The Tuesday Table', course: 'Autumn', fold: 'booklet' },
    press: {
      format: 'packet',
      group: 'The Tuesday Table',
      course: 'Autumn',
      trim: 'a5',
      paper: 'sra3',
      fold: 'signatures',
    },
    recto: { format: 'packet', trim: 'a5', openings: 'recto' },
    wide: { format: 'packet', trim: 'a4', wideMargin: { width: '60mm', rules: true } },
    numbered: { format: 'packet', trim: 'a5', lineNumbers: { every: 5, restart: 'page' } },
    easy: { format: 'packet', trim: 'a5', easyReading: true },
    running: { format: 'packet', trim: 'a5', openings: 'run-on', links: 'list' },
  },
};

const { edition, report } = await editionOf({ markdown: texts, book: BOOK });
const rendered = new Map<string, Promise<readonly OutputFile[]>>();

function render(name: string, of: Edition = edition): Promise<readonly OutputFile[]> {
  const config = of.book.editions[name] as PacketEdition;
  const input = { edition: of, name, config, pageStarts: new Map(), pageCounts: new Map() };
  const made =
    rendered.get(name) ??
    packet.render(input, { ...run, report: new Report(), date }).then(({ files }) => files);
  rendered.set(name, made);
  return made;
}

/** Furniture and notes come before the text in the file. */
const isOpening = (text: string, title: string) =>
  text.includes(squeezed(title)) && !/^(AUTUMN|Autumn)/.test(text) && !text.includes('Sourcesandrights');
const squeezed = (text: string) => text.replace(/\s+/g, '');

describe('a packet', async () => {
  const [reading] = await render('plain');
  const pages = (await pageTexts(reading!.bytes)).map(squeezed);

  test('is read without complaint', () => expect(report.messages).toEqual([]));

  test('begins with a cover sheet: course, title, group, date, texts with author, year and page', () => {
    for (const words of ['AUTUMN', 'Ways Across', 'The Tuesday Table · 6 October 2026', 'Ida Marsh, 1911'])
      expect(pages[0]!.toLowerCase()).toContain(squeezed(words).toLowerCase());
    for (const title of ['On Fords', 'Songs', 'The Ferry']) {
      const at = pages.findIndex((text, index) => index > 0 && isOpening(text, title));
      expect(pages[0]).toContain(`${squeezed(title)}${at + 1}`);
    }
  });

  test('has one numbering of folios, with the page of the original in brackets where it is known', () => {
    const folios = pages.map((text) => /^(?:\D*?)(\d)(\[[^\]]*\])?/.exec(text)?.slice(1, 3));
    expect(folios[1]).toEqual(['2', '[112–113]']);
    expect(folios[2]).toEqual(['3', '[113]']);
    expect(folios.slice(1).map((folio) => Number(folio![0]))).toEqual(
      Array.from({ length: pages.length - 1 }, (_, index) => index + 2),
    );
    const songs = pages.findIndex((text, index) => index > 0 && isOpening(text, 'Songs'));
    expect(folios[songs]![1]).toBeUndefined();
  });

  test('gives each text its author, its source and notes numbered from 1', () => {
    expect(pages[1]).toMatch(/OnFordsIdaMarsh,1911FromAWalker’sAlmanac,pp\.112–117Begins/);
    for (const note of ['1Anoteonfords', '1Anoteonsongs'])
      expect(pages.some((text) => text.includes(note))).toBe(true);
  });

  test('ends with the sources, and each text has its own heads', () => {
    const last = pages.at(-1)!;
    expect(last).toContain('Sourcesandrights');
    expect(last).toMatch(
      /On\s*Fords\(1911\)\.AWalker’sAlmanac,pp\.112–117\.Publicdomain\.Inthispacket:p\.2\./,
    );
    expect(last).toContain('TranslatedbyRuthAchterberg.');
    expect(last).not.toContain('TheFerry');
    expect(pages[2]).toMatch(/^(3\[113\])?OnFords|^OnFords/);
  });
});

test('texts open where they are asked to', async () => {
  const openings = async (name: string) => {
    const pages = (await pageTexts((await render(name))[0]!.bytes)).map(squeezed);
    return ['OnFords', 'Songs', 'TheFerry'].map((title) =>
      pages.findIndex((text, index) => index > 0 && text.includes(title)),
    );
  };
  for (const page of await openings('recto')) expect(page % 2).toBe(0);
  const [, songs, ferry] = await openings('running');
  expect(ferry).toBe(songs);
  const last = (await pageTexts((await render('running'))[0]!.bytes)).map(squeezed);
  expect(last.some((text) => text.includes('https://example.org/notebook'))).toBe(true);
});

describe('reader’s variants', () => {
  /** The stretches of text on a page, in points from its left edge. */
  async function stretches(bytes: Uint8Array, number: number) {
    const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
    const page = await (await task.promise).getPage(number);
    const [left, , right] = page.view as [number, number, number, number];
    const { items } = await page.getTextContent();
    const found = items.flatMap((item) =>
      'str' in item && item.str.trim()
        ? [{ text: item.str, from: item.transform[4] - left, to: item.transform[4] - left + item.width }]
        : [],
    );
    await task.destroy();
    return { found, width: right - left };
  }

  test('a wide margin leaves 60 mm at the outside, on either side of the spread', async () => {
    const [{ bytes }] = (await render('wide')) as [OutputFile];
    const room = 60 * POINTS_PER_MM - 1;
    const verso = await stretches(bytes, 2);
    for (const { from } of verso.found) expect(from).toBeGreaterThanOrEqual(room);
    const recto = await stretches(bytes, 3);
    for (const { to } of recto.found) expect(recto.width - to).toBeGreaterThanOrEqual(room);
  });

  test('every fifth line has its number at the outside', async () => {
    const [{ bytes }] = (await render('numbered')) as [OutputFile];
    const { found } = await stretches(bytes, 2);
    const text = Math.min(...found.filter(({ text }) => /^[a-z]/.test(text)).map(({ from }) => from));
    const numbers = found.filter(({ to }) => to < text).map(({ text }) => text);
    expect(numbers.slice(0, 4)).toEqual(['5', '10', '15', '20']);
  });

  test('easy reading has its own face', async () => {
    const [{ bytes }] = (await render('easy')) as [OutputFile];
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    const objects = document.context.enumerateIndirectObjects().map(([, object]) => String(object));
    const fonts = objects.flatMap((object) => /\/BaseFont \/\w+\+([A-Za-z]+)/.exec(object)?.[1] ?? []);
    expect(new Set(fonts)).toEqual(new Set(['AtkinsonHyperlegible']));
  });
});

describe('a folded packet', async () => {
  const [reading, imposed, instructions] = await render('booklet');

  test('is set once for all folds of one measure', async () => {
    const context = { ...run, report: new Report(), date };
    const of = (name: string) => setPacket(edition, edition.book.editions[name] as PacketEdition, context);
    expect(of('booklet')).toBe(of('press'));
    expect(of('booklet')).toBe(of('plain'));
    expect(of('booklet')).not.toBe(of('recto'));
    expect(Buffer.from((await render('press'))[0]!.bytes).equals(Buffer.from(reading!.bytes))).toBe(true);
  });

  test('holds the pages of the reading PDF, same order and text', async () => {
    const back = await unimposePdf(imposed!.bytes, 'booklet.pdf');
    expect(await pageTexts(back)).toEqual(await pageTexts(reading!.bytes));
  });

  test('is laid at final size on the paper', async () => {
    const sheet = (await PDFDocument.load(imposed!.bytes, { updateMetadata: false })).getPage(0).getSize();
    expect(Math.round(sheet.width)).toBe(842);
    expect(Math.round(sheet.height)).toBe(595);
  });

  test('keeps the sources at the back: blanks stand before them', async () => {
    const [outside] = await pageTexts(imposed!.bytes);
    expect(squeezed(outside!)).toContain('Sourcesandrights');
  });

  test('says how it is printed, in a PDF and in the manifest', async () => {
    expect(instructions!.name).toBe('a-test-booklet-instructions.pdf');
    expect(imposed!.printing).toMatchObject({
      Paper: expect.stringContaining('A4'),
      readingSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });
});

describe('what cannot be folded is refused before anything is laid out', () => {
  const refused = async (config: Record<string, unknown>) => {
    const editions = { x: { format: 'packet', ...config } } as BookInput['editions'];
    const { edition: made } = await editionOf({ markdown: texts, book: { ...BOOK, editions } });
    const locate: Book['locate'] = (_, __, detail) => ({ ...detail, place: { path: 'book.yaml' } });
    const other = { ...made, book: { ...made.book, locate } };
    const config_ = other.book.editions.x as PacketEdition;
    const browser = () => Promise.reject(new Error('no browser is needed'));
    const input = {
      edition: other,
      name: 'x',
      config: config_,
      pageStarts: new Map(),
      pageCounts: new Map(),
    };
    return packet.render(input, { ...run, browser, report: new Report(), date });
  };

  test.each([
    [{ trim: 'a4', paper: 'a4', fold: 'booklet' }, /too small: 2 pages of 210 × 297 mm .* \(edition “x”\)/],
    [{ fold: 'booklet', signature: 16 }, /for the fold “signatures”/],
    [{ fold: 'signatures', stack: true }, /not cut and stacked/],
  ])('%j', async (config, message) => {
    await expect(refused(config)).rejects.toThrow(message);
    await expect(refused(config)).rejects.toMatchObject({
      exitCode: 2,
      details: [{ place: { path: 'book.yaml' } }],
    });
  });

  test('negative creep is no length', async () => {
    await expect(refused({ fold: 'booklet', creep: '-0.1mm' })).rejects.toThrow('a length such as');
  });
});
