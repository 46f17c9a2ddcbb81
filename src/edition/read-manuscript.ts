import { VFile } from 'vfile';
import type { Book, Manuscript } from '../config/book.js';
import { toEditionHast } from '../hast/to-edition-hast.js';
import { readFrontMatter } from '../markdown/front-matter.js';
import { parseMarkdown } from '../markdown/parse-markdown.js';
import { smartPunctuation } from '../markdown/remark-smart-punctuation.js';
import { checkInvariants, takeStock } from '../normalise/check-invariants.js';
import { normaliseHeadings } from '../normalise/headings/normalise-headings.js';
import { takeRawHeadings } from '../normalise/headings/raw-headings.js';
import { normaliseNotes } from '../normalise/notes/normalise-notes.js';
import { checkFrontMatter } from './check-front-matter.js';
import type { BookDocument } from './document.js';
import { promoteChapters } from './promote-chapters.js';
import { languageOf } from './section-language.js';

/**
 * Reads one file of a book: Markdown, its headings and notes made regular, HTML. Trouble stays with the document
 * until the edition is assembled.
 *
 * @throws OctavoError for a text that is too large or too deeply nested to be read at all; Error if normalising
 *   lost a word or a note, which is a fault of Octavo.
 */
export function readManuscript(manuscript: Manuscript, book: Book, partText?: number): BookDocument {
  const file = new VFile({ path: manuscript.path, value: manuscript.text });
  const tree = parseMarkdown(file);
  const frontMatter = readFrontMatter(tree, file);
  // That of a book of one file is the book's, and was checked with it.
  if (book.configPath !== undefined) checkFrontMatter(frontMatter, file);
  const language = languageOf(frontMatter) ?? book.language;
  const before = takeStock(tree);
  takeRawHeadings(tree);
  // Notes first, so that a mark at the end of a heading is known as a call.
  file.data.octavoNotes = normaliseNotes(tree, file);
  normaliseHeadings(tree, file, { language, hasTitle: typeof frontMatter.data.title === 'string' });
  checkInvariants(before, tree, file);
  if (book.manuscripts.length === 1 && partText === undefined) promoteChapters(tree);
  if (book.typography.smartPunctuation) smartPunctuation(tree, manuscript.text, language);
  return {
    manuscript,
    frontMatter,
    tree: toEditionHast(tree, file),
    file,
    ...(partText === undefined ? {} : { partText }),
  };
}
