import type { Html, Parents, Root, RootContent } from 'mdast';
import { SKIP, visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { type HtmlToken, htmlTokens } from '../../markdown/html-tags.js';
import { tell } from '../../report/file-messages.js';

/** Elements whose contents are no text of the book, or that would swallow the text after them. */
const ACTIVE = new Set(
  'script style template noscript iframe frame frameset noframes noembed object applet plaintext xmp textarea title head svg input'.split(
    ' ',
  ),
);

/**
 * Takes what is active out of the raw HTML of a tree, and reports it, before a parser sees it: a `<script>` that
 * is never closed would otherwise swallow the rest of the chapter.
 */
export function disarmHtml(tree: Root, file: VFile): void {
  visitParents(tree, 'html', (node, ancestors) => {
    const parent = ancestors.at(-1)!;
    const kept = disarm(node, [...ancestors, node], file);
    if (kept.rest === undefined && kept.html === node.value) return undefined;
    const nodes: RootContent[] = [{ ...node, value: kept.html }];
    if (kept.rest !== undefined) nodes.push(literal(node, parent, kept.rest));
    const index = (parent.children as RootContent[]).indexOf(node);
    (parent as { children: RootContent[] }).children.splice(index, 1, ...nodes);
    return [SKIP, index + nodes.length];
  });
}

function literal(node: Html, parent: Parents, value: string): RootContent {
  const text = { type: 'text', value, position: node.position } as const;
  const isFlow = parent.type === 'root' || parent.type === 'blockquote' || parent.type === 'listItem';
  return isFlow ? { type: 'paragraph', children: [text], position: node.position } : text;
}

/** What may go on to the parser, and the rest of a text that begins with an unfinished comment. */
function disarm(node: Html, ancestors: (Parents | Html)[], file: VFile): { html: string; rest?: string } {
  let html = '';
  let at = 0;
  const tokens = htmlTokens(node.value);
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.start < at) continue;
    if (!token.complete) {
      tell(file, {
        severity: 'error',
        code: 'html-unclosed',
        reason: `Unexpected end of ${token.kind === 'comment' ? 'a comment' : 'a tag'}, expected \`${token.kind === 'comment' ? '-->' : '>'}\``,
        place: placeIn(node, token),
        ancestors,
        note: 'Close it. Until then the text after it is printed as it stands.',
      });
      return { html: html + node.value.slice(at, token.start), rest: node.value.slice(token.start) };
    }
    const isActive = ACTIVE.has(token.name);
    if (!isActive && token.kind !== 'declaration') continue;
    html += node.value.slice(at, token.start);
    const end = isActive && token.kind === 'open' ? endOf(tokens, index) : token;
    at = end.end;
    const removed = node.value.slice(token.start, at);
    tell(file, {
      severity: 'warning',
      code: 'html-removed',
      reason: `Unexpected ${token.name ? `\`<${token.name}>\`` : 'declaration'} in the text, removed: ${shorten(removed)}`,
      place: placeIn(node, token),
      ancestors,
      note: 'A book runs no programs and loads nothing. Use Markdown, or HTML that holds text.',
    });
  }
  // Attributes of our own cannot be written by hand.
  return { html: (html + node.value.slice(at)).replace(/data-octavo/gi, 'data-x') };
}

/** The tag that closes the one at `index`, in the same piece of HTML, or the tag itself. */
function endOf(tokens: readonly HtmlToken[], index: number): HtmlToken {
  const open = tokens[index]!;
  return tokens.slice(index + 1).find(({ kind, name }) => kind === 'close' && name === open.name) ?? open;
}

/** Where a token stands in the file: the place of its node, moved on by the lines before it. */
export function placeIn(node: Html, { start }: { readonly start: number }) {
  if (!node.position) return undefined;
  const before = node.value.slice(0, start).split('\n');
  const { line, column } = node.position.start;
  return before.length === 1
    ? { line, column: column + start }
    : { line: line + before.length - 1, column: before.at(-1)!.length + 1 };
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
