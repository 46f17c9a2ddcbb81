import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { settleHeadingLabels } from './heading-labels.js';

/** Joins “Chapter IV” and the title after it, and keeps the label at `heading.data.heading.label`. */
export function remarkHeadingLabels() {
  return (tree: Root, file: VFile): void => settleHeadingLabels(tree, file);
}
