import { afterAll, expect, test } from 'vitest';
import { testContext } from '../../browser/testing/test-context.js';
import { violationsOf } from './testing/ace.js';
import { buildEpub } from './testing/build.js';
import { mutate } from './testing/mutate.js';
import { RICH_BOOK } from './testing/rich-book.js';

const context = testContext();
afterAll(() => context.close());

test('Ace holds nothing against the golden book', async () => {
  const { bytes } = await buildEpub(RICH_BOOK, { config: { pageList: 'source' } });
  expect(await violationsOf(bytes, await context.browser())).toEqual([]);
});

test('and would if there were something', async () => {
  const { bytes } = await buildEpub(RICH_BOOK);
  const file = 'OEBPS/the-harbour.xhtml';
  const spoilt = await mutate(bytes, { what: 'no alt', file, from: / alt="A boat[^"]*"/, to: '' });
  const found = await violationsOf(spoilt, await context.browser());
  expect(found.map(({ rule }) => rule)).toContain('image-alt');
});
