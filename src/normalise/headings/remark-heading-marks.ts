import type { Root } from 'mdast';
import { settleHeadingMarks } from './heading-marks.js';

/** Sets marks at the end of headings, such as `*`, apart from the title: a text of its own with `data.headingMark`. */
export function remarkHeadingMarks() {
  return (tree: Root): void => settleHeadingMarks(tree);
}
