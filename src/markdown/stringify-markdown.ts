import type { Root } from 'mdast';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { remarkBook } from './remark-book.js';

const processor = unified()
  .use(remarkBook)
  .use(remarkStringify, {
    bullet: '-',
    emphasis: '*',
    strong: '*',
    rule: '*',
    ruleSpaces: true,
    ruleRepetition: 3,
    fence: '`',
    fences: true,
    listItemIndent: 'one',
    incrementListMarker: true,
    resourceLink: true,
  })
  .freeze();

/** Writes a tree as canonical Markdown: one form for each construct, whatever form its source had. */
export function stringifyMarkdown(tree: Root): string {
  return processor.stringify(tree);
}
