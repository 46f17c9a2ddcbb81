import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { testContext } from '../../browser/testing/test-context.js';
import { bookSchema, type PdfEdition } from '../../config/schema.js';
import { editionOf } from '../../edition/testing/edition-of.js';
import { pdf } from './index.js';
import { fullBook } from './testing/full-book.js';
import { pageFigures } from './testing/page-figures.js';
import { printedLines } from './testing/printed-lines.js';

const context = testContext();
const folder = mkdtempSync(path.join(tmpdir(), 'octavo-page-ends-'));
afterAll(async () => {
  await context.close();
  rmSync(folder, { recursive: true });
});

test('the pages of a book of everything end well, read back from the printed file', async () => {
  writeFileSync(
    path.join(folder, 'picture.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="320"><rect width="400" height="320"/></svg>',
  );
  const book = fullBook({ chapters: 9, longNotes: 1, picture: 'picture.svg' });
  const { edition } = await editionOf({ ...book, folder });
  const { editions } = bookSchema.parse({
    title: 'T',
    editions: { print: { format: 'pdf', trim: 'a5', openings: 'any' } },
  });
  const { files } = await pdf.render(
    {
      edition,
      name: 'print',
      config: editions!.print as PdfEdition,
      pageStarts: new Map(),
      pageCounts: new Map(),
    },
    context,
  );
  const figures = pageFigures(await printedLines(files[0]!.bytes));
  expect(figures.inside).toBeGreaterThan(100);
  expect((figures.full + figures.level) / figures.inside).toBeGreaterThanOrEqual(0.97);
  const { widows, orphans, ladders, headings } = figures;
  expect({ widows, orphans, ladders, headings }).toEqual({
    widows: [],
    orphans: [],
    ladders: [],
    headings: [],
  });
});
