import { createHash } from 'node:crypto';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ImposeRequest, imposePdf } from './impose-pdf.js';
import { IMPOSE_DEFAULTS, IMPOSED_FOLDS, type ImposeOptions } from './options.js';
import { pageTexts } from './testing/page-texts.js';
import { readingPdf } from './testing/reading-pdf.js';
import { proveImposition, unimposePdf } from './unimpose-pdf.js';

const SRA3 = { width: 320, height: 450 };
const with_ =
  (change: Partial<ImposeOptions> = {}): ImposeRequest =>
  (trim) => ({ ...IMPOSE_DEFAULTS, fold: 'booklet', paper: SRA3, trim, ...change });
const impose = async (bytes: Uint8Array, change?: Partial<ImposeOptions>) =>
  imposePdf({ bytes, path: 'a.pdf' }, with_(change));
const numbered = (pages: number) => Array.from({ length: pages }, (_, index) => `Page ${index + 1}`);

test('un-imposing gives the pages back, same order and text, whatever the options', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 60 }),
      fc.record({
        fold: fc.constantFrom(...IMPOSED_FOLDS),
        duplex: fc.constantFrom('long-edge' as const, 'short-edge' as const),
        binding: fc.constantFrom('left' as const, 'right' as const),
        closing: fc.integer({ min: 0, max: 3 }),
      }),
      fc.constantFrom(0, 90, 180, 270),
      async (pages, options, rotation) => {
        const size: [number, number] = rotation % 180 === 0 ? [300, 420] : [420, 300];
        const reading = await readingPdf(pages, size, rotation);
        const imposed = await impose(reading, options);
        await proveImposition(imposed.bytes, imposed);
        expect(await pageTexts(await unimposePdf(imposed.bytes, 'b.pdf'))).toEqual(numbered(pages));
      },
    ),
    { numRuns: 25 },
  );
});

describe('an imposed file', async () => {
  const reading = await readingPdf(10);
  const imposed = await impose(reading);

  test('has the partners on their sides', async () => {
    expect(await pageTexts(imposed.bytes)).toEqual([
      'Page 1',
      'Page 2',
      'Page 10Page 3',
      'Page 4Page 9',
      'Page 8Page 5',
      'Page 6Page 7',
    ]);
  });

  test('carries the hash of the reading PDF and tells the printer how to turn the sheet', async () => {
    const document = await PDFDocument.load(imposed.bytes, { updateMetadata: false });
    expect(imposed.readingHash).toBe(createHash('sha256').update(reading).digest('hex'));
    expect(document.context.lookup(document.context.trailerInfo.Info)?.toString()).toContain(
      imposed.readingHash,
    );
    expect(document.catalog.lookup(PDFName.of('ViewerPreferences'))?.toString()).toContain(
      'DuplexFlipShortEdge',
    );
  });

  test('is the same, byte for byte, each time', async () => {
    expect(Buffer.from((await impose(reading)).bytes).equals(Buffer.from(imposed.bytes))).toBe(true);
  });

  test('keeps nothing of the old page tree', async () => {
    const document = await PDFDocument.load(imposed.bytes, { updateMetadata: false });
    expect(document.getPageCount()).toBe(6);
    const pages = document.context
      .enumerateIndirectObjects()
      .filter(([, object]) => object.toString().includes('/Type /Page\n'));
    expect(pages).toHaveLength(6);
  });
});

describe('the proof fails', async () => {
  const reading = await readingPdf(8);
  const imposed = await impose(reading);

  test('when a page of another file stands in the place of a page', async () => {
    const other = await impose(await readingPdf(9));
    await expect(proveImposition(imposed.bytes, other)).rejects.toThrow('another reading PDF');
    const prints = imposed.fingerprints.with(4, imposed.fingerprints[3]!);
    await expect(proveImposition(imposed.bytes, { ...imposed, fingerprints: prints })).rejects.toThrow(
      'in place of page 5',
    );
    const longer = [...imposed.fingerprints, 'x'];
    await expect(proveImposition(imposed.bytes, { ...imposed, fingerprints: longer })).rejects.toThrow(
      '8 of 9 pages',
    );
  });

  test('when two sides change places', async () => {
    const document = await PDFDocument.load(imposed.bytes, { updateMetadata: false });
    const [last] = await document.copyPages(document, [3]);
    document.removePage(3);
    document.insertPage(0, last);
    await expect(proveImposition(await document.save(), imposed)).rejects.toThrow('another page in place of');
  });
});

test('a field that was filled in is printed', async () => {
  const document = await PDFDocument.create();
  const page = document.addPage([300, 420]);
  const field = document.getForm().createTextField('name');
  field.addToPage(page, { x: 30, y: 300, width: 200, height: 30 });
  field.setText('Filled in');
  const imposed = await impose(await document.save());
  expect((await pageTexts(imposed.bytes)).join('')).toContain('Filled in');
  expect(await pageTexts(await unimposePdf(imposed.bytes, 'b.pdf'))).toEqual(['Filled in']);
});

test('some pages of a file may be taken', async () => {
  const bytes = await readingPdf(9);
  const imposed = await imposePdf(
    {
      bytes,
      path: 'a.pdf',
      pages: [
        { from: 2, to: 3 },
        { from: 7, to: 7 },
      ],
    },
    with_(),
  );
  expect(await pageTexts(await unimposePdf(imposed.bytes, 'b.pdf'))).toEqual(['Page 2', 'Page 3', 'Page 7']);
});

describe('a file that cannot be imposed is refused', () => {
  const rejected = (bytes: Uint8Array) => expect(impose(bytes)).rejects;

  test('no PDF', () => rejected(new TextEncoder().encode('PK not a PDF')).toThrow('not a PDF'));

  test('cut off', async () => {
    const whole = await readingPdf(5);
    await rejected(whole.slice(0, Math.floor(whole.length * 0.6))).toThrow('cut off');
  });

  test('damaged inside', async () => {
    const bytes = Buffer.from(await readingPdf(5));
    bytes.fill(0x20, Math.floor(bytes.length * 0.2), Math.floor(bytes.length * 0.7));
    await rejected(bytes).toThrow(/damaged|no pages/);
  });

  test('encrypted', async () => {
    const document = await PDFDocument.load(await readingPdf(2));
    document.encrypt({ userPassword: 'a', ownerPassword: 'b' });
    await rejected(await document.save()).toThrow('encrypted');
  });

  test('not imposed, when it is to be turned back', async () => {
    await expect(unimposePdf(await readingPdf(3), 'a.pdf')).rejects.toThrow('does not say how');
  });
});
