import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testContext } from '../../browser/testing/test-context.js';
import { bookSchema, type PdfEdition } from '../../config/schema.js';
import { editionOf } from '../../edition/testing/edition-of.js';
import { pdf } from './index.js';
import { faultsOfPages } from './testing/check-pages.js';
import { randomBook } from './testing/random-book.js';
import { readPdf } from './testing/read-pdf.js';

const context = testContext();
const folder = mkdtempSync(path.join(tmpdir(), 'octavo-random-'));
const steps: string[] = [];
const watched = { ...context, progress: { step: (text: string) => void steps.push(text) } };
beforeAll(async () => {
  const picture = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#888' } })
      .png()
      .toBuffer();
  writeFileSync(path.join(folder, 'wide.png'), await picture(900, 500));
  writeFileSync(path.join(folder, 'tall.png'), await picture(500, 1400));
});
afterAll(async () => {
  await context.close();
  rmSync(folder, { recursive: true });
});

const TRIMS = ['a5', 'a6', '5x8', 'a4'] as const;
/** Others with OCTAVO_RANDOM_BOOKS=9-12,100; OCTAVO_RANDOM_OUT keeps their PDFs. */
const seeds = (process.env.OCTAVO_RANDOM_BOOKS ?? '1-4,54,100-101').split(',').flatMap((range) => {
  const [from = 1, to = from] = range.split('-').map(Number);
  return Array.from({ length: to - from + 1 }, (_, k) => from + k);
});

describe('random books print as planned, with every word, and every note on the page of its call', () => {
  test.each(seeds)('book %i', async (seed) => {
    const book = randomBook(seed);
    const { edition } = await editionOf({ ...book.input, folder });
    const { editions } = bookSchema.parse({
      title: 'T',
      editions: {
        print: { format: 'pdf', trim: TRIMS[seed % TRIMS.length], openings: 'any', ...book.edition },
      },
    });
    steps.length = 0;
    const config = editions!.print as PdfEdition;
    const { files } = await pdf.render(
      { edition, name: 'print', config, pageStarts: new Map(), pageCounts: new Map() },
      watched,
    );
    const out = process.env.OCTAVO_RANDOM_OUT;
    if (out) {
      mkdirSync(out, { recursive: true });
      writeFileSync(path.join(out, `${seed}.pdf`), files[0]!.bytes);
      for (const [name, text] of Object.entries(book.input.markdown))
        writeFileSync(path.join(out, `${seed}-${name}`), text);
    }
    const { pages } = await readPdf(files[0]!.bytes);
    expect(faultsOfPages(pages, book)).toEqual([]);
    expect(context.report.messages.filter(({ code }) => code === 'note-overleaf')).toEqual([]);
    expect(steps.filter((step) => /once more/.test(step))).toEqual([]);
  });
});
