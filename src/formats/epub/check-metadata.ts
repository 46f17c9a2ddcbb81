import type { Book } from '../../config/book.js';
import { sortName } from '../../config/roles.js';
import type { Edition } from '../../edition/edition.js';
import type { Message } from '../../report/report.js';
import { identifierFrom } from './identifier.js';

/** What catalogues ask for, and why; a row here is all that another key needs. */
const WANTED: readonly [key: keyof Book, why: string][] = [
  ['creators', 'who wrote it'],
  ['description', 'the paragraph that readers choose by'],
  ['subjects', 'the shelves it stands on'],
  ['publisher', 'who answers for it'],
  ['date', 'the year it is catalogued under'],
  ['rights', 'what one may do with it'],
];

/** Tells what a shop or a library would still miss in the metadata of a book. Nothing of it stands in the way of a build. */
export function checkMetadata({ book }: Edition): Message[] {
  const messages: Message[] = [];
  const tell = ({ severity, ...detail }: Message, key?: keyof Book) => {
    const known = key && book[key] !== undefined ? book.locate?.([key], 'value', detail) : undefined;
    const place = book.configPath === undefined ? {} : { place: { path: book.configPath } };
    messages.push({ severity, ...(known ?? { ...detail, ...place }) });
  };

  const missing = WANTED.filter(([key]) => isEmpty(book[key]));
  if (missing.length > 0)
    tell({
      severity: 'info',
      code: 'metadata-missing',
      reason: `A shop or a library would miss: ${missing.map(([key]) => key).join(', ')}`,
      note: `In book.yaml: ${missing.map(([key, why]) => `“${key}”, ${why}`).join('; ')}.`,
    });
  if (!isStated(book, 'language'))
    tell({
      severity: 'info',
      code: 'language-assumed',
      reason: 'The language of the book is not stated, and taken to be English',
      note: 'Give “language”, such as en, fr or pt-BR: hyphens, quotation marks, voices and shops go by it.',
    });
  const { scheme, value } = identifierFrom(book.identifier);
  if (scheme === 'other' && /^(isbn|97[89])|^[\d -]{9,17}[\dxX]?$/i.test(value))
    tell(
      {
        severity: 'warning',
        code: 'isbn-wrong',
        reason: `The identifier “${value}” looks like an ISBN, but its check digit is wrong`,
        note: 'Compare it with the one that the agency gave.',
      },
      'identifier',
    );
  else if (scheme !== 'isbn')
    tell({
      severity: 'info',
      code: 'isbn-missing',
      reason: 'The book has no ISBN',
      note: 'Some shops ask for one; give it as “identifier”. Each edition for sale needs its own.',
    });
  const guessed = book.creators.filter(
    ({ name, sort }) => !sort && /\s/.test(name.trim()) && !name.includes(','),
  );
  if (guessed.length > 0)
    tell(
      {
        severity: 'info',
        code: 'sort-name-guessed',
        reason: `Sort names are guessed: ${guessed.map((creator) => `“${sortName(creator)}”`).join(', ')}`,
        note: 'Where one is wrong, give it as “sort”.',
      },
      'creators',
    );
  if (book.cover && !book.cover.alt)
    tell(
      {
        severity: 'info',
        code: 'cover-without-alt',
        reason: 'The cover has no description',
        note: 'Give “cover” an “alt” that says what it shows.',
      },
      'cover',
    );
  messages.push(...withoutPages(book));
  return messages;
}

/** Whether a key with a default stands in the book’s own file, where it takes as many characters as it has. */
function isStated({ locate }: Book, key: keyof Book): boolean {
  const place = locate?.([key], 'key', { code: '', reason: '' }).place;
  return (
    place === undefined ||
    (place.endLine === place.line && (place.endColumn ?? 0) - (place.column ?? 0) === key.length)
  );
}

/** An EPUB beside a PDF can have its page numbers, and then should (EPUB Accessibility 1.1). */
function withoutPages({ editions, configPath }: Book): Message[] {
  const names = Object.keys(editions);
  const printed = names.find((name) => editions[name]!.format === 'pdf');
  const epub = names.find((name) => {
    const edition = editions[name]!;
    return edition.format === 'epub' && edition.pageList === undefined;
  });
  if (printed === undefined || epub === undefined || configPath === undefined) return [];
  return [
    {
      severity: 'info',
      code: 'page-list-missing',
      reason: `The EPUB “${epub}” has no page numbers, though there is a PDF`,
      place: { path: configPath },
      note: `With “pageList: ${printed}” readers of both can cite the same pages.`,
    },
  ];
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}
