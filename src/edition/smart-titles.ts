import type { Book } from '../config/book.js';
import { smartenText } from '../markdown/remark-smart-punctuation.js';

/** The book with its own titles, which stand in no text, set by the rules of its language like those that do. */
export function withSmartTitles(book: Book): Book {
  if (!book.typography.smartPunctuation) return book;
  const smart = (text: string) => smartenText(text, book.language);
  return {
    ...book,
    title: smart(book.title),
    ...(book.subtitle === undefined ? {} : { subtitle: smart(book.subtitle) }),
    parts: book.parts.map((part) => ({ ...part, title: smart(part.title) })),
  };
}
