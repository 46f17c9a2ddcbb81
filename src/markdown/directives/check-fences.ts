import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { tell } from '../../report/file-messages.js';

const FENCE = /^[\s>]*(:{3,})\s*$/;
const NESTING =
  'A directive that holds others needs more colons than they have: `::::letter` round `:::signature`.';

/** Reports directives that are never closed, and fences that close nothing: the signs of wrong nesting. */
export function checkFences(tree: Root, file: VFile): void {
  const lines = String(file).split(/\r\n?|\n/);
  visitParents(tree, (node, ancestors) => {
    if (node.type === 'containerDirective' && node.position) {
      const { start, end } = node.position;
      const isClosed = end.line > start.line && FENCE.test(lines[end.line - 1] ?? '');
      if (isClosed) return;
      tell(file, {
        severity: 'error',
        code: 'directive-unclosed',
        reason: `Unexpected end of \`:::${node.name}\`, expected a line \`:::\` after it`,
        place: node.position.start,
        ancestors: [...ancestors, node],
        note: `It reaches to the end of what it stands in. ${NESTING}`,
      });
    } else if (node.type === 'paragraph' && FENCE.test(textOf(node)))
      tell(file, {
        severity: 'error',
        code: 'directive-unopened',
        reason: `Unexpected \`${textOf(node).trim()}\`, expected an open directive before it`,
        place: node,
        ancestors: [...ancestors, node],
        note: NESTING,
      });
  });
}
