import type { ElementContent } from 'hast';

/** One XHTML file of the EPUB, before it is written. */
export interface TextFile {
  readonly name: string;
  /** For the `title` element. */
  readonly title: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** `frontmatter`, `bodymatter`, `backmatter` or `cover`, on the body. */
  readonly matter: string;
  /** What stands in the body. */
  readonly content: readonly ElementContent[];
}
