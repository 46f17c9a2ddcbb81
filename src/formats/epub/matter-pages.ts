import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Book } from '../../config/book.js';
import type { Terms } from '../../config/terms.js';
import { type CreatorLine, creatorLines } from '../../edition/creator-lines.js';
import type { Edition } from '../../edition/edition.js';
import type { Cover } from './cover/cover.js';
import { identifierFrom } from './identifier.js';
import { progressionOf } from './metadata.js';
import { type PageMark, pageBreak } from './page-marks.js';
import { type TextCredit, textCredits } from './text-credits.js';
import type { TextFile } from './text-file.js';

/** The pages that the EPUB adds to the text: what they say is in the metadata and nowhere in the edition. */
export function titlePage({ book }: Edition, terms: Terms, breaks: readonly PageMark[] = []): TextFile {
  const [authors, ...others] = creatorLines(book.creators, book.language);
  return page(book, 'titlepage.xhtml', terms.titlePage, 'frontmatter', [
    h('section', { 'epub:type': 'titlepage', ariaLabel: terms.titlePage, className: ['title-page'] }, [
      ...breaks.map(({ id, label }) => pageBreak(id, label)),
      h('h1', { 'epub:type': 'title' }, book.title),
      book.subtitle && h('p', { className: ['subtitle'], role: 'doc-subtitle' }, book.subtitle),
      ...(authors ? [creatorLine(authors)] : []),
      ...others.map(creatorLine),
      book.series && h('p', { className: ['series'] }, seriesText(book.series)),
      book.publisher && h('p', { className: ['publisher'] }, book.publisher),
    ]),
  ]);
}

export interface ColophonInput {
  readonly edition: Edition;
  readonly terms: Terms;
  /** Families whose glyphs are packed. */
  readonly fonts: readonly FontCredit[];
  readonly pageSource?: string;
}

/** A family with the name of its licence and its path in the EPUB. */
export interface FontCredit {
  readonly name: string;
  readonly licence?: string;
  readonly licenceName?: string;
}

/** Where the text comes from, who may do what with it, what it was made with. */
export function colophon({ edition, terms, fonts, pageSource }: ColophonInput): TextFile {
  const { book } = edition;
  const identifier = identifierFrom(book.identifier);
  const texts = textCredits(edition, terms);
  const rows: [string, string | readonly ElementContent[] | undefined][] = [
    [terms.source, book.source],
    [terms.rights, book.rights],
    [terms.publisher, book.publisher],
    [terms.published, [book.date, book.edition].filter(Boolean).join(' · ') || undefined],
    [terms.series, book.series && seriesText(book.series)],
    [terms.identifier, identifier.scheme === 'isbn' ? `ISBN ${identifier.value.slice(9)}` : identifier.value],
    [terms.pages, pageSource],
    [terms.fonts, fonts.map((font) => h('dd', fontText(font)))],
    // Of a book of one text this needs no title.
    [texts.length === 1 ? terms.source : terms.texts, texts.map((text) => textRow(text, texts.length > 1))],
  ];
  return page(book, 'about.xhtml', terms.imprint, 'backmatter', [
    h(
      'section',
      {
        'epub:type': 'colophon',
        role: 'doc-colophon',
        ariaLabelledBy: 'about-title',
        className: ['imprint'],
      },
      [
        h('h1', { id: 'about-title' }, terms.imprint),
        h(
          'dl',
          rows.flatMap(([name, value]) => {
            const values = typeof value === 'string' ? [h('dd', value)] : (value ?? []);
            return values.length > 0 ? [h('dt', name), ...values] : [];
          }),
        ),
      ],
    ),
  ]);
}

function textRow({ title, lines }: TextCredit, isTitled: boolean): ElementContent {
  return h('dd', [...(isTitled ? [h('p', h('cite', title))] : []), ...lines.map((line) => h('p', line))]);
}

function fontText({ name, licence, licenceName }: FontCredit): string {
  if (!licence) return name;
  return `${name}: ${licenceName ? `${licenceName} ` : ''}(META-INF/${licence})`;
}

/** The cover as the first page. */
export function coverPage(book: Book, terms: Terms, { item, alt }: Cover): TextFile {
  const image = h('img', { src: item.href, alt, role: 'doc-cover' });
  return page(book, 'cover.xhtml', terms.cover, 'frontmatter', [
    h('section', { 'epub:type': 'cover', ariaLabel: terms.cover, className: ['cover'] }, image),
  ]);
}

function page(book: Book, name: string, title: string, matter: string, content: ElementContent[]): TextFile {
  return { name, title, language: book.language, direction: progressionOf(book), matter, content };
}

/** People on a line: authors by their names alone, others after what they did. */
function creatorLine({ phrase, names }: CreatorLine): ElementContent {
  return h('p', { className: [phrase ? 'credit' : 'author'] }, phrase ? `${phrase} ${names}` : names);
}

function seriesText(series: NonNullable<Book['series']>): string {
  return series.number ? `${series.name}, ${series.number}` : series.name;
}
