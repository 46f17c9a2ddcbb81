import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { testContext } from '../../browser/testing/test-context.js';
import { bookSchema, type PdfEdition } from '../../config/schema.js';
import { editionOf } from '../../edition/testing/edition-of.js';
import { pdf } from './index.js';
import { faultsOfPages } from './testing/check-pages.js';
import { randomBook } from './testing/random-book.js';
import { readPdf } from './testing/read-pdf.js';

const context = testContext();
const steps: string[] = [];
const watched = { ...context, progress: { step: (text: string) => void steps.push(text) } };
afterAll(() => context.close());

const TRIMS = ['a5', 'a6', '5x8', 'a4'] as const;
/** More of them with OCTAVO_RANDOM_BOOKS=from-to; OCTAVO_RANDOM_OUT keeps their PDFs. */
const [from, to] = (process.env.OCTAVO_RANDOM_BOOKS ?? '1-6').split('-').map(Number) as [number, number];

describe('random books print as planned, with every word, and every note on the page of its call', () => {
  test.each(Array.from({ length: to - from + 1 }, (_, k) => from + k))('book %i', async (seed) => {
    const book = randomBook(seed);
    const { edition } = await editionOf(book.input);
    const { editions } = bookSchema.parse({
      title: 'T',
      editions: { print: { format: 'pdf', trim: TRIMS[seed % TRIMS.length], openings: 'any' } },
    });
    steps.length = 0;
    const before = context.report.messages.filter(({ code }) => code === 'note-overleaf').length;
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
    const faults = faultsOfPages(pages, book);
    const isLate = (fault: string) => /begins on page/.test(fault);
    expect(faults.filter((fault) => !isLate(fault))).toEqual([]);
    // A note that the notes before it leave no room begins overleaf, and is reported.
    const reported = context.report.messages.filter(({ code }) => code === 'note-overleaf').length - before;
    expect(faults.filter(isLate).length).toBeLessThanOrEqual(reported);
    expect(steps.filter((step) => /once more/.test(step))).toEqual([]);
  });
});
