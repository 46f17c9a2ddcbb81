import type { Html, Parents, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { type HtmlToken, htmlTokens, OPTIONAL_END } from '../../markdown/html-tags.js';
import { tell } from '../../report/file-messages.js';
import { placeIn } from './disarm-html.js';

interface OpenTag {
  readonly node: Html;
  readonly token: HtmlToken;
}

/**
 * Reports raw HTML that is opened and not closed, or closed and not opened, and mends it: what is open ends with
 * the paragraph or other block that it stands in, so that it cannot spread over the rest of the text.
 */
export function balanceHtml(tree: Root, file: VFile): void {
  const parents = new Set<Parents>();
  visit(tree, 'html', (_node, _index, parent) => {
    if (parent) parents.add(parent);
  });
  for (const parent of parents) balance(parent, file);
}

function balance(parent: Parents, file: VFile): void {
  const open: OpenTag[] = [];
  for (const node of parent.children) if (node.type === 'html') node.value = settle(node, open, file);
  if (open.length === 0) return;
  for (const surplus of open) reportOpen(surplus, file);
  const end: Html = { type: 'html', value: endTags(open) };
  (parent as { children: RootContent[] }).children.push(end);
}

/** The HTML of a node with the ends put in that are missing before its own, and without those that end nothing. */
function settle(node: Html, open: OpenTag[], file: VFile): string {
  let html = '';
  let at = 0;
  for (const token of htmlTokens(node.value)) {
    if (OPTIONAL_END.has(token.name)) continue;
    if (token.kind === 'open') open.push({ node, token });
    if (token.kind !== 'close') continue;
    html += node.value.slice(at, token.start);
    at = token.end;
    const index = open.findLastIndex(({ token: { name } }) => name === token.name);
    if (index === -1) {
      reportClose(node, token, file);
      continue;
    }
    const surplus = open.splice(index).slice(1);
    for (const one of surplus) reportOpen(one, file);
    html += endTags(surplus) + node.value.slice(token.start, token.end);
  }
  return html + node.value.slice(at);
}

function endTags(open: readonly OpenTag[]): string {
  return open.map(({ token }) => `</${token.name}>`).reduceRight((all, tag) => all + tag, '');
}

function reportClose(node: Html, token: HtmlToken, file: VFile): void {
  tell(file, {
    severity: 'warning',
    code: 'html-unopened',
    reason: `Unexpected \`</${token.name}>\`, expected \`<${token.name}>\` before it in the same block`,
    place: placeIn(node, token),
    note: 'Remove it, or open what it closes.',
  });
}

function reportOpen({ node, token }: OpenTag, file: VFile): void {
  tell(file, {
    severity: 'error',
    code: 'html-unclosed',
    reason: `Unexpected \`<${token.name}>\` without an end, expected \`</${token.name}>\` after it in the same block`,
    place: placeIn(node, token),
    note: 'Close it where it should end; it was ended with the block that it stands in.',
  });
}
