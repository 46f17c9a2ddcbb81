import { expect, test } from 'vitest';
import { editionOf } from '../../edition/testing/edition-of.js';
import type { Layout } from '../../paginate/types.js';
import { originalPages } from './original-pages.js';

const { edition } = await editionOf({
  markdown: {
    'a.md': '---\npages: 12–15\n---\n\n# A\n\nBefore. :page-mark{n=13}After.\n\n:page-mark{n=15}End.\n',
    'b.md': '# B\n\n:page-mark{n=iv}First words.\n',
    'c.md': '# C\n\nNo marks.\n',
  },
});
const marks = [...JSON.stringify(edition.sections).matchAll(/"id":"([^"]*page-[^"]*)"/g)].map(
  ([, id]) => id!,
);
const [a, b, c] = edition.sections.map(({ id }) => id);
const page = (section: string, kind = 'text') => ({ section, kind });

test('pages of the original run on from mark to mark, and end with their text', () => {
  const layout = {
    pages: [page(a!), page(a!), page(a!), page(b!, 'blank'), page(b!), page(c!), page('octavo-sources')],
    anchors: new Map([
      [a!, 0],
      [marks[0]!, 1],
      [marks[1]!, 2],
      [b!, 4],
      [marks[2]!, 4],
      [c!, 5],
    ]),
  } as unknown as Layout;
  expect(marks).toHaveLength(3);
  expect(originalPages(edition, layout)).toEqual([
    '12',
    '12–13',
    '13–15',
    undefined,
    'iv',
    undefined,
    undefined,
  ]);
});
