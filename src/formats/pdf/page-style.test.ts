import { afterAll, expect, test } from 'vitest';
import { testContext } from '../../browser/testing/test-context.js';
import type { EditionInput } from '../../edition/testing/edition-of.js';
import { printBook } from './testing/print-book.js';
import { type Piece, readPdf } from './testing/read-pdf.js';

const context = testContext();
afterAll(() => context.close());

async function pagesOf(input: EditionInput) {
  const { bytes } = await printBook(input, { trim: 'a5' }, context);
  return readPdf(bytes);
}

/** The lines of a page from its head to its foot: text, and where it begins. */
function linesOf(page: readonly Piece[]): { text: string; x: number; y: number }[] {
  const lines: { text: string; x: number; y: number }[] = [];
  for (const { text, x, y } of page) {
    const line = lines.at(-1);
    if (line && Math.abs(line.y - y) < 3) {
      line.text += text;
      line.x = text.trim() ? Math.min(line.x, x) : line.x;
    } else lines.push({ text, x, y });
  }
  return lines.map(({ text, ...place }) => ({ text: text.trim(), ...place }));
}

const FILLER = 'The ferry went over the river at dusk with nobody in it but a lantern.';

test('divides addresses and names in code without a hyphen, where their parts end', async () => {
  // One more word before each, so that they come to every place of a line.
  const paragraphs = Array.from({ length: 24 }, (_, k) => {
    const lead = FILLER.repeat(2).split(' ').slice(0, k).join(' ');
    return `${lead} See https://example.org/timetables/geographical/winter and \`describePlaceInTimetable\` too.`;
  });
  const { pages } = await pagesOf({ markdown: { 'one.md': `# One\n\n${paragraphs.join('\n\n')}\n` } });
  const text = pages.map((page) => page.map((piece) => piece.text).join('')).join('\n');
  const divided = (word: string) => {
    const pattern = [...word].map((c) => c.replace(/[./]/g, '\\$&')).join('([-\u2010\u00ad]?\n)?');
    return [...text.matchAll(new RegExp(pattern, 'g'))].flatMap((match) =>
      match.slice(1).flatMap((end, at) => (end ? [[word.slice(0, at + 1), end]] : [])),
    );
  };
  const all = [
    ...divided('https://example.org/timetables/geographical/winter'),
    ...divided('describePlaceInTimetable'),
  ];
  expect(all.length).toBeGreaterThan(4);
  for (const [before, end] of all) {
    expect(end).toBe('\n');
    expect(before).toMatch(/[/.]$|^describe(Place(In)?)?$/);
  }
});

test('sets in what is turned over of a line of code, below the indent of the line', async () => {
  const code =
    '  const somewhere = theFerry(geese, lanterns, "a line of code too long for the measure", 12);';
  const { pages } = await pagesOf({
    markdown: { 'one.md': `# One\n\n\`\`\`js\nfunction go() {\n${code}\n}\n\`\`\`\n` },
  });
  const lines = pages.flatMap(linesOf);
  const first = lines.findIndex(({ text }) => text.startsWith('const'));
  const opening = lines[first - 1]!;
  const step = (lines[first]!.x - opening.x) / 2;
  expect(lines[first + 1]!.x - opening.x).toBeCloseTo(step * 6, 0);
  expect(`${lines[first]!.text} ${lines[first + 1]!.text}`.replace(/\s+/g, ' ')).toBe(code.trim());
});

test('keeps pages whole where sections of two kinds set their paragraphs on two measures', async () => {
  const entries = Array.from({ length: 6 }, (_, k) => `Writer ${k}. ${FILLER.repeat(4)}`).join('\n\n');
  const { pages } = await pagesOf({
    markdown: {
      'one.md': `# One\n\n${entries}\n`,
      'back/two.md': `---\nkind: bibliography\n---\n\n# Bibliography\n\n${entries}\n`,
    },
  });
  const page = pages.find((one) => one.some(({ text }) => text.includes('Bibliography')))!;
  const [edge, hung] = [...new Set(linesOf(pages.at(-1)!).map(({ x }) => Math.round(x)))].sort(
    (a, b) => a - b,
  );
  expect(page).toBeDefined();
  expect(hung! - edge!).toBeGreaterThan(10);
});

test('parts the matter after the parts from the last part in the contents, and has no folio on part titles', async () => {
  const { pages, labels } = await pagesOf({
    markdown: {
      'one.md': `# A Chapter\n\n${FILLER}\n`,
      'back/end.md': `# Afterword\n\n${FILLER}\n`,
    },
    parts: [{ title: 'Over', files: ['one.md'] }],
  });
  const contents = linesOf(pages.find((page) => page.some(({ text }) => text.includes('Contents')))!);
  const y = (title: string) => contents.find(({ text }) => text.startsWith(title))!.y;
  expect(y('A Chapter') - y('Afterword')).toBeGreaterThan(1.8 * (y('Over') - y('A Chapter')));
  const first = labels!.indexOf('1');
  expect(linesOf(pages[first]!).map(({ text }) => text)).toEqual(['Over']);
});

