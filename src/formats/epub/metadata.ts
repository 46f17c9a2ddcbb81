import type { Book } from '../../config/book.js';
import { MARC, sortName } from '../../config/roles.js';
import { directionOf } from '../../edition/direction.js';
import type { Accessibility } from './accessibility.js';
import { identifierFrom } from './identifier.js';

/** One element of the package’s metadata; the template writes it. */
export interface Entry {
  /** `dc:title`, or `meta` with a property. */
  readonly name: string;
  readonly value: string;
  readonly id?: string;
  readonly property?: string;
  readonly language?: string;
  readonly refines?: readonly {
    readonly property: string;
    readonly scheme?: string;
    readonly value: string;
  }[];
}

export interface MetadataInput {
  readonly book: Book;
  readonly modified: Date;
  /** Of the files, the book’s own first, each once. */
  readonly languages: readonly string[];
  readonly accessibility: Accessibility;
  /** What the page-list’s numbers belong to; absent without a page-list. */
  readonly pageSource?: string;
}

/** The metadata of the package, in the order in which they are written. */
export function metadataOf({ book, modified, languages, accessibility, pageSource }: MetadataInput): Entry[] {
  const identifier = identifierFrom(book.identifier);
  const meta = (property: string, value: string): Entry => ({ name: 'meta', property, value });
  const entries: (Entry | false | undefined)[] = [
    {
      name: 'dc:identifier',
      id: 'id',
      value: identifier.value,
      ...(identifier.scheme === 'isbn' && {
        refines: [{ property: 'identifier-type', scheme: 'onix:codelist5', value: '15' }],
      }),
    },
    {
      name: 'dc:title',
      id: 'title',
      value: book.title,
      refines: [{ property: 'title-type', value: 'main' }, ...(book.subtitle ? [sequence(1)] : [])],
    },
    book.subtitle !== undefined && {
      name: 'dc:title',
      id: 'subtitle',
      value: book.subtitle,
      refines: [{ property: 'title-type', value: 'subtitle' }, sequence(2)],
    },
    ...languages.map((value) => ({ name: 'dc:language', value })),
    ...book.creators.map(
      (creator, i): Entry => ({
        name: creator.role === 'author' ? 'dc:creator' : 'dc:contributor',
        id: `creator-${i + 1}`,
        value: creator.name,
        refines: [
          { property: 'role', scheme: 'marc:relators', value: MARC[creator.role] },
          { property: 'file-as', value: sortName(creator) },
          sequence(i + 1),
        ],
      }),
    ),
    plain('dc:publisher', book.publisher),
    plain('dc:date', book.date),
    plain('dc:rights', book.rights),
    plain('dc:description', book.description),
    ...book.subjects.map((subject) => plain('dc:subject', subject)),
    book.source !== undefined && {
      name: 'dc:source',
      id: 'source',
      value: book.source,
      ...(pageSource === book.source && { refines: [{ property: 'source-of', value: 'pagination' }] }),
    },
    pageSource !== undefined &&
      pageSource !== book.source && {
        name: 'dc:source',
        id: 'pages',
        value: pageSource,
        refines: [{ property: 'source-of', value: 'pagination' }],
      },
    book.series && {
      name: 'meta',
      id: 'series',
      property: 'belongs-to-collection',
      value: book.series.name,
      refines: [
        { property: 'collection-type', value: 'series' },
        ...(book.series.number ? [{ property: 'group-position', value: book.series.number }] : []),
      ],
    },
    book.edition !== undefined && meta('schema:bookEdition', book.edition),
    meta('dcterms:modified', `${modified.toISOString().slice(0, 19)}Z`),
    pageSource !== undefined && meta('pageBreakSource', pageSource),
    ...accessibility.accessMode.map((value) => meta('schema:accessMode', value)),
    ...accessibility.accessModeSufficient.map((value) => meta('schema:accessModeSufficient', value)),
    ...accessibility.accessibilityFeature.map((value) => meta('schema:accessibilityFeature', value)),
    ...accessibility.accessibilityHazard.map((value) => meta('schema:accessibilityHazard', value)),
    { ...meta('schema:accessibilitySummary', accessibility.accessibilitySummary), language: 'en' },
  ];
  return entries.filter((entry) => entry !== false && entry !== undefined);
}

/** Which way pages turn. */
export function progressionOf(book: Book): 'ltr' | 'rtl' {
  return book.direction ?? directionOf(book.language);
}

function sequence(number: number) {
  return { property: 'display-seq', value: String(number) };
}

function plain(name: string, value: string | undefined): Entry | undefined {
  return value === undefined ? undefined : { name, value };
}
