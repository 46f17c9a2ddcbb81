import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { type HeadingLevelOptions, settleHeadingLevels } from './heading-levels.js';

/** Mends levels that skip or are inverted, so that every heading is at most one below the one before it. */
export function remarkHeadingLevels(options: HeadingLevelOptions = {}) {
  return (tree: Root, file: VFile): void => settleHeadingLevels(tree, file, options);
}
