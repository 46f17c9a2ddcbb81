import type { EpubEdition } from '../../config/schema.js';
import type { PageStart } from '../../edition/page-start.js';
import { EXIT, OctavoError } from '../../report/errors.js';
import type { FormatInput } from '../format.js';

export interface Pages {
  readonly pages: readonly PageStart[] | 'source';
  /** What the numbers belong to, as the metadata says it. */
  readonly pageSource?: string;
}

/**
 * The pages that the page-list gives, by `pageList`.
 *
 * @throws OctavoError if it names no edition with pages.
 */
export function pagesFor({ edition: { book }, name, config, pageStarts }: FormatInput<EpubEdition>): Pages {
  const wanted = config.pageList;
  if (wanted === undefined) return { pages: [] };
  if (wanted === 'source') return { pages: 'source', pageSource: book.source ?? `${book.title} (source)` };
  const pages = pageStarts.get(wanted);
  if (pages) return { pages, pageSource: `${book.title} (PDF, ${wanted})` };
  const others = Object.keys(book.editions).filter((other) => book.editions[other]!.format !== 'epub');
  throw new OctavoError(
    {
      code: 'page-list-unknown',
      reason: `Unknown edition “${wanted}” in editions.${name}.pageList, expected ${['source', ...others].join(' or ')}`,
      ...(book.configPath && { place: { path: book.configPath } }),
      note: 'pageList takes the name of a PDF edition of the same book, or “source”.',
    },
    EXIT.usage,
  );
}
