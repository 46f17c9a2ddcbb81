import type { ElementContent } from 'hast';
import type { Book } from '../../../../config/book.js';
import { hasTerms, termsFor } from '../../../../config/terms.js';
import { creatorLines } from '../../../../edition/creator-lines.js';
import { fromTemplate } from './templates.js';

/** Half title, title page and the page on its back, from what `book.yaml` says of the book. */
export interface FrontMatter {
  readonly halfTitle: readonly ElementContent[];
  readonly titlePage: readonly ElementContent[];
  readonly copyrightPage: readonly ElementContent[];
}

export function frontMatter(book: Book): FrontMatter {
  const terms = termsFor(book.language);
  const series = book.series && [book.series.name, book.series.number].filter(Boolean).join(', ');
  const data = {
    title: book.title,
    subtitle: book.subtitle,
    creators: creatorLines(book.creators, book.language),
    edition: book.edition,
    publisher: book.publisher,
    year: book.date?.slice(0, 4),
    series,
    rights: book.rights,
    termsLanguage: hasTerms(book.language) ? undefined : 'en',
    facts: [
      { term: terms.series, value: series },
      { term: terms.source, value: book.source },
      { term: terms.identifier, value: book.identifier },
      { term: terms.fonts, value: book.typography.font },
    ].filter(({ value }) => value),
  };
  return {
    halfTitle: fromTemplate('half-title.ejs', data),
    titlePage: fromTemplate('title-page.ejs', data),
    copyrightPage: fromTemplate('copyright-page.ejs', data),
  };
}
