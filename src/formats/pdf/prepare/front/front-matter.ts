import type { ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Book } from '../../../../config/book.js';
import { hasTerms, termsFor } from '../../../../config/terms.js';
import { creatorLines } from '../../../../edition/creator-lines.js';
import { identifierFrom, isbnOf } from '../../../epub/identifier.js';
import { fillTemplate } from '../../../template.js';

/** Half title, title page and the page on its back, from what `book.yaml` says of the book. */
export interface FrontMatter {
  readonly halfTitle: readonly ElementContent[];
  readonly titlePage: readonly ElementContent[];
  readonly copyrightPage: readonly ElementContent[];
}

/** Fills in pages of the book's own, from what the templates know of the book. */
export type OwnPages = {
  readonly [Page in keyof FrontMatter]?: (data: Readonly<Record<string, unknown>>) => ElementContent[];
};

/** Class of the line that names the fonts. */
export const FONT_CREDIT = 'imprint-fonts';

/** The pages from the templates, or from those of the book's own. */
export function frontMatter(book: Book, own: OwnPages = {}): FrontMatter {
  const terms = termsFor(book.language);
  const series = book.series && [book.series.name, book.series.number].filter(Boolean).join(', ');
  const isbn = isbnOf(book.identifier);
  const data = {
    title: book.title,
    subtitle: book.subtitle,
    creators: creatorLines(book.creators, book.language),
    edition: book.edition,
    language: book.language,
    description: book.description,
    publisher: book.publisher,
    year: book.date?.slice(0, 4),
    series,
    rights: book.rights,
    termsLanguage: hasTerms(book.language) ? undefined : 'en',
    facts: [
      { term: terms.series, value: series },
      { term: terms.source, value: book.source },
      { term: isbn ? 'ISBN' : terms.identifier, value: isbn ?? statedIdentifier(book) },
      // The rest of the families is known when the text is set.
      { term: terms.fonts, value: book.typography.font, className: FONT_CREDIT },
    ].filter(({ value }) => value),
  };
  return {
    halfTitle: own.halfTitle?.(data) ?? fromTemplate('pdf/half-title.ejs', data),
    titlePage: own.titlePage?.(data) ?? fromTemplate('pdf/title-page.ejs', data),
    copyrightPage: own.copyrightPage?.(data) ?? fromTemplate('pdf/copyright-page.ejs', data),
  };
}

/** The identifier, unless it is one that Octavo has made up. */
function statedIdentifier({ identifier }: Book): string | undefined {
  return identifierFrom(identifier).scheme === 'uuid' ? undefined : identifier;
}

function fromTemplate(name: string, data: Readonly<Record<string, unknown>>): ElementContent[] {
  return fromHtml(fillTemplate(name, data), { fragment: true }).children.filter(
    (node) => node.type === 'element',
  );
}
