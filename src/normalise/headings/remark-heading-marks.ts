import type { Root } from 'mdast';
import { settleHeadingMarks } from './heading-marks.js';

/** Moves marks at the end of headings, such as `*`, from the title to `heading.data.heading.mark`. */
export function remarkHeadingMarks() {
  return (tree: Root): void => settleHeadingMarks(tree);
}
