import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { type HeadingOptions, normaliseHeadings } from './normalise-headings.js';

/** Makes the headings of a document regular: found, freed of marks, labelled, levelled, in the case of the language. */
export function remarkHeadings(options: HeadingOptions = {}) {
  return (tree: Root, file: VFile): void => normaliseHeadings(tree, file, options);
}
