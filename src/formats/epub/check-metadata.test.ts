import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { buildBook } from '../../build.js';
import type { BookInput } from '../../config/schema.js';
import { editionOf } from '../../edition/testing/edition-of.js';
import { openRun } from '../../open-run.js';
import { checkMetadata } from './check-metadata.js';
import { RICH_BOOK } from './testing/rich-book.js';

const told = async (book: Partial<BookInput>) =>
  checkMetadata((await editionOf({ markdown: '# One\n\nText.', book })).edition).map(({ code, reason }) => ({
    code,
    reason,
  }));
const whole = { ...RICH_BOOK.book, creators: [{ name: 'Ada Writer', sort: 'Writer, Ada' }] };

test('a book that has all is told nothing', async () => expect(await told(whole)).toEqual([]));

test('what is missing is named in one message', async () => {
  expect(await told({ title: 'Tides', creators: ['Ada'] })).toEqual([
    {
      code: 'metadata-missing',
      reason: 'A shop or a library would miss: description, subjects, publisher, date, rights',
    },
    { code: 'isbn-missing', reason: 'The book has no ISBN' },
  ]);
});

test.each([
  ['not stated', '', ['language-assumed']],
  ['stated', 'language: en\n', []],
])('a language that is %s', async (_, line, codes) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'octavo-language-'));
  const run = openRun();
  try {
    writeFileSync(path.join(folder, 'a.md'), '# One\n\nText.\n');
    writeFileSync(
      path.join(folder, 'book.yaml'),
      `${line}title: Tides\nchapters: [a.md]\neditions: { e: { format: epub } }\n`,
    );
    const { report } = await buildBook(folder, { cwd: folder, advise: true }, run);
    expect(report.messages.map(({ code }) => code).filter((code) => code.startsWith('language'))).toEqual(
      codes,
    );
  } finally {
    await run.close();
    rmSync(folder, { recursive: true });
  }
});

test.each([
  ['a wrong ISBN', { identifier: '978-0-306-40615-8' }, 'isbn-wrong'],
  ['no ISBN', { identifier: 'urn:uuid:00000000-0000-4000-8000-000000000000' }, 'isbn-missing'],
  ['a guessed sort name', { creators: ['Vincent van Elder'] }, 'sort-name-guessed'],
  ['a cover without words', { cover: 'x.jpg' }, 'cover-without-alt'],
  [
    'an EPUB without the pages of its PDF',
    { editions: { e: { format: 'epub' as const }, p: { format: 'pdf' as const } } },
    'page-list-missing',
  ],
])('%s is told', async (_, keys, code) => {
  expect((await told({ ...whole, ...keys })).map((message) => message.code)).toEqual([code]);
});

test('one with a page-list is not', async () => {
  expect(
    await told({ ...whole, editions: { e: { format: 'epub', pageList: 'p' }, p: { format: 'pdf' } } }),
  ).toEqual([]);
});

test('a wrong ISBN is told at every build, with its place, what is only missing where it is asked for', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'octavo-isbn-'));
  writeFileSync(path.join(folder, 'one.md'), '# One\n\nText.');
  const yaml =
    'title: One\nidentifier: 978-0-306-40615-8\nchapters: [one.md]\neditions: { e: { format: epub } }\n';
  writeFileSync(path.join(folder, 'book.yaml'), yaml);
  const run = openRun();
  try {
    const { report } = await buildBook(folder, { cwd: folder }, run);
    expect(report.messages).toMatchObject([
      { severity: 'warning', code: 'isbn-wrong', place: { path: 'book.yaml', line: 2, column: 13 } },
    ]);
  } finally {
    await run.close();
    rmSync(folder, { recursive: true });
  }
});
