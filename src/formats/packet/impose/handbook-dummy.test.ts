import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { imposePdf } from './impose-pdf.js';
import { IMPOSE_DEFAULTS } from './options.js';
import { pageTexts } from './testing/page-texts.js';
import { readingPdf } from './testing/reading-pdf.js';

const CHAPTER = new URL('../../../../sources/handbook/text/12-packets-and-booklets.md', import.meta.url);

/** The rows of the handbook's table of a paper dummy, as numbers. */
function dummy(): number[][] {
  const lines = readFileSync(CHAPTER, 'utf8').split('\n');
  const head = lines.findIndex((line) => line.startsWith('| Sheet | Front left'));
  const rows = lines.slice(head + 2, lines.indexOf('', head));
  return rows.map((row) => row.split('|').slice(1, -1).map(Number));
}

test('the paper dummy in the handbook is what an imposed file holds', async () => {
  const { bytes } = await imposePdf({ bytes: await readingPdf(8), path: 'dummy.pdf' }, (trim) => ({
    ...IMPOSE_DEFAULTS,
    fold: 'booklet',
    trim,
    paper: { width: 210, height: 297 },
  }));
  const sides = await pageTexts(bytes);
  const rows = dummy();
  expect(rows).toHaveLength(sides.length / 2);
  rows.forEach(([sheet, ...pages], index) => {
    expect(sheet).toBe(index + 1);
    expect(`${sides[2 * index]}${sides[2 * index + 1]}`).toBe(pages.map((page) => `Page ${page}`).join(''));
  });
});
