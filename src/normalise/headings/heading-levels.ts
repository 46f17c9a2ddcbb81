import type { Heading, Parents, Root } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { tell } from '../../report/file-messages.js';

export interface HeadingLevelOptions {
  /** The document has a title that is no heading (in its front matter): headings begin at the second level. */
  readonly hasTitle?: boolean;
  /** Several headings of the first level: `keep` them, or keep `one` and put the others below it. Default: `keep`. */
  readonly titles?: 'keep' | 'one';
}

/**
 * Makes levels that never skip (invariant levels): each heading stands one below the nearest one before it that
 * ranks higher in the source. A smaller heading right above a larger one becomes a paragraph.
 */
export function settleHeadingLevels(tree: Root, file: VFile, options: HeadingLevelOptions = {}): void {
  kickersToParagraphs(tree, file);
  const headings = outlineOf(tree);
  const path: { rank: number; heading: Heading }[] = [];
  const hasTop = headings.some(({ heading: { depth }, closed }) => depth === 1 && !closed);
  const base = options.hasTitle && !hasTop ? 1 : 0;
  let title: Heading | undefined;
  let inside: { closed: Parents | undefined; ranks: number[] } = { closed: undefined, ranks: [] };
  for (const { heading, closed } of headings) {
    if (closed) {
      // A song, a letter, a quotation: its headings stand below the one above it, whatever they say.
      if (inside.closed !== closed) inside = { closed, ranks: [] };
      while (inside.ranks.length > 0 && inside.ranks.at(-1)! >= heading.depth) inside.ranks.pop();
      inside.ranks.push(heading.depth);
      heading.depth = Math.min(6, path.length + base + inside.ranks.length) as Heading['depth'];
      continue;
    }
    const isSurplus = options.titles === 'one' && title !== undefined;
    title ??= heading;
    const rank = heading.depth + (isSurplus ? 1 : 0);
    while (path.length > 0 && path.at(-1)!.rank >= rank) path.pop();
    const above = path.at(-1);
    const skips = above === undefined || rank > above.rank + 1;
    const level = Math.min(6, path.length + 1 + base);
    path.push({ rank, heading });
    if (level === heading.depth) continue;
    // Where all headings of a file stand lower than they might, only the first is worth a word.
    if (skips || (isSurplus && heading.depth === 1)) report(heading, level, above?.heading, tree, file);
    heading.depth = level as Heading['depth'];
  }
}

/** Directives that have headings of their own, which are no part of the outline. */
const CLOSED = new Set(['verse', 'epigraph', 'letter', 'aside', 'margin-note', 'figure']);

/** The headings of a text, each with the outermost block that keeps it out of the outline. */
function outlineOf(tree: Root): { heading: Heading; closed: Parents | undefined }[] {
  const headings: { heading: Heading; closed: Parents | undefined }[] = [];
  visitParents(tree, 'heading', (heading, ancestors) => {
    headings.push({ heading, closed: ancestors.find(isClosed) });
  });
  return headings;
}

const isClosed = (node: Parents): boolean =>
  node.type === 'containerDirective'
    ? CLOSED.has(node.name)
    : node.type === 'blockquote' || node.type === 'listItem' || node.type === 'footnoteDefinition';

function report(heading: Heading, level: number, before: Heading | undefined, tree: Root, file: VFile): void {
  const line = before?.position?.start.line;
  tell(file, {
    // A file whose headings all begin lower is common and harmless.
    severity: before ? 'warning' : 'info',
    code: 'heading-level',
    reason: `Unexpected heading of level ${heading.depth}, expected level ${level}`,
    place: heading,
    ancestors: [tree, heading],
    note: before
      ? `It is set one level below the heading${line === undefined ? '' : ` on line ${line}`}.`
      : 'It is set as the highest, since none stands above it.',
  });
}

/** A line above a title (a series, an author) that was marked as a smaller heading. */
function kickersToParagraphs(tree: Root, file: VFile): void {
  const top = Math.min(...tree.children.map((node) => (node.type === 'heading' ? node.depth : 9)));
  for (const [index, node] of tree.children.entries()) {
    const after = tree.children[index + 1];
    if (node.type === 'heading' && node.depth === top) return;
    if (node.type !== 'heading' || after?.type !== 'heading' || after.depth >= node.depth) continue;
    tree.children[index] = { type: 'paragraph', children: node.children, position: node.position };
    tell(file, {
      severity: 'warning',
      code: 'heading-level',
      reason: `Unexpected heading of level ${node.depth} right above one of level ${after.depth}, made a paragraph`,
      place: node,
      ancestors: [tree, node],
      note: 'A line above a title is no heading of its own. Write it as a paragraph, or below the title.',
    });
  }
}
