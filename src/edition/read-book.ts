import type { Book } from '../config/book.js';
import type { Context } from '../context.js';
import { assembleEdition } from './assemble-edition.js';
import { checkLanguage } from './check-language.js';
import type { BookDocument } from './document.js';
import type { Edition } from './edition.js';
import { packetTexts } from './packet-texts.js';
import { readManuscript } from './read-manuscript.js';
import { settleTitle } from './settle-title.js';
import { withSmartTitles } from './smart-titles.js';

/** All texts of a book, read one by one; each may stop for the person who stops the run. */
function readManuscripts(book: Book, context: Pick<Context, 'signal' | 'progress'>): BookDocument[] {
  const read = (...[manuscript, , partText]: Parameters<typeof readManuscript>) => {
    context.signal.throwIfAborted();
    context.progress.step(`Reading ${manuscript.path}`);
    return readManuscript(manuscript, book, partText);
  };
  return [
    ...book.parts.flatMap(({ manuscript }, part) => (manuscript ? [read(manuscript, book, part)] : [])),
    ...book.manuscripts.map((manuscript) => read(manuscript, book)),
  ];
}

/**
 * The edition of a book: the one way from its texts to what every format is made from.
 *
 * @throws {OctavoError} for a text that no book can be made of.
 */
export async function readBook(
  book: Book,
  context: Pick<Context, 'report' | 'signal' | 'progress'>,
): Promise<Edition> {
  checkLanguage(book, context.report);
  const documents = packetTexts(readManuscripts(book, context));
  const manuscripts = documents.flatMap(({ manuscript, partText }) =>
    partText === undefined ? [manuscript] : [],
  );
  const titled = settleTitle(book, documents);
  return assembleEdition({ ...withSmartTitles(titled), manuscripts }, documents, context);
}
