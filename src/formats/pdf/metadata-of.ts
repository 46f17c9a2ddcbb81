import type { Book } from '../../config/book.js';
import { directionOf } from '../../edition/direction.js';
import type { Metadata } from './finish/metadata.js';

/** What the file says of the book. */
export function metadataOf(book: Book, date: Date): Metadata {
  return {
    title: book.subtitle ? `${book.title}: ${book.subtitle}` : book.title,
    authors: book.creators.filter(({ role }) => role === 'author').map(({ name }) => name),
    subject: book.description,
    keywords: book.subjects,
    publisher: book.publisher,
    rights: book.rights,
    identifier: book.identifier,
    language: book.language,
    direction: book.direction ?? directionOf(book.language),
    date,
  };
}
