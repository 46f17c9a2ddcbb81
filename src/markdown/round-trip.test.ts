import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMarkdown } from './parse-markdown.js';
import { stringifyMarkdown } from './stringify-markdown.js';

function shape(node: object): unknown {
  return JSON.parse(
    JSON.stringify(node, (key, value) =>
      ['position', 'hProperties', 'hChildren', 'hName', 'referenceType', 'indents'].includes(key)
        ? undefined
        : value,
    ),
  );
}

test.each([
  ['At 12:30, a:b, see John 3:16 and http://a.b.'],
  ['It costs $5 and US$6, {a} or {#b}, 5 * 6 * 7.'],
  ['$x^2$ and $$ y$ $$ and :sc[Caps *x*] :index[a]{sub="b c"}'],
  ['# A title {#one .two short="A *x* b" label="Chapter I"}'],
  ['# Not attributes \\{#one}'],
  ['![Alt](a.png "T"){#fig width=60%} and ![b](c.png) {#x}, ![d](e.png)\\{#y}'],
  ['Setext *x*\nsecond line {#id}\n==='],
  [':::verse{numbered=5}\none\ntwo\n\n\nthree\n:::'],
  ['::::aside\n:::verse\nx\n:::\n::::'],
  [':::figure[A *b*]{#fig}\n| a | b |\n| - | -: |\n| 1 | 2 |\n:::'],
  ['::signature[V. *S.*]\n\n::page-break'],
  ['Term\n: One\n\n: Two\n\n    more\n\nOther\n: Three'],
  ['A[^1] b[^note].\n\n[^1]: One\n\n    > two\n\n[^note]: Three'],
  ['---\ntitle: "A: b"\n---\n\n---\n\nText'],
  ['- [x] a\n- [ ] b\n\n1. c\n2. d\n\n   e'],
  ['a~b~ ~~c~~ 1\\. x\n\n\\# no\n\n\\> no'],
  ['::: no\n\n:: no\n\n:a[b] :sx[y]'],
])('%j keeps its tree', (markdown) => {
  const tree = parseMarkdown(markdown);
  const written = stringifyMarkdown(tree);
  expect(shape(parseMarkdown(written)), written).toEqual(shape(tree));
  expect(stringifyMarkdown(parseMarkdown(written))).toBe(written);
});

const PIECES = [
  'word',
  ' ',
  ' ',
  '\n',
  '\n\n',
  '*a*',
  '**b**',
  '`c`',
  '[d](e)',
  '![f](g)',
  '{#h}',
  '{i=j}',
  ':',
  ':sc[k]',
  ':l[m]',
  '$n$',
  '$5',
  '$',
  '~~o~~',
  '# ',
  '## p',
  '> ',
  '- ',
  '1. ',
  ':::verse\nq\n  r\n:::',
  ':::',
  '::page-break',
  '\n: s',
  '[^t]',
  '[^t]: u',
  '"',
  "'",
  '--',
  '...',
  '\\',
  '<b>',
  '</b>',
  '| v | w |\n| - | - |\n| x | y |',
  '```\nz\n```',
  '&amp;',
  '_',
  '*',
  '[',
  ']',
  '{',
  '}',
  '\t',
  '    ',
  'http://a.b',
  '\n===',
  '\n---\n',
  '  \n',
  '^',
];
/** Writing cannot always give back a tree that no Markdown makes; what it writes must be stable from then on. */
test('what is written is read and written the same', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }), (pieces) => {
      const once = stringifyMarkdown(parseMarkdown(pieces.join('')));
      expect(stringifyMarkdown(parseMarkdown(once))).toBe(once);
    }),
    { numRuns: 400, seed: 7 },
  );
});
