import { beforeAll, expect, test } from 'vitest';
import type { PageStart } from '../../../edition/page-start.js';
import { type BuiltEpub, buildEpub } from '../testing/build.js';
import { mutate } from '../testing/mutate.js';
import { MUTATIONS } from '../testing/mutations.js';
import { RICH_BOOK } from '../testing/rich-book.js';
import { checkEpub } from './check-epub.js';

let book: BuiltEpub;
const start = (label: string, offset: number, note?: string): PageStart => ({
  label,
  section: 'the-lamp',
  offset,
  ...(note && { note }),
});

beforeAll(async () => {
  book = await buildEpub(RICH_BOOK, {
    config: { pageList: 'print' },
    pageStarts: new Map([['print', [start('1', 0), start('2', 30), start('3', 55)]]]),
  });
});

test('the book as it is has no fault', async () => {
  expect(await checkEpub(book.bytes, book.edition)).toEqual([]);
});

test('there are at least a hundred and forty', () => expect(MUTATIONS.length).toBeGreaterThanOrEqual(140));

test.each(MUTATIONS)('$what is seen', async (mutation) => {
  const spoilt = await mutate(book.bytes, mutation);
  // Most faults show in the finished file alone; where they do, what it was made of must not be needed.
  const faults = await checkEpub(spoilt, mutation.byEdition ? book.edition : undefined);
  expect(faults).not.toEqual([]);
});
