import type { Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { say } from './messages.js';
import { isNotesHeading } from './notes-heading.js';
import type { RemovedText } from './types.js';

/**
 * Takes out headings over notes that have nothing but definitions under them, and the titles of chapters among the
 * notes: the notes stand elsewhere now.
 */
export function removeNotesHeadings(root: Root, file: VFile): RemovedText[] {
  const removed: RemovedText[] = [];
  const { children } = root;
  const drop = new Set<Nodes>();
  children.forEach((child, index) => {
    if (!isNotesHeading(child)) return;
    const depth = child.type === 'heading' ? child.depth : 6;
    const headings: Nodes[] = [child];
    let notes = 0;
    for (let at = index + 1; at < children.length; at++) {
      const next = children[at]!;
      if (next.type === 'footnoteDefinition') notes++;
      else if (next.type === 'heading' && next.depth > depth) headings.push(next);
      else if (next.type === 'heading' || next.type === 'thematicBreak') break;
      else return;
    }
    if (!notes) return;
    const before = children[index - 1];
    if (before?.type === 'thematicBreak') drop.add(before);
    for (const heading of headings) {
      drop.add(heading);
      removed.push({ text: textOf(heading), reason: 'notes-heading', place: heading.position });
      say(file, 'notes-heading-removed', `The heading “${textOf(heading)}” is left out`, {
        place: heading.position,
        note: 'Nothing stands under it but notes, and each edition puts those where they belong.',
      });
    }
  });
  if (drop.size) root.children = children.filter((child) => !drop.has(child));
  return removed;
}
