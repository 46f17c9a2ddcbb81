import { afterAll, expect, test } from 'vitest';
import { testContext } from '../../browser/testing/test-context.js';
import { printBook } from './testing/print-book.js';
import { readPdf } from './testing/read-pdf.js';

const context = testContext();
afterAll(() => context.close());

const filler = (words: number) => Array.from({ length: words }, (_, k) => `river${k % 7}`).join(' ');
const MARKDOWN = {
  'one.md': `# The Ferrymen of the Upper River, and What Became of Each of Them {short="The Ferrymen"}

${filler(500)}

## Oars {short="Of Oars"}

${filler(60)}

## Ropes

${filler(500)}
`,
  'two.md': `# A Chapter With a Title Longer Than Any Page Is Wide, Which Nobody Has Shortened Yet

${filler(900)}
`,
  'back/glossary.md': `# Glossary\n\n${['alder', 'birch', 'cedar', 'date', 'elm', 'fir', 'gum', 'hazel']
    .map((word) => `${word}\n: ${filler(120)}`)
    .join('\n\n')}\n`,
};

/** The running head of each page that has one, with the page's side and its text. */
async function headsOf(runningHeads: object) {
  context.report.messages.length = 0;
  const { bytes } = await printBook(
    { markdown: MARKDOWN, book: { title: 'A Book of Rivers' } },
    { trim: 'a6', runningHeads },
    context,
  );
  const { pages } = await readPdf(bytes);
  const HEAD = 148 * 2.835 - 14 * 2.835;
  return pages.flatMap((pieces, page) => {
    const above = pieces.filter(({ y }) => y > HEAD);
    const head = above
      .map(({ text }) => text)
      .join('')
      .trim();
    const text = pieces.map((piece) => piece.text).join('');
    return head
      ? [{ side: page % 2 ? 'verso' : 'recto', head, text, right: Math.max(...above.map(({ x }) => x)) }]
      : [];
  });
}

test('names the book on the left, the chapter by its short title on the right; openers and blanks have none', async () => {
  const heads = await headsOf({});
  expect(new Set(heads.filter(({ side }) => side === 'verso').map(({ head }) => head))).toEqual(
    new Set(['A Book of Rivers']),
  );
  const [first, second, third] = [
    ...new Set(heads.filter(({ side }) => side === 'recto').map(({ head }) => head)),
  ];
  expect(first).toBe('The Ferrymen');
  // Too long for the page, and shortened between two words.
  expect(second).toMatch(/^A Chapter With a Title Longer.*[a-z]…$/);
  expect(third).toBe('Glossary');
  for (const { text } of heads) expect(text).not.toMatch(/What Became of Each|Nobody Has Shortened|Contents/);
  expect(context.report.messages).toEqual([
    expect.objectContaining({ code: 'head-shortened', place: { path: 'two.md', line: 1 } }),
  ]);
});

test('names the first section of a page, the last, or both', async () => {
  const heads = await headsOf({ verso: 'first-section', recto: 'section' });
  const both = await headsOf({ verso: 'sections', recto: 'sections' });
  const turning = both.findIndex(({ head }) => head === 'Of Oars – Ropes');
  expect(turning).toBeGreaterThan(0);
  expect(both[turning - 1]!.head).toMatch(/^(The Ferrymen|Of Oars)$/);
  expect(both[turning + 1]!.head).toBe('Ropes');
  expect(heads[turning]!.head).toBe(heads[turning]!.side === 'verso' ? 'Of Oars' : 'Ropes');
});

test('names the first and the last word of a page of a glossary, and the chapter elsewhere', async () => {
  const both = (await headsOf({ verso: 'words', recto: 'words' })).filter(({ text }) => /river/.test(text));
  expect(both[0]!.head).toBe('The Ferrymen');
  const glossary = both.filter(({ head }) => head.includes(' – '));
  expect(glossary.length).toBeGreaterThan(1);
  for (const { head, text } of glossary) {
    const [first, last] = head.split(' – ');
    // The last word has its entry here; the first has it here, or goes on from the page before.
    expect(text.slice(head.length)).toContain(last);
    expect(first! < last!).toBe(true);
  }
  const apart = await headsOf({ verso: 'first-word', recto: 'last-word' });
  const at = both.findIndex(({ head }) => head === glossary[0]!.head);
  const [first, last] = glossary[0]!.head.split(' – ');
  const same = apart.filter(({ text }) => /river/.test(text))[at]!;
  expect(same.head).toBe(same.side === 'verso' ? first : last);
});
