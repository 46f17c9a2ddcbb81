import { bookSchema, type EditionConfig } from './schema.js';

/** What is made of a book that names no editions: an EPUB and an A5 PDF. */
export function defaultEditions(): Record<string, EditionConfig> {
  const { editions } = bookSchema.parse({
    title: 'any',
    editions: { ebook: { format: 'epub' }, print: { format: 'pdf' } },
  });
  return editions!;
}
