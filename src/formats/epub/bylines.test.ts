import { expect, test } from 'vitest';
import { editionOf } from '../../edition/testing/edition-of.js';
import { packEpub } from './testing/build.js';

const markdown =
  '---\nauthor: Ida Marsh\ntranslator: Jo Vane\nsource: The Almanac\npages: 112–117\ndate: 1911\n---\n\n# On Fords\n\nWords of the text.';

test('a text of a packet says below its title who wrote it and where it comes from', async () => {
  const { edition } = await editionOf({ markdown });
  const manuscripts = edition.book.manuscripts.map((one) => ({ ...one, entry: {} }));
  const packet = { ...edition, book: { ...edition.book, manuscripts } };
  const { texts } = await packEpub(packet, undefined, {
    config: { pageList: 'print' },
    pageStarts: new Map([
      ['print', [{ label: '2', section: edition.sections[0]!.id, offset: 'OnFordsWords'.length }]],
    ]),
  });
  // What is added counts for nothing where pages begin.
  expect(texts['on-fords.xhtml']).toMatch(
    /<h1 [^>]*class="credited"[^>]*>On Fords<\/h1><div class="text-credit"><p class="byline">Ida Marsh, 1911<\/p><p class="byline-other">Translated by Jo Vane<\/p><p class="text-source">From The Almanac, pp. 112–117<\/p><\/div>\s*<p>Words <span id="page-2"/,
  );
});

test('a chapter of a book has none: its authors stand in the imprint', async () => {
  const { edition } = await editionOf({ markdown });
  const { texts } = await packEpub(edition);
  expect(texts['on-fords.xhtml']).not.toContain('text-credit');
  expect(texts['about.xhtml']).toContain('Ida Marsh');
});
