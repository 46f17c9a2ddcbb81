import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { settleHeadingLabels } from './heading-labels.js';

/** Joins “Chapter IV” and the title after it, and keeps the label as an attribute: `# The Pond {label="Chapter IV"}`. */
export function remarkHeadingLabels() {
  return (tree: Root, file: VFile): void => settleHeadingLabels(tree, file);
}
