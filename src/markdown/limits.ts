import type { Nodes, Root } from 'mdast';
import type { VFile } from 'vfile';
import { OctavoError } from '../report/errors.js';

/** Bounds on one file, far above any real chapter. Beyond them the text is broken or hostile. */
export const LIMITS = {
  /** Characters. */
  length: 32_000_000,
  /** Block quotes and lists inside each other, on one line. */
  markers: 400,
  /** Elements inside each other. */
  depth: 1000,
} as const;

/** @throws OctavoError for a text whose parsing would take for ever. */
export function checkSource(file: VFile): void {
  const text = String(file);
  if (text.length > LIMITS.length)
    fail(file, `Unexpected file of ${text.length} characters, expected at most ${LIMITS.length}`, {
      note: 'Split the text into chapters, one file each.',
    });
  const markers = new RegExp(
    `^(?:[ \\t]{0,8}(?:>|[-*+](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))){${LIMITS.markers + 1}}`,
    'm',
  );
  const match = markers.exec(text);
  if (match)
    fail(file, `Unexpected depth: more than ${LIMITS.markers} quotations or lists inside each other`, {
      line: text.slice(0, match.index).split('\n').length,
      note: 'Remove the surplus `>` or list markers at the beginning of this line.',
    });
}

/** @throws OctavoError for a tree so deep that walking it would exhaust the stack. */
export function checkTree(tree: Root, file: VFile): void {
  let level: Nodes[] = [tree];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > LIMITS.depth)
      fail(file, `Unexpected depth: more than ${LIMITS.depth} elements inside each other`, {
        line: level[0]!.position?.start.line,
        note: 'Look for a run of unclosed brackets, stars or quotations in this line.',
      });
    const next: Nodes[] = [];
    for (const node of level) if ('children' in node) for (const child of node.children) next.push(child);
    level = next;
  }
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
