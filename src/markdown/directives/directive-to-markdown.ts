import { directiveToMarkdown } from 'mdast-util-directive';
import type { Options } from 'mdast-util-to-markdown';
import { directiveNames } from './known-directives.js';

/** Writes directives, and a backslash only before colons that would begin one. */
export function bookDirectiveToMarkdown(): Options {
  const names = directiveNames('text').join('|');
  return {
    ...directiveToMarkdown(),
    unsafe: [
      { character: '\r', inConstruct: ['leafDirectiveLabel', 'containerDirectiveLabel'] },
      { character: '\n', inConstruct: ['leafDirectiveLabel', 'containerDirectiveLabel'] },
      { character: ':', after: `(?=(?:${names})[\\[{])`, inConstruct: 'phrasing' },
      { atBreak: true, character: ':', after: ':' },
    ],
  };
}
