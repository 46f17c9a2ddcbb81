import { expect, test } from 'vitest';
import type { Manuscript } from '../config/book.js';
import { Report } from '../report/report.js';
import { readBook } from './read-book.js';
import { bookOf } from './testing/edition-of.js';
import { textOf } from './text-of.js';

const WALKS = `---
author: Ida Marsh
source: A Walker’s Almanac
---

# Walks

Before.[^before]

## On Roads

A road is long.[^long] It goes on.[^on]

### Its ends

Both are far.

## On Fords

A ford is wet.[^on]

[^before]: Not wanted.
[^long]: Longer than it looks.
[^on]: As roads do.[^inner]
[^inner]: A note in a note.
`;

async function read(texts: readonly (Partial<Manuscript> & { text: string })[]) {
  const files = Object.fromEntries(texts.map(({ text }, index) => [`text-${index + 1}.md`, text]));
  const book = bookOf({ markdown: files });
  const manuscripts = book.manuscripts.map((one, index) => ({ ...one, ...texts[index] }));
  const report = new Report();
  const context = { report, signal: new AbortController().signal, progress: { step: () => undefined } };
  return { edition: await readBook({ ...book, manuscripts }, context), report };
}

test('a part of a text is what stands under its heading, with the notes that it calls', async () => {
  const { edition, report } = await read([{ text: WALKS, entry: { section: 'on roads' } }]);
  const [section, ...others] = edition.sections;
  expect(others).toEqual([]);
  expect(section!.title.text).toBe('On Roads');
  const text = textOf(section!.content);
  expect(text).toContain('A road is long.');
  expect(text).toContain('Both are far.');
  expect(text).not.toMatch(/Before|ford/);
  expect(section!.notes.map(({ content }) => textOf(content))).toEqual([
    'Longer than it looks.',
    expect.stringMatching(/^As roads do\./),
    'A note in a note.',
  ]);
  expect(edition.contents[0]!.children.map(({ title }) => title.text)).toEqual(['Its ends']);
  expect(report.messages).toEqual([]);
});

test('the text of a part keeps its lines, so that what is proved lost or kept is the part alone', async () => {
  const { edition } = await read([{ text: WALKS, entry: { section: 'On Fords' } }]);
  const lines = edition.book.manuscripts[0]!.text.split('\n');
  expect(lines).toHaveLength(WALKS.split('\n').length);
  expect(lines[lines.findIndex((line) => line.startsWith('## On Fords'))]).toBe('## On Fords');
  expect(lines.join('\n')).not.toMatch(/A road is long|Not wanted|Longer than/);
  expect(lines.join('\n')).toMatch(/author: Ida Marsh[\s\S]*As roads do/);
});

test('two parts of one file are two texts', async () => {
  const { edition, report } = await read([
    { text: WALKS, entry: { section: 'On Roads' } },
    { text: WALKS, entry: { section: 'On Fords' } },
  ]);
  expect(edition.sections.map(({ title }) => title.text)).toEqual(['On Roads', 'On Fords']);
  expect(edition.sections.map(({ notes }) => notes.map(({ label }) => label))).toEqual([
    ['1', '2', '3'],
    ['1', '2'],
  ]);
  expect(report.messages).toEqual([]);
});

test('credit comes from the list, then from the text, then from the book that the text is taken from', async () => {
  const host = {
    title: 'The Host',
    creators: [{ name: 'Hugh Host', role: 'author' as const }],
    rights: 'CC0',
  };
  const { edition } = await read([
    { text: WALKS, entry: { title: 'Ways', pages: '12–19', source: 'Reprint' }, host },
    { text: '# Bare\n\nText.', host },
  ]);
  expect(edition.sections[0]).toMatchObject({
    title: { text: 'Ways' },
    credit: { creators: [{ name: 'Ida Marsh' }], source: 'Reprint', rights: 'CC0', pages: '12–19' },
  });
  expect(edition.sections[1]!.credit).toMatchObject({
    creators: [{ name: 'Hugh Host' }],
    source: 'The Host',
  });
});

test('a heading that is nowhere ends the work, and names the text and the nearest heading', async () => {
  await expect(read([{ text: WALKS, entry: { section: 'On Rods' } }])).rejects.toMatchObject({
    exitCode: 1,
    details: [
      {
        code: 'missing-section',
        reason: 'There is no heading “On Rods” in text-1.md',
        place: { path: 'text-1.md', line: 1 },
        note: expect.stringContaining('Did you mean “On Roads”?'),
      },
    ],
  });
});

test('front matter that cannot be read ends the work at its line', async () => {
  await expect(read([{ text: '---\nauthor: [A\n---\n\n# A\n', entry: {} }])).rejects.toMatchObject({
    details: [{ code: 'front-matter', place: { path: 'text-1.md', line: 2 } }],
  });
});

test('of the files of one entry the part is taken from the one that has it', async () => {
  const entry = { section: 'On Fords' };
  const { edition, report } = await read([
    { text: '# Other\n\nText.', entry },
    { text: WALKS, entry },
  ]);
  expect(edition.sections.map(({ title }) => title.text)).toEqual(['On Fords']);
  expect(report.messages).toEqual([]);
});
