import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { loadBook } from '../config/load-book.js';
import { Report } from '../report/report.js';
import { readBook } from './read-book.js';

async function editionOfFile(text: string) {
  const cwd = mkdtempSync(path.join(os.tmpdir(), 'octavo-title-'));
  writeFileSync(path.join(cwd, 'essay.md'), text);
  const report = new Report();
  const book = await loadBook('essay.md', { cwd, report });
  const progress = { step: () => undefined };
  return readBook(book, { report, signal: new AbortController().signal, progress });
}

test.each([
  ['# On Lamps', 'On Lamps'],
  ['On Lamps\n========', 'On Lamps'],
  ['# On *Lamps* and `oil`[^1] {#lamps .wide}\n\n[^1]: A note.', 'On Lamps and oil'],
  ['# On Lamps^[With a note.] in 1899[1]\n\nText.\n\n[1] A note.', 'On Lamps in 1899'],
  ['# On Lamps[^1]\n\n[^1]: A note.', 'On Lamps'],
  ['On Lamps*\n=========\n\nText.\n\n\\* A note.', 'On Lamps'],
  ['**On Lamps**', 'On Lamps'],
  ['ON LAMPS AND THE OIL IN THEM', 'On Lamps and the Oil in Them'],
  ['<h1>On <i>Lamps</i> &amp; Oil</h1>', 'On Lamps & Oil'],
  ['Chapter I\n\nTHE POND', 'The Pond'],
  ['# “On” [Lamps](https://example.org)', '“On” Lamps'],
  ['> A motto.\n\n## Lamps and Oil', 'Lamps and Oil'],
  ['---\nlang: en_GB\n---\n\n# On Lamps', 'On Lamps'],
])('%j is a book called “%s”, with its title on one chapter', async (opening, title) => {
  const { book, sections } = await editionOfFile(`${opening}\n\nThey burn at night, and all night.\n`);
  expect(book.title).toBe(title);
  expect(sections.map((section) => section.title.text)).toEqual([title]);
  expect(book.slug).toBe(
    title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, ''),
  );
  expect(book.identifier).toMatch(/^urn:uuid:/);
});

test('a title that the front matter states is not taken from the text', async () => {
  const { book, sections } = await editionOfFile('---\ntitle: Light\n---\n\n# On Lamps\n\nThey burn.\n');
  expect([book.title, sections[0]!.title.text]).toEqual(['Light', 'On Lamps']);
});

test('a text without a heading has none to give', async () => {
  await expect(editionOfFile('They burn.\n')).rejects.toMatchObject({
    details: [{ code: 'missing-key', reason: 'The book has no title', place: { path: 'essay.md', line: 1 } }],
    exitCode: 1,
  });
});
