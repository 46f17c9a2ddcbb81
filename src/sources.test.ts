import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canRunBundled } from './browser/bundled-chromium.js';
import { type Built, buildBook } from './build.js';
import { checkEpub } from './formats/epub/check/check-epub.js';
import { readEpub } from './formats/epub/check/read-epub.js';
import { violationsOf } from './formats/epub/testing/ace.js';
import { epubcheckFaults, withoutEpubcheck } from './formats/epub/testing/java-epubcheck.js';
import { changedPages, sheetOf } from './formats/epub/testing/look.js';
import { labelledMarks, misplaced } from './formats/epub/testing/printed-pages.js';
import { Reader, SCREENS } from './formats/epub/testing/reader.js';
import { openRun } from './open-run.js';

/** The books that come with Octavo, made whole: every edition, as a user makes them, and judged by all that judges. */
const root = path.resolve(import.meta.dirname, '..');
const run = openRun({ browser: process.env.OCTAVO_BROWSER });
afterAll(() => run.close());

/** The book, its EPUB, and the printed edition that gives the EPUB its pages. */
const BOOKS = [
  {
    book: 'sources/handbook',
    epub: 'ebook',
    print: 'print',
    pages: 80,
    heads: undefined,
    look: ['titlepage.xhtml', 'the-lamps-of-ormer-street.xhtml', 'glossary.xhtml'],
  },
  {
    book: 'sources/packet',
    epub: 'ebook',
    print: 'reading',
    pages: 6,
    heads: /^(OnFords|IdaMarsh|ThreeSongsoftheFord|TomasLind|FromtheFerryBook|ThekeeperofSarnGateferry)$/,
    look: [
      'cover.xhtml',
      'titlepage.xhtml',
      'on-fords.xhtml',
      'three-songs-of-the-ford.xhtml',
      'from-the-ferry-book.xhtml',
    ],
  },
] as const;

describe.each(BOOKS)('$book', ({ book, epub, print, pages, heads, look }) => {
  let built: Built;
  let bytes: Uint8Array;
  let printed: Uint8Array;
  beforeAll(async () => {
    built = await buildBook(path.join(root, book), { cwd: root }, run);
    const file = (edition: string) => built.editions.find((one) => one.edition === edition)!.files[0]!.bytes;
    bytes = file(epub);
    printed = file(print);
  });

  test('every edition is made, without an error or a warning', () => {
    expect(built.report.messages.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(built.editions.map(({ edition }) => edition)).toEqual(Object.keys(built.book!.editions));
  });

  test('the EPUB has no fault by the file alone', async () => expect(await checkEpub(bytes)).toEqual([]));

  test('EPUBCheck has nothing against it either', (context) => {
    const reason = withoutEpubcheck();
    if (reason) {
      console.warn(`${book} is not shown to EPUBCheck: ${reason}`);
      context.skip(reason);
    }
    const folder = mkdtempSync(path.join(tmpdir(), 'octavo-epubcheck-'));
    try {
      const file = path.join(folder, 'book.epub');
      writeFileSync(file, bytes);
      expect(epubcheckFaults(file)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('Ace holds nothing against it', async () => {
    expect(await violationsOf(bytes, await run.browser())).toEqual([]);
  });

  test('every page of print begins in it at the very word', async () => {
    expect(labelledMarks(bytes).length).toBeGreaterThanOrEqual(pages);
    expect(await misplaced(bytes, printed, heads)).toEqual([]);
  });

  test('no header of a table and no link is empty', () => {
    for (const [name, text] of readEpub(bytes).texts) {
      expect(text, name).not.toMatch(/<th[^>]*><\/th>/);
      expect(text, name).not.toMatch(/<a [^>]*href[^>]*><\/a>/);
    }
  });

  test.skipIf(!canRunBundled())('it looks as it did', async () => {
    const screens = SCREENS.filter(({ type }) => type === undefined);
    const rows = screens.flatMap((screen) => [
      { screen, light: 'light' as const },
      { screen, light: 'dark' as const },
    ]);
    const sheet = await sheetOf(await run.browser(), bytes, rows, look);
    const file = path.join(root, 'src/formats/epub/fixtures/look', `${path.basename(book)}.png`);
    expect(await changedPages(sheet, file)).toEqual([]);
  });

  // Another browser has other fonts of its own.
  test.skipIf(!canRunBundled()).each(SCREENS)('nothing is wider than its place: $name', async (screen) => {
    const reader = await Reader.open(await run.browser(), bytes, screen, 'light');
    const files = [...readEpub(bytes).texts.keys()].filter((name) => /^OEBPS\/(?!toc).*\.xhtml$/.test(name));
    const wide: string[] = [];
    for (const file of files) {
      await reader.goTo(file.slice('OEBPS/'.length));
      wide.push(...(await reader.overflowing()).map((what) => `${file}: ${what}`));
    }
    await reader.close();
    expect(wide).toEqual([]);
  });
});