test('centres verse by its longest line, and prints the notes of a poem of several pages', async () => {
  const stanzas = Array.from(
    { length: 24 },
    (_, k) =>
      `The goose went up,\n  the goose came down again,[^${k}]\nand asked nobody whether\n  it minded rain.`,
  );
  const notes = stanzas.map((_, k) => `[^${k}]: Verse${k}note is told of here.`);
  const { pages } = await pagesOf({
    markdown: {
      'one.md': `# One\n\n${FILLER.repeat(3)}\n\n:::verse\n${stanzas.join('\n\n')}\n:::\n\n${notes.join('\n\n')}\n`,
    },
  });
  const text = pages.map((page) => page.map((piece) => piece.text).join('')).join(' ');
  for (const k of stanzas.keys()) expect(text).toContain(`Verse${k}note`);
  const lines = pages.flatMap(linesOf);
  const prose = lines.find(({ text: line }) => line.startsWith('The ferry'))!;
  const verse = lines.find(({ text: line }) => line.startsWith('The goose'))!;
  expect(verse.x - prose.x).toBeGreaterThan(60);
});

test('sets no paragraph round the initial of a shorter one before it', async () => {
  const { pages } = await pagesOf({
    book: { typography: { dropCaps: true } },
    markdown: { 'one.md': `# One\n\nThe ferry went over the river.\n\n${FILLER.repeat(6)}\n` },
  });
  const lines = linesOf(pages.find((page) => page.some(({ text }) => text.includes('One')))!);
  const first = lines.findIndex(({ text }) => text.includes('ferry went over the river.'));
  const [indented, second] = lines.slice(first + 1);
  expect(indented!.x - second!.x).toBeLessThan(20);
  expect(lines[first]!.y - indented!.y).toBeGreaterThan(2.5 * (indented!.y - second!.y));
});

test('sets lines of text, of notes and of verse equally far apart, the numbers of verse level with their lines', async () => {
  const filler = `${FILLER} `.repeat(40);
  const verse = Array.from({ length: 10 }, (_, k) => `The ferry lamp is lit for ${k + 1}`).join('\n');
  const { pages } = await pagesOf({
    markdown: `# One\n\n${filler}\n\n${filler}[^n]\n\n:::verse{numbered}\n${verse}\n:::\n\n[^n]: ${filler}\n`,
    book: { typography: { leading: 1.31 } },
  });
  const steps = new Map<number, number>();
  for (const page of pages) {
    const ys = [...new Set(page.filter(({ text }) => text.trim()).map(({ y }) => y.toFixed(2)))].map(Number);
    ys.slice(1).forEach((y, k) => {
      const step = Math.round((ys[k]! - y) * 100) / 100;
      steps.set(step, (steps.get(step) ?? 0) + 1);
    });
  }
  const [text, notes] = [...steps].sort(([, a], [, b]) => b - a);
  const near = (step: number, to: number) => step !== to && Math.abs(step - to) < 1;
  expect(text![1]).toBeGreaterThan(40);
  expect(notes![1]).toBeGreaterThan(10);
  expect([...steps.keys()].filter((step) => near(step, text![0]) || near(step, notes![0]))).toEqual([]);
  expect([...steps.keys()].filter((step) => Math.abs(step) < 1)).toEqual([]);
});

test.each(['EB Garamond', 'Literata', 'Source Sans 3', 'Atkinson Hyperlegible'])(
  'stands an initial of %s on the base line of the third line',
  async (font) => {
    const { pages } = await pagesOf({
      markdown: `# One\n\n${`${FILLER} `.repeat(12)}\n`,
      book: { typography: { font, dropCaps: true } },
    });
    const page = pages.find((pieces) => pieces.some(({ text }) => text.includes('he ferry')))!;
    const at = page.findIndex(({ text }) => text === 'T');
    const initial = page[at]!;
    const rest = page.slice(at + 1).filter(({ text }) => /[a-z]{2} [a-z]/.test(text));
    const ys = [...new Set(rest.map(({ y }) => y))].sort((a, b) => b - a);
    expect(initial.height).toBeGreaterThan(30);
    expect(Math.abs(initial.y - ys[2]!)).toBeLessThan(1);
  },
);

test('keeps lines with words of code in the measure, however tight they are', async () => {
  // Leads of every width bring the code to every place of a line.
  const paragraphs = Array.from(
    { length: 160 },
    (_, k) =>
      `Yes, ${'i'.repeat(k % 40)} that lantern is very dim! Here is the rope that ${'l'.repeat(k % 7)} we tie it to: \`Rope<Lantern<i32>> cannot be lit before ${'o'.repeat(k % 5)} sunrise safely\`. ${FILLER}`,
  );
  const said = context.report.messages.length;
  await pagesOf({ markdown: `# One\n\n${paragraphs.join('\n\n')}\n` });
  expect(context.report.messages.slice(said)).toEqual([]);
});
