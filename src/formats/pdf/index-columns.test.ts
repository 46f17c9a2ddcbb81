import { afterAll, expect, test } from 'vitest';
import { testContext } from '../../browser/testing/test-context.js';
import { printBook } from './testing/print-book.js';
import { readPdf } from './testing/read-pdf.js';

const context = testContext();
afterAll(() => context.close());

test('sets the index in two columns over pages, in order, the last ones level, with its words as heads', async () => {
  const terms = Array.from({ length: 130 }, (_, k) => `${String.fromCharCode(97 + k / 10)}term${1000 + k}`);
  const marks = terms.map((term) => `The word :index[${term}] and its kind.`).join(' ');
  const { bytes } = await printBook(
    { markdown: `# One\n\n${marks}\n` },
    { runningHeads: { verso: 'words', recto: 'words' } },
    context,
  );
  expect(context.report.messages).toEqual([]);
  const { pages, outline } = await readPdf(bytes);
  const first = outline.find(({ title }) => title === 'Index')!.page;
  const printed = pages
    .slice(first)
    .map((pieces) => pieces.filter(({ text }) => /term\d/.test(text) && !text.includes('–')));
  expect(printed.length).toBeGreaterThan(1);
  const found = printed.flatMap((pieces) => pieces.flatMap(({ text }) => /\wterm\d+/.exec(text) ?? []));
  expect(found).toEqual(terms);
  for (const pieces of printed) {
    const columns = new Set(pieces.map(({ x }) => Math.round(x)));
    expect(columns.size).toBe(2);
  }
  // The two columns of the last page end within an entry and a gap of each other.
  const last = printed.at(-1)!;
  const [left, right] = [...new Set(last.map(({ x }) => Math.round(x)))].map((x) =>
    Math.min(...last.flatMap((piece) => (Math.round(piece.x) === x ? piece.y : []))),
  );
  expect(Math.abs(left! - right!)).toBeLessThan(3 * 14);
  const head = pages[first + 1]!.reduce((top, piece) => (piece.y > top.y ? piece : top)).text;
  expect(head.trim()).toBe(
    `${/\wterm\d+/.exec(printed[1]![0]!.text)![0]} – ${/\wterm\d+/.exec(printed[1]!.at(-1)!.text)![0]}`,
  );
});
