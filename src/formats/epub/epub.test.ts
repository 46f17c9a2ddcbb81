import { expect, test } from 'vitest';
import { buildEpub } from './testing/build.js';

const TWO_CHAPTERS = {
  markdown: {
    'one.md':
      '# The Harbour\n\nBoats lay *still*[^a] and so[^a] did the men.\n\n## Evening\n\nLamps. $x^2$ and `code`.\n\n[^a]: A calm.\n\n    - of two days\n',
    'two.md':
      '# The Hill\n\nSee [the harbour](one.md).\n\n| a | b | c | d |\n|---|--:|:-:|---|\n| 1 | 2 | 3 | 4 |\n',
  },
  book: { title: 'Tides', creators: [{ name: 'Ada Writer' }], language: 'en' },
};

test('a small book becomes an EPUB that the validator passes, without a message', async () => {
  const { texts, report } = await buildEpub(TWO_CHAPTERS);
  expect(report.messages).toEqual([]);
  expect(texts['the-harbour.xhtml']).toContain('<em>still</em>');
  expect(texts['the-hill.xhtml']).toContain('<a href="the-harbour.xhtml#the-harbour">the harbour</a>');
});

test('two builds give the same bytes', async () => {
  const first = await buildEpub(TWO_CHAPTERS);
  const second = await buildEpub(TWO_CHAPTERS);
  expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
});
