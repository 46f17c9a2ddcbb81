import { writeFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { testContext } from '../../browser/testing/test-context.js';
import { bookSchema, type PdfEdition } from '../../config/schema.js';
import { editionOf } from '../../edition/testing/edition-of.js';
import { pdf } from './index.js';
import { readPdf } from './testing/read-pdf.js';

const context = testContext();
const steps: string[] = [];
const watched = { ...context, progress: { step: (text: string) => void steps.push(text) } };
afterAll(() => context.close());

const words = (name: string, count: number) =>
  Array.from({ length: count }, (_, k) => `${name}${k}q`).join(' ');
const TALL = {
  'a row of a table': [
    `| One | Two |\n|---|---|\n| short | ${words('cell', 700)}[^n] ${words('more', 40)} |\n| ${words('other', 9)} | end |`,
    { cell: 700, more: 40, other: 9, note: 6 },
  ],
  'a listing with a caption': [
    `::::figure[${words('caption', 5)}[^n]]\n\`\`\`\n${words('code', 120).replaceAll(' ', '\n')}\n\`\`\`\n::::`,
    { caption: 5, code: 120, note: 6 },
  ],
  'what is to stay together': [
    `:::keep\n${words('first', 400)}[^n]\n\n${words('second', 400)}\n:::`,
    { first: 400, second: 400, note: 6 },
  ],
  'a note longer than two pages that a row of a table calls, above a row with a note': [
    `| One | Two |\n|---|---|\n| a | ${words('above', 30)} |\n| b | ${words('first', 30)}[^n] |\n| c | ${words('next', 30)}[^m] |\n| d | ${words('below', 30)} |\n\n[^m]: ${words('second', 40)}`,
    { above: 30, first: 30, next: 30, below: 30, second: 40, note: 700 },
  ],
  'a table of seventy rows in a note': [`Text.[^n]\n\n[^m]: Other.[^n]`, { note: 6, row: 70 }],
} as const;

test.each(Object.entries(TALL))(
  'prints every word of %s that no page can hold',
  async (name, [markdown, counts]) => {
    const rows = Array.from({ length: 70 }, (_, k) => `    | row${k}q | cell |`).join('\n');
    const table = name.includes('note') ? `\n\n    | A | B |\n    |---|---|\n${rows}` : '';
    const { edition } = await editionOf({
      markdown: `# One\n\nBefore it.\n\n${markdown}\n\nAfter it.\n\n[^n]: ${words('note', counts.note)}${table}\n`,
      book: { language: 'en', typography: { hyphenate: false } },
    });
    const { editions } = bookSchema.parse({ title: 'T', editions: { print: { format: 'pdf', trim: 'a6' } } });
    const config = editions!.print as PdfEdition;
    steps.length = 0;
    const { files } = await pdf.render(
      { edition, name: 'print', config, pageStarts: new Map(), pageCounts: new Map() },
      watched,
    );
    expect(steps.filter((step) => /once more/.test(step))).toEqual([]);
    if (process.env.OCTAVO_RANDOM_OUT)
      writeFileSync(`${process.env.OCTAVO_RANDOM_OUT}/${name}.pdf`, files[0]!.bytes);
    const { pages } = await readPdf(files[0]!.bytes);
    const text = pages
      .flat()
      .map((piece) => piece.text)
      .join('')
      .replace(/-?\s+/g, '');
    for (const [word, count] of Object.entries(counts)) {
      const missing = Array.from({ length: count }, (_, k) => `${word}${k}q`).filter(
        (one) => !text.includes(one),
      );
      expect(missing).toEqual([]);
    }
    expect(text).toContain('Afterit.');
  },
);

test('the parts of a table in a note have the columns of the whole', async () => {
  const row = (k: number) => `    | left${k} ${k === 0 ? words('long', 9) : ''} | ${words(`cell${k}x`, 2)} |`;
  const rows = Array.from({ length: 90 }, (_, k) => row(k)).join('\n');
  const { edition } = await editionOf({
    markdown: `# One\n\nText.[^t]\n\n[^t]: Table.\n\n    | A | B |\n    |---|---|\n${rows}\n`,
    book: { language: 'en', typography: { hyphenate: false } },
  });
  const { editions } = bookSchema.parse({ title: 'T', editions: { print: { format: 'pdf', trim: 'a6' } } });
  const config = editions!.print as PdfEdition;
  const { files } = await pdf.render(
    { edition, name: 'print', config, pageStarts: new Map(), pageCounts: new Map() },
    context,
  );
  const { pages } = await readPdf(files[0]!.bytes);
  // From the first column to the second, on each page that has rows.
  const distances = pages.map((pieces) => {
    const left = pieces.find(({ text }) => /^left\d/.test(text));
    const cell = pieces.find(({ text }) => /^cell\d+x0q/.test(text));
    return left && cell ? Math.round(cell.x - left.x) : undefined;
  });
  const known = distances.filter((distance) => distance !== undefined);
  expect(known.length).toBeGreaterThan(2);
  expect(new Set(known).size).toBe(1);
});
