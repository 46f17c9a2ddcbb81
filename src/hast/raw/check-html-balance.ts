import type { Html, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { tell } from '../../report/file-messages.js';
import { placeIn } from './disarm-html.js';
import { type HtmlToken, htmlTokens } from './html-tags.js';

/** Elements whose end HTML lets a writer leave out. */
const OPTIONAL_END = new Set(
  'p li dt dd rt rp optgroup option thead tbody tfoot tr td th colgroup caption html head body'.split(' '),
);

/** Reports raw HTML that is opened and not closed, and closed and not opened. */
export function checkHtmlBalance(tree: Root, file: VFile): void {
  const open: { node: Html; token: HtmlToken }[] = [];
  visit(tree, 'html', (node) => {
    for (const token of htmlTokens(node.value)) {
      if (OPTIONAL_END.has(token.name)) continue;
      if (token.kind === 'open') open.push({ node, token });
      if (token.kind !== 'close') continue;
      const index = open.findLastIndex(({ token: { name } }) => name === token.name);
      if (index === -1)
        tell(file, {
          severity: 'warning',
          code: 'html-unopened',
          reason: `Unexpected \`</${token.name}>\`, expected \`<${token.name}>\` before it`,
          place: placeIn(node, token),
          note: 'Remove it, or open what it closes.',
        });
      else for (const surplus of open.splice(index).slice(1)) reportOpen(surplus, file);
    }
  });
  for (const surplus of open) reportOpen(surplus, file);
}

function reportOpen({ node, token }: { node: Html; token: HtmlToken }, file: VFile): void {
  tell(file, {
    severity: 'error',
    code: 'html-unclosed',
    reason: `Unexpected \`<${token.name}>\` without an end, expected \`</${token.name}>\` after it`,
    place: placeIn(node, token),
    note: 'Close it where it should end; it was ended at the end of what it stands in.',
  });
}
