import type { Book } from './book.js';
import { identifierOf } from './identifier.js';
import { slugOf } from './slug.js';

/** The book under its title, with the name of its files and the identifier that are made of it where none is stated. */
export function named(book: Omit<Book, 'slug' | 'identifier'> & Partial<Book>, title: string): Book {
  return {
    ...book,
    title,
    slug: book.slug || slugOf(title),
    identifier: book.identifier || identifierOf(title, book.creators),
  };
}
