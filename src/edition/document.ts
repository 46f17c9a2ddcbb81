import type { Root } from 'hast';
import type { VFile } from 'vfile';
import type { Manuscript } from '../config/book.js';
import type { FrontMatter } from '../markdown/front-matter.js';

/** A file of the book, read and turned into HTML: notes still where they were written, calls without numbers. */
export interface BookDocument {
  readonly manuscript: Manuscript;
  readonly frontMatter: FrontMatter;
  readonly tree: Root;
  /** Holds the messages about the text until they are reported. */
  readonly file: VFile;
  /** Set for the text that stands under the title of a part: index into `book.parts`. */
  readonly partText?: number;
}
