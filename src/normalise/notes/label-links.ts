import type { Nodes, Parents } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { fromSuperscript } from './labels.js';
import type { Survey } from './survey.js';

/** A link within the document whose words are no more than a label. */
export interface LabelLink {
  readonly target: string;
  readonly label: string;
  readonly text: string;
  readonly parent: Parents;
  /** The link and the tags that raise it. */
  readonly first: Nodes;
  readonly last: Nodes;
  readonly order: number;
  /** Whether nothing stands before it in its block. */
  readonly opens: boolean;
}

const LABEL = /^[\s[({^]*(\d{1,4}\*?|[ivx]{1,5}|[a-z]|[*†‡§‖¶]{1,4})[\s\])}.:^]*$/iu;
const HREF = /^<a\b[^>]*\bhref\s*=\s*["']?[^"'#\s>]*#([^"'\s>]+)/i;
const CLOSE = /^<\/a\s*>$/i;

const isTag = (node: Nodes | undefined, pattern: RegExp): boolean =>
  node?.type === 'html' && pattern.test(node.value);

const decode = (address: string): string => {
  try {
    return decodeURIComponent(address);
  } catch {
    // Not an encoded address: it stands for itself.
    return address;
  }
};

/** The address and the end of a link in HTML that begins at a child; undefined for another tag. */
export function htmlLink(
  children: readonly Nodes[],
  from: number,
): { target: string; to: number } | undefined {
  const open = children[from];
  const target = open?.type === 'html' ? HREF.exec(open.value)?.[1] : undefined;
  if (!target) return undefined;
  // A label is short: a tag or two inside, no more.
  for (let to = from + 1; to < children.length && to < from + 8; to++) {
    if (isTag(children[to], CLOSE)) return { target: decode(target), to };
  }
  return undefined;
}

/** The words of children without their tags. */
export const wordsOf = (children: readonly Nodes[]): string =>
  children.map((child) => (child.type === 'html' ? '' : textOf(child))).join('');

/** All links within the document whose words are no more than a label, in reading order. */
export function labelLinks(survey: Survey): LabelLink[] {
  const links: LabelLink[] = [];
  const add = (parent: Parents, from: number, to: number, order: number, target: string): void => {
    const children = parent.children as Nodes[];
    const text = wordsOf(children.slice(from, to + 1)).trim();
    const label = LABEL.exec(fromSuperscript(text))?.[1];
    if (!label) return;
    const raised = isTag(children[from - 1], /^<sup\b/i) && isTag(children[to + 1], /^<\/sup\s*>$/i) ? 1 : 0;
    const first = children[from - raised]!;
    const last = children[to + raised]!;
    const opens = !wordsOf(children.slice(0, from)).trim();
    links.push({ target, label, text, parent, first, last, order, opens });
  };
  for (const { node, parent, index, order } of survey.links) {
    if (node.url.startsWith('#')) add(parent, index, index, order, decode(node.url.slice(1)));
  }
  for (const { parent, index, order } of survey.html) {
    const link = parent.type === 'root' ? undefined : htmlLink(parent.children as Nodes[], index);
    if (link) add(parent, index, link.to, order, link.target);
  }
  return links.sort((a, b) => a.order - b.order);
}
