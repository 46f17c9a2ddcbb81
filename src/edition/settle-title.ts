import type { Book } from '../config/book.js';
import { named } from '../config/named.js';
import { OctavoError } from '../report/errors.js';
import { headingsOf } from './contents-of.js';
import type { BookDocument } from './document.js';
import { titleOf } from './title-of.js';

/**
 * The book with a title: that of its first heading, of whatever make it was in the source, for a book of one file
 * that states none.
 *
 * @throws {OctavoError} for a text without a heading.
 */
export function settleTitle(book: Book, documents: readonly BookDocument[]): Book {
  if (book.title !== '') return book;
  for (const { tree } of documents) {
    const title = headingsOf(tree)
      .map((heading) => titleOf(heading).text)
      .find((text) => text !== '');
    if (title !== undefined) return named(book, title);
  }
  throw new OctavoError({
    code: 'missing-key',
    reason: 'The book has no title',
    place: { path: documents[0]!.manuscript.path, line: 1, column: 1 },
    note: 'Begin the text with a heading, “# Title”, or with front matter that has a line “title: …”.',
  });
}
