import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { testContext } from '../../browser/testing/test-context.js';
import { Report } from '../../report/report.js';
import { geometryOf } from './page-geometry.js';
import { printBook } from './testing/print-book.js';
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
    steps.length = 0;
    const { bytes } = await printBook(
      {
        markdown: `# One\n\nBefore it.\n\n${markdown}\n\nAfter it.\n\n[^n]: ${words('note', counts.note)}${table}\n`,
        book: { language: 'en', typography: { hyphenate: false } },
      },
      { trim: 'a6' },
      watched,
    );
    expect(steps.filter((step) => /once more/.test(step))).toEqual([]);
    if (process.env.OCTAVO_RANDOM_OUT) writeFileSync(`${process.env.OCTAVO_RANDOM_OUT}/${name}.pdf`, bytes);
    const { pages } = await readPdf(bytes);
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
  const { bytes } = await printBook(
    {
      markdown: `# One\n\nText.[^t]\n\n[^t]: Table.\n\n    | A | B |\n    |---|---|\n${rows}\n`,
      book: { language: 'en', typography: { hyphenate: false } },
    },
    { trim: 'a6' },
    context,
  );
  const { pages } = await readPdf(bytes);
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

test('makes a figure and a formula that no page can hold smaller, and says by how much', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'octavo-tall-'));
  const picture = sharp({ create: { width: 600, height: 2400, channels: 3, background: '#888' } });
  writeFileSync(path.join(folder, 'tall.png'), await picture.png().toBuffer());
  const rows = Array.from({ length: 40 }, (_, k) => `x_{${k}} &= ${7000 + k}`).join(' \\\\\n');
  const own = { ...watched, report: new Report() };
  steps.length = 0;
  const { bytes, edition, config } = await printBook(
    {
      markdown: [
        '# One',
        words('before', 30),
        `::::figure[${words('caption', 70)}[^n]]\n![Tall](tall.png)\n::::`,
        words('between', 30),
        `$$\n\\begin{aligned}\n${rows}\n\\end{aligned}\n$$`,
        words('after', 30),
        `[^n]: ${words('note', 9)}`,
      ].join('\n\n'),
      book: { language: 'en', typography: { hyphenate: false } },
      folder,
    },
    { trim: 'a6' },
    own,
  );
  expect(steps.filter((step) => /once more/.test(step))).toEqual([]);
  expect(own.report.messages.filter(({ code }) => code === 'note-overleaf')).toEqual([]);
  const tall = own.report.messages.filter(({ code }) => code === 'too-tall');
  expect(tall.map(({ place }) => place?.line)).toEqual([expect.any(Number), expect.any(Number)]);
  const { pages } = await readPdf(bytes);
  const texts = pages.map((pieces) => pieces.map(({ text }) => text).join(''));
  for (const [word, count] of Object.entries({ before: 30, caption: 70, between: 30, after: 30, note: 9 }))
    for (let k = 0; k < count; k++) expect(texts.join('').replace(/-?\s+/g, '')).toContain(`${word}${k}q`);
  // All rows of the formula stand on one page, in its text area.
  const holding = pages.filter((_, page) => texts[page]!.includes('7000'));
  expect(holding).toHaveLength(1);
  for (let k = 0; k < 40; k++) expect(texts[pages.indexOf(holding[0]!)]).toContain(String(7000 + k));
  rmSync(folder, { recursive: true });
  const { margins, sheet } = geometryOf(config, edition.book.typography);
  for (const { text, y } of holding[0]!.filter((piece) => /70\d\d/.test(piece.text))) {
    expect(y, text).toBeGreaterThan(margins.bottom * 0.75 - 1);
    expect(y, text).toBeLessThan((sheet.height - margins.top) * 0.75);
  }
});
