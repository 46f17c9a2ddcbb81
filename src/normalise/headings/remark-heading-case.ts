import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { settleHeadingCase } from './heading-case.js';

export interface HeadingCaseOptions {
  /** Language of the headings, as a BCP 47 tag. Default: `en`. */
  readonly language?: string;
}

/** Sets headings written in capitals in title case (English) or sentence case (other languages). */
export function remarkHeadingCase({ language = 'en' }: HeadingCaseOptions = {}) {
  return (tree: Root, file: VFile): void => settleHeadingCase(tree, file, language);
}
