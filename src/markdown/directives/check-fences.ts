import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Node } from 'unist';
import { visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { tell } from '../../report/file-messages.js';
import { nearestName } from '../../report/nearest-name.js';
import { directiveNames } from './known-directives.js';

const FENCE = /^[\s>]*(:{3,})\s*$/;
/** Directives as other tools write them: `:::tip A title`, `::: {.verse}`. */
const OTHER_FENCE = /^[\s>]*:{3,}\s*\{?\s*\.?([\p{L}_][\p{L}\p{N}_-]*)/u;
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
    } else if (node.type === 'paragraph' && textOf(node).includes(':::')) {
      const first = node.position?.start.line ?? 1;
      const last = node.position?.end.line ?? 0;
      for (let line = first; line <= last; line++)
        tellOfFence(lines[line - 1] ?? '', line, [...ancestors, node], file);
    }
  });
}

/** A line of a paragraph that has the colons of a directive and is none. */
function tellOfFence(text: string, line: number, ancestors: Node[], file: VFile): void {
  const at = text.search(/\S/) + 1;
  const name = OTHER_FENCE.exec(text)?.[1];
  if (!FENCE.test(text) && name === undefined) return;
  const nearest = name === undefined ? undefined : nearestName(name, directiveNames('container'));
  tell(file, {
    severity: name === undefined ? 'error' : 'warning',
    code: name === undefined ? 'directive-unopened' : 'unknown-directive',
    reason:
      name === undefined
        ? `Unexpected \`${text.trim()}\`, expected an open directive before it`
        : `Unexpected \`${text.trim()}\`, expected a line \`:::${nearest ?? 'name'}\` and nothing after it but \`[…]\` or \`{…}\``,
    place: { line, column: at },
    ancestors,
    note:
      name === undefined
        ? NESTING
        : 'It is printed as it stands. A title goes into brackets, attributes into braces: `:::figure[Title]{#id}`.',
  });
}
