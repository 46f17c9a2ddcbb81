import { beforeAll, expect, test } from 'vitest';
import type { PageStart } from '../../../edition/page-start.js';
import { ARCHIVE_MUTATIONS, mutateArchive } from '../testing/archive-mutations.js';
import { type BuiltEpub, buildEpub } from '../testing/build.js';
import { FRAME_MUTATIONS } from '../testing/frame-mutations.js';
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

// Else every mutation would be seen by what copying does.
test('a copy of it with nothing changed has none either', async () => {
  const copy = await mutate(book.bytes, {
    what: '',
    file: 'OEBPS/toc.xhtml',
    from: '</html>',
    to: '</html >',
  });
  expect(await checkEpub(copy, book.edition)).toEqual([]);
  const packed = mutateArchive(book.bytes, { what: '', change: (entries) => entries });
  expect(await checkEpub(packed, book.edition)).toEqual([]);
});

test.each([...MUTATIONS, ...FRAME_MUTATIONS])('$what is seen', async (mutation) => {
  const spoilt = await mutate(book.bytes, mutation);
  // Most faults show in the finished file alone; where they do, what it was made of must not be needed.
  const faults = await checkEpub(spoilt, mutation.byEdition ? book.edition : undefined);
  expect(faults).not.toEqual([]);
});

test.each(ARCHIVE_MUTATIONS)('$what is seen', async (mutation) => {
  expect(await checkEpub(mutateArchive(book.bytes, mutation))).not.toEqual([]);
});
