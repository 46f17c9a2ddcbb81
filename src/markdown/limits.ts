import type { Root } from 'mdast';
import type { Node, Parent } from 'unist';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { OctavoError } from '../report/errors.js';
import { htmlTokens, OPTIONAL_END } from './html-tags.js';

/** Bounds on one file, far above any real chapter. Beyond them the text is broken or hostile. */
export const LIMITS = {
  /** Characters. */
  length: 32_000_000,
  /** Block quotes and lists inside each other, on one line. */
  markers: 400,
  /** Stars or low lines in one run beside words: to pair them takes the square of their number. */
  stars: 400,
  /** Backticks in one run: each length without a partner is looked for to the end of its paragraph. */
  backticks: 100,
  /** Elements of Markdown inside each other. */
  depth: 1000,
  /** Elements of HTML inside each other: readers of EPUB, which stand on libxml2, take 256 with those round the text. */
  htmlDepth: 240,
} as const;

/** @throws OctavoError for a text whose parsing would take for ever. */
export function checkSource(file: VFile): void {
  const text = String(file);
  if (text.length > LIMITS.length)
    fail(file, `Unexpected file of ${text.length} characters, expected at most ${LIMITS.length}`, {
      note: 'Split the text into chapters, one file each.',
    });
  for (const { pattern, reason, note } of TOO_MANY) {
    const match = pattern.exec(text);
    if (match) fail(file, reason, { line: text.slice(0, match.index).split('\n').length, note });
  }
}

const TOO_MANY = [
  {
    pattern: new RegExp(
      `^(?:[ \\t]{0,8}(?:>|[-*+](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))){${LIMITS.markers + 1}}`,
      'm',
    ),
    reason: `Unexpected depth: more than ${LIMITS.markers} quotations or lists inside each other`,
    note: 'Remove the surplus `>` or list markers at the beginning of this line.',
  },
  {
    pattern: new RegExp(
      `(?<![*_])[*_]{${LIMITS.stars + 1},}(?=[^\\s*_])|(?<=[^\\s*_])[*_]{${LIMITS.stars + 1},}`,
    ),
    reason: `Unexpected run of more than ${LIMITS.stars} stars or low lines beside a word`,
    note: 'Set such a line apart from the words with blank lines, or shorten it.',
  },
  {
    pattern: new RegExp(`\`{${LIMITS.backticks + 1}}`),
    reason: `Unexpected run of more than ${LIMITS.backticks} backticks`,
    note: 'Three fence a block of code, and one or two a word.',
  },
];

/** @throws OctavoError for a tree so deep that walking it would exhaust the stack. */
export function checkTree(tree: Node, file: VFile, limit: number = LIMITS.depth): void {
  let level: Node[] = [tree];
  let line: number | undefined;
  for (let depth = 0; level.length > 0; depth++) {
    // What is made, as the elements of raw HTML are, may have no place; then that of what it stands in.
    line = level[0]!.position?.start.line ?? line;
    if (depth > limit) refuseDepth(file, limit, line);
    const next: Node[] = [];
    for (const node of level)
      if ('children' in node) for (const child of (node as Parent).children) next.push(child);
    level = next;
  }
}

/** @throws OctavoError for raw HTML so deep that parsing it would exhaust the stack. */
export function checkHtml(tree: Root, file: VFile): void {
  // What is open ends with its block, so that tags forgotten in many blocks are no depth.
  const depths = new Map<Node | undefined, number>();
  visit(tree, 'html', ({ value, position }, _index, parent) => {
    let open = depths.get(parent) ?? 0;
    for (const { kind, name } of htmlTokens(value)) {
      if (OPTIONAL_END.has(name)) continue;
      if (kind === 'open') open += 1;
      if (kind === 'close') open = Math.max(0, open - 1);
      if (open > LIMITS.htmlDepth) refuseDepth(file, LIMITS.htmlDepth, position?.start.line);
    }
    depths.set(parent, open);
  });
}

/** @throws OctavoError that says so. */
function refuseDepth(file: VFile, limit: number, line: number | undefined): never {
  fail(file, `Unexpected depth: more than ${limit} elements inside each other`, {
    line,
    note: 'Look for a run of unclosed brackets, stars, tags or quotations in this line.',
  });
}

function fail(
  file: VFile,
  reason: string,
  { line, note }: { line?: number | undefined; note: string },
): never {
  throw new OctavoError({
    code: 'limit',
    reason,
    note,
    place: { path: file.path ?? 'the text', ...(line === undefined ? {} : { line }) },
  });
}
