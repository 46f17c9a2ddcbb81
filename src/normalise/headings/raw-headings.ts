import type { Heading, Html, PhrasingContent, Root, RootContent } from 'mdast';
import { decodeString } from 'micromark-util-decode-string';
import type { Attributes } from '../../markdown/attributes/parse-attributes.js';
import { htmlTokens } from '../../markdown/html-tags.js';

/** What may stand in a heading: with anything else in it, the HTML is left to the parser of HTML. */
const INLINE = new Set(
  'a abbr b bdi bdo big br cite code dfn del em font i img ins kbd mark q s samp small span strong sub sup tt u var wbr'.split(
    ' ',
  ),
);

/**
 * Makes headings of raw `<h1>…</h1>` that open a block of HTML at the top of the text, so that levels, labels and
 * titles are found in them as in any other.
 */
export function takeRawHeadings(tree: Root): void {
  tree.children = tree.children.flatMap((node): RootContent[] =>
    node.type === 'html' ? divide(node) : [node],
  );
}

function divide(node: Html): (Heading | Html)[] {
  const headings: Heading[] = [];
  let rest = node;
  for (let next = first(rest); next !== undefined; next = first(rest)) {
    headings.push(next.heading);
    rest = next.rest;
    if (rest.value === '') return headings;
  }
  return [...headings, rest];
}

/** The heading at the beginning of raw HTML, and what comes after it. */
function first(node: Html): { heading: Heading; rest: Html } | undefined {
  const { value } = node;
  if (!/^\s*<h[1-6]/i.test(value)) return undefined;
  const [open, ...tokens] = htmlTokens(value);
  if (!open?.complete || !/^h[1-6]$/.test(open.name)) return undefined;
  const at = tokens.findIndex(({ kind, name }) => kind === 'close' && name === open.name);
  const close = tokens[at];
  const inside = tokens.slice(0, at);
  if (!close || inside.some(({ name, complete }) => !complete || !INLINE.has(name))) return undefined;
  const children: PhrasingContent[] = [];
  let from = open.end;
  for (const { start, end } of [...inside, close]) {
    if (start > from) children.push({ type: 'text', value: plain(value.slice(from, start)) });
    if (start < close.start) children.push({ type: 'html', value: value.slice(start, end) });
    from = end;
  }
  const attributes = attributesOf(value.slice(open.start, open.end));
  const heading: Heading = {
    type: 'heading',
    depth: Number(open.name[1]) as Heading['depth'],
    children: trimmed(children),
    ...(attributes ? { data: { attributes } } : {}),
  };
  const after = value.slice(close.end).search(/\S/);
  const end = after < 0 ? value.length : close.end + after;
  if (node.position) heading.position = { start: node.position.start, end: pointIn(node, close.end) };
  const rest: Html = { type: 'html', value: value.slice(end) };
  if (node.position) rest.position = { start: pointIn(node, end), end: node.position.end };
  return { heading, rest };
}

/** The point of the source at an offset in the value of a node at the top of the text. */
function pointIn({ value, position }: Html, offset: number) {
  const { line, column, offset: base } = position!.start;
  const before = value.slice(0, offset).split('\n');
  return {
    line: line + before.length - 1,
    column: before.length === 1 ? column + offset : before.at(-1)!.length + 1,
    ...(base === undefined ? {} : { offset: base + offset }),
  };
}

/** Text as HTML reads it: references resolved, white space one space. */
const plain = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/&#?\w{1,32};/g, (reference) => decodeString(reference));

function trimmed(children: PhrasingContent[]): PhrasingContent[] {
  const [head] = children;
  if (head?.type === 'text') head.value = head.value.trimStart();
  const last = children.at(-1);
  if (last?.type === 'text') last.value = last.value.trimEnd();
  return children.filter((node) => node.type !== 'text' || node.value !== '');
}

function attributesOf(tag: string): Attributes | undefined {
  const stated = (name: string) =>
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i')
      .exec(tag)
      ?.slice(1)
      .find(Boolean);
  const id = stated('id')?.trim();
  const lang = stated('lang');
  const classes = stated('class')?.split(/\s+/).filter(Boolean) ?? [];
  if (id === undefined && lang === undefined && classes.length === 0) return undefined;
  return { ...(id ? { id } : {}), classes, values: lang === undefined ? {} : { lang } };
}
