import { VFile } from 'vfile';
import type { Book, Manuscript } from '../config/book.js';
import { toEditionHast } from '../hast/to-edition-hast.js';
import { readFrontMatter } from '../markdown/front-matter.js';
import { parseMarkdown } from '../markdown/parse-markdown.js';
import type { BookDocument } from './document.js';

/**
 * Reads one file of a book: Markdown, its headings and notes made regular, HTML. Trouble stays with the document
 * until the edition is assembled.
 *
 * @throws OctavoError for a text that is too large or too deeply nested to be read at all.
 */
export function readManuscript(manuscript: Manuscript, _book: Book, partText?: number): BookDocument {
  const file = new VFile({ path: manuscript.path, value: manuscript.text });
  const tree = parseMarkdown(file);
  const frontMatter = readFrontMatter(tree, file);
  return {
    manuscript,
    frontMatter,
    tree: toEditionHast(tree, file),
    file,
    ...(partText === undefined ? {} : { partText }),
  };
}
