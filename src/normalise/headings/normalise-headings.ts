import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { findHeadings } from './found-headings.js';
import { settleHeadingCase } from './heading-case.js';
import { settleHeadingLabels } from './heading-labels.js';
import { type HeadingLevelOptions, settleHeadingLevels } from './heading-levels.js';
import { settleHeadingMarks } from './heading-marks.js';
import { settleNoteHeadings } from './note-headings.js';
import type { HeadingCaseOptions } from './remark-heading-case.js';

export interface HeadingOptions extends HeadingCaseOptions, HeadingLevelOptions {}

/** All that is done to headings, in its order. Notes come before, so that calls in headings are known. */
export function normaliseHeadings(
  tree: Root,
  file: VFile,
  { language = 'en', ...levels }: HeadingOptions = {},
): void {
  findHeadings(tree, file);
  settleHeadingMarks(tree);
  settleNoteHeadings(tree, file);
  settleHeadingLabels(tree, file);
  settleHeadingLevels(tree, file, levels);
  settleHeadingCase(tree, file, language);
}
