import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { testContext } from '../../browser/testing/test-context.js';
import type { EditionInput } from '../../edition/testing/edition-of.js';
import { fullBook } from './testing/full-book.js';
import { pageFigures } from './testing/page-figures.js';
import { printBook } from './testing/print-book.js';
import { printedLines } from './testing/printed-lines.js';

const context = testContext();
const folder = mkdtempSync(path.join(tmpdir(), 'octavo-page-ends-'));
afterAll(async () => {
  await context.close();
  rmSync(folder, { recursive: true });
});

/** Prints a book and reads its pages back. */
async function print(input: EditionInput) {
  writeFileSync(
    path.join(folder, 'picture.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="320"><rect width="400" height="320"/></svg>',
  );
  const { bytes } = await printBook({ ...input, folder }, { trim: 'a5', openings: 'any' }, context);
  return printedLines(bytes);
}

test('the pages of a book of everything end well, read back from the printed file', async () => {
  const book = fullBook({ chapters: 9, longNotes: 1, picture: 'picture.svg' });
  const figures = pageFigures(await print(book));
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

test('a picture that has no room stands behind the paragraphs that fill its page, and all words are there', async () => {
  const paragraph = (name: string) => Array.from({ length: 70 }, (_, k) => `${name}${k}`).join(' ');
  const text = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, k) => paragraph(String.fromCharCode(96 + first + k))).join(
      '\n\n',
    );
  const picture = '![A picture](picture.svg "Caption of it")';
  const pages = await print({ markdown: `# T\n\n${text(1, 3)}\n\n${picture}\n\n${text(4, 12)}\n` });
  const blocks = pages.map(({ parts }) =>
    parts.flatMap(({ lines }) => lines.map((line) => line.text)).join(' '),
  );
  const all = blocks.join(' ').replace(/-\s*/g, '');
  for (const name of 'abcdefghijkl')
    expect(new Set(all.match(new RegExp(`\\b${name}\\d+`, 'g'))).size, name).toBe(70);
  const called = blocks.findIndex((page) => page.includes('c69'));
  const caption = blocks.findIndex((page) => page.includes('Caption of it'));
  expect(caption).toBe(called + 1);
  // What follows the picture in the text stands before it, down to the foot of the page.
  expect(blocks[called]).toContain('d0');
  expect(pageFigures(pages).short).toEqual([]);
});
