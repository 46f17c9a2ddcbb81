import type { Root as HastRoot } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import type { Html, Nodes, Root } from 'mdast';
import type { Survey } from './survey.js';

const NAMED = /\b(?:id|name)\s*=\s*["']?([^"'\s>]+)/gi;

const idsIn = (html: Html): string[] => [...html.value.matchAll(NAMED)].map((match) => match[1]!);

/**
 * Makes Markdown of the HTML that links lead to, so that the notes in it can be read like any others: blocks such
 * as `<ol><li id="fn1">` become blocks, and empty anchors before a label go. Says whether anything changed.
 */
export function unfoldHtmlNotes(survey: Survey, wanted: ReadonlySet<string>): boolean {
  const { html } = survey;
  let changed = false;
  const drop = new Set<Nodes>();
  const blocks = new Map<Nodes, readonly Nodes[]>();
  for (const { node, parent, index } of html) {
    const ids = idsIn(node).filter((id) => wanted.has(id));
    if (!ids.length) continue;
    changed = true;
    for (const id of ids) survey.unfolded.add(id);
    if (parent.type !== 'paragraph' && parent.type !== 'heading') {
      blocks.set(node, blocksOf(node));
      continue;
    }
    const next = parent.children[index + 1];
    if (/\bhref\s*=/i.test(node.value)) continue;
    drop.add(node);
    if (next?.type === 'html' && /^<\/(?:a|span)\s*>$/i.test(next.value)) drop.add(next);
  }
  if (!changed) return false;
  for (const parent of new Set(html.map((found) => found.parent))) {
    parent.children = (parent.children as Nodes[])
      .filter((child) => !drop.has(child))
      .flatMap((child) => blocks.get(child) ?? [child]) as typeof parent.children;
  }
  return true;
}

function blocksOf(node: Html): readonly Nodes[] {
  const tree: HastRoot = fromHtml(node.value, { fragment: true });
  const root = toMdast(tree) as Root;
  for (const child of root.children) if (node.position) child.position = node.position;
  return root.children;
}
