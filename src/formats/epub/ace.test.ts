import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { testContext } from '../../browser/testing/test-context.js';
import { violationsOf } from './testing/ace.js';
import { buildEpub } from './testing/build.js';
import { GOLDEN_BOOKS } from './testing/golden-books.js';
import { epubcheckFaults, withoutEpubcheck } from './testing/java-epubcheck.js';
import { LOOK_BOOKS } from './testing/look-books.js';
import { mutate } from './testing/mutate.js';
import { RICH_BOOK } from './testing/rich-book.js';

const context = testContext();
afterAll(() => context.close());

const looked = Object.entries(LOOK_BOOKS).map(([name, { input }]) => [name, input] as const);

describe.each([...Object.entries(GOLDEN_BOOKS), ...looked])('%s', (_, book) => {
  const build = () => buildEpub(book, { config: { pageList: 'source', lists: true } });

  test('Ace holds nothing against it', async () => {
    expect(await violationsOf((await build()).bytes, await context.browser())).toEqual([]);
  });

  test('EPUBCheck has nothing against it', async (own) => {
    const reason = withoutEpubcheck();
    if (reason) {
      console.warn(`A golden book is not shown to EPUBCheck: ${reason}`);
      own.skip(reason);
    }
    const folder = mkdtempSync(path.join(tmpdir(), 'octavo-epubcheck-'));
    try {
      const file = path.join(folder, 'book.epub');
      writeFileSync(file, (await build()).bytes);
      expect(epubcheckFaults(file)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test('Ace would if there were something', async () => {
  const { bytes } = await buildEpub(RICH_BOOK);
  const file = 'OEBPS/the-harbour.xhtml';
  const spoilt = await mutate(bytes, { what: 'no alt', file, from: / alt="A boat[^"]*"/, to: '' });
  const found = await violationsOf(spoilt, await context.browser());
  expect(found.map(({ rule }) => rule)).toContain('image-alt');
});
