import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { testContext } from '../../browser/testing/test-context.js';
import { printBook } from './testing/print-book.js';
import { readPdf } from './testing/read-pdf.js';

const context = testContext();
const folder = mkdtempSync(path.join(tmpdir(), 'octavo-wide-'));
mkdirSync(path.join(folder, 'mine'));
afterAll(async () => {
  await context.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The words of each line of a book of one page or more, and what was said of it. */
async function print(markdown: string, style = '') {
  writeFileSync(path.join(folder, 'mine', 'book.css'), `${style}\n.none { color: inherit }`);
  const said = context.report.messages.length;
  const { bytes } = await printBook(
    { markdown, folder, book: { language: 'en' } },
    { trim: 'a5', template: 'mine' },
    context,
  );
  const { pages } = await readPdf(bytes);
  return { pieces: pages.flat(), messages: context.report.messages.slice(said) };
}

const TABLE = `# One

| Identifier | Signature | Default | Since |
|---|---|---|---|
| \`configurationManagerFactory\` | \`createConfigurationManager(options: ConfigurationOptions): Promise<void>\` | \`undefined\` | 2.14.1 |
`;

test('divides names in a wide table at their parts, and leaves the words of its other columns whole', async () => {
  const { pieces, messages } = await print(TABLE);
  const texts = pieces.map(({ text }) => text.trim());
  for (const whole of ['configuration', 'Manager', 'Factory', 'undefined', 'Since', '2.14.1', 'Default'])
    expect(texts).toContain(whole);
  expect(messages).toEqual([]);
});

test('divides words where columns are too many, the longest alone, and says so', async () => {
  const words = [
    'Pneumonoultramicroscopic',
    'Hippopotomonstrosesquippedaliophobia',
    'Floccinaucinihilipilification',
  ];
  const { pieces, messages } = await print(
    `# One\n\n| ${words.join(' | ')} | Short |\n|---|---|---|---|\n| one | two | three | four |\n`,
  );
  expect(pieces.map(({ text }) => text.trim())).toContain('Short');
  expect(pieces.map(({ text }) => text.trim())).not.toContain(words[1]);
  expect(messages).toMatchObject([
    {
      code: 'too-wide',
      reason: expect.stringMatching(
        /^Too wide for the text, so words are divided in it, by [\d.]+ mm: table/,
      ),
      place: { line: 3 },
    },
  ]);
});

test('takes no page that begins with a drawing for a smaller one', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="400"><text x="9" y="90">Lamp</text></svg>';
  writeFileSync(path.join(folder, 'lamp.svg'), svg);
  const picture = '![A lamp](lamp.svg)';
  const { messages } = await print(`${picture}\n\n::page-break\n\n${picture}\n`);
  expect(messages).toEqual([]);
});

const VERSE = `# One\n\nBefore it.\n\n:::verse\nThe lamps are lit, the fog is down,\n:::\n`;

test('prints what stands beyond the text in the margin, as large as all else, and says so', async () => {
  const plain = await print(VERSE);
  const wide = await print(VERSE, '.verse { margin-left: 300px; white-space: nowrap }');
  const find = ({ pieces }: Awaited<ReturnType<typeof print>>) =>
    pieces.find(({ text }) => text.includes('Before'));
  expect(find(wide)).toEqual(find(plain));
  expect(wide.pieces.map(({ text }) => text).join(' ')).toContain('lamps');
  expect(wide.messages).toMatchObject([{ code: 'too-wide' }]);
});

test('refuses to print a book smaller than it was laid out', async () => {
  const far = '.verse::after { content: "far"; position: absolute; left: 2000px }';
  await expect(print(VERSE, far)).rejects.toMatchObject({
    details: [{ code: 'printed-smaller', reason: expect.stringMatching(/[\d.]+ % of their size$/) }],
  });
});
