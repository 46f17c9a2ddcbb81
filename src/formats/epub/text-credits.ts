import type { Terms } from '../../config/terms.js';
import { creatorLines } from '../../edition/creator-lines.js';
import type { CleanedSource, Credit, Edition } from '../../edition/edition.js';

/** What is known of one text of a book beside what is known of the whole. */
export interface TextCredit {
  readonly title: string;
  readonly lines: readonly string[];
}

/** The texts of a book that say of themselves who wrote them or where they come from; a file counts once. */
export function textCredits({ book, sections }: Edition, terms: Terms): TextCredit[] {
  const known = new Set([book.source, book.rights, ...namesOf(book.creators, book.language)]);
  const seen = new Set<string>();
  return sections.flatMap(({ path, title, credit, language = book.language }) => {
    if (seen.has(path)) return [];
    seen.add(path);
    const own = [...namesOf(credit.creators ?? [], language), credit.source, credit.rights].filter(
      (line): line is string => line !== undefined && !known.has(line),
    );
    const lines = [...own, ...(credit.cleaned ?? []).map((source) => cleaning(source, terms))];
    return lines.length > 0 ? [{ title: title.text, lines: withPages(lines, credit) }] : [];
  });
}

function namesOf(creators: NonNullable<Credit['creators']>, language: string): string[] {
  return creatorLines(creators, language).map(({ phrase, names }) => (phrase ? `${phrase} ${names}` : names));
}

function withPages(lines: readonly string[], { source, pages }: Credit): string[] {
  return lines.map((line) => (line === source && pages ? `${line}, ${pages}` : line));
}

/** Provenance in a line: the raw file, the sum by which it can be known again, and how much was done to it. */
function cleaning({ file, sha256, removed, changed, unplaced }: CleanedSource, terms: Terms): string {
  const counts = [
    [terms.removals, removed],
    [terms.changes, changed],
    [terms.unplacedNotes, unplaced || undefined],
  ].flatMap(([name, count]) => (count === undefined ? [] : [`${name}: ${count}`]));
  return [`${terms.madeFrom} ${file}${sha256 ? ` (SHA-256 ${sha256})` : ''}`, ...counts].join('; ');
}
