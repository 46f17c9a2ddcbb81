import type { Paragraph, Root } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { tell } from '../../report/file-messages.js';

/** Makes a heading in a note a line in bold: notes are no part of the outline, and stand apart from it in every edition. */
export function settleNoteHeadings(tree: Root, file: VFile): void {
  visitParents(tree, 'heading', (heading, ancestors) => {
    if (!ancestors.some(({ type }) => type === 'footnoteDefinition')) return;
    const { children, position, data } = heading;
    const line: Paragraph = {
      type: 'paragraph',
      children: children.length > 0 ? [{ type: 'strong', children, ...(position ? { position } : {}) }] : [],
      ...(position ? { position } : {}),
      ...(data ? { data } : {}),
    };
    const parent = ancestors.at(-1)!;
    parent.children.splice(parent.children.indexOf(heading as never), 1, line as never);
    tell(file, {
      severity: 'info',
      code: 'heading-level',
      reason: 'Unexpected heading in a note, set as a line in bold',
      place: heading,
      ancestors: [...ancestors, line],
      note: 'A note has no headings of its own. Write the line as a paragraph, in bold if it is to stand out.',
    });
  });
}
