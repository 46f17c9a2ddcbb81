import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { checkInvariants, findViolations, takeStock } from './check-invariants.js';

const parser = unified().use(remarkParse).use(remarkGfm);
const parse = (markdown: string): Root => parser.parse(markdown);

const compare = (before: string, after: string) =>
  findViolations(takeStock(parse(before)), parse(after), new VFile(after)).map(
    ({ invariant, reason }) => `${invariant}: ${reason}`,
  );

test('keeps quiet about what only looks different', () => {
  expect(compare('THE *MILL*\n==========', '# The mill')).toEqual([]);
  expect(compare('un*believ*able `code` ![alt](a.png "title")', 'unbelievable code alt title')).toEqual([]);
  expect(compare('<div>\n<p>One &amp; two</p>\n</div>', 'One & two')).toEqual([]);
});

test('finds a word lost, and one added', () => {
  expect(compare('The old mill and the old pond', 'The mill and the pond, a pond')).toEqual([
    'words: “old” was lost 2 times',
    'words: “pond” was added once',
    'words: “a” was added once',
  ]);
});

test('finds notes without calls, and two of one name', () => {
  expect(compare('A[^1]\n\n[^1]: b', 'A[^1]\n\n[^1]: b\n\n[^1]:\n\n[^2]:')).toEqual([
    'ids: 2 notes are named “1”',
    'note-pair: no call names the note “2”',
  ]);
});

test('finds a level that is left out', () => {
  expect(compare('# A\n\n### B', '# A\n\n### B')).toEqual([
    'levels: a heading of level 3 follows one of level 1',
  ]);
  expect(compare('## A\n\n### B\n\n# C', '## A\n\n### B\n\n# C')).toEqual([]);
});

test('throws, with a message for each fault, since no book may be made of such a tree', () => {
  const file = new VFile({ value: 'a', path: 'one.md' });
  expect(() => checkInvariants(takeStock(parse('a b')), parse('a'), file)).toThrow(
    'Normalising one.md broke a promise. words: “b” was lost once',
  );
  expect(file.messages.map((message) => message.ruleId)).toEqual(['invariant-words']);
});
