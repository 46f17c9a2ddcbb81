import type { RootContent } from 'hast';
import type { Edition } from '../../edition/edition.js';
import type { Place } from '../../report/report.js';

/** Where in the source an anchor stands: a heading, a call of a note or a note. */
export function anchorPlace({ sections }: Edition, anchor: string): Place | undefined {
  for (const { id, path, content, notes } of sections) {
    const note = notes.find((one) => one.id === anchor);
    const line = note?.content[0]?.position?.start.line ?? lineOf(content.children, anchor);
    if (line !== undefined) return { path, line };
    if (note || id === anchor) return { path };
    for (const { content: inside } of notes) {
      const within = lineOf(inside, anchor);
      if (within !== undefined) return { path, line: within };
    }
  }
  return undefined;
}

function lineOf(nodes: readonly RootContent[], anchor: string): number | undefined {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    const line = node.properties.id === anchor ? node.position?.start.line : lineOf(node.children, anchor);
    if (line !== undefined) return line;
  }
  return undefined;
}
