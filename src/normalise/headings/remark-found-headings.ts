import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { findHeadings } from './found-headings.js';

/** Makes headings of paragraphs wholly in bold or capitals, and of bare chapter labels. */
export function remarkFoundHeadings() {
  return (tree: Root, file: VFile): void => findHeadings(tree, file);
}
