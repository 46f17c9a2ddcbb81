import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { type NotesOptions, normaliseNotes } from './normalise-notes.js';

export type { NotesOptions };

/**
 * A remark plugin that normalises the notes of a document, whatever convention they follow, to GFM footnotes with
 * an identifier each. What found no partner is reported and listed at `file.data.octavoNotes`.
 */
export function remarkNotes(options: NotesOptions = {}) {
  return (tree: Root, file: VFile): void => {
    file.data.octavoNotes = normaliseNotes(tree, file, options);
  };
}
