import type { EditionConfig } from './schema.js';

/** The name of the edition whose pages another one needs to know before it is made. */
export function editionBefore(edition: EditionConfig): string | undefined {
  if (edition.format === 'cover') return edition.of;
  return edition.format === 'epub' && edition.pageList !== 'source' ? edition.pageList : undefined;
}
