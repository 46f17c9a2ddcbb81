import { creatorLines } from '../../edition/creator-lines.js';
import type { Credit } from '../../edition/edition.js';

/** A date as people read it: of `2024-05-01` the year, anything else as it is written. */
export function yearOf(date: string | undefined): string | undefined {
  return date && /^\d{4}-\d{2}/.test(date) ? date.slice(0, 4) : date;
}

/** The authors of a text; where there are none, the first others with what they did: `Translated by A. Marsh`. */
export function authorsOf({ creators = [] }: Credit, language: string): string | undefined {
  const [first] = creatorLines(creators, language);
  return first && [first.phrase, first.names].filter(Boolean).join(' ');
}

/** Translators, editors and others beside the authors, a line each. */
export function othersOf({ creators = [] }: Credit, language: string): string[] {
  return creatorLines(creators, language)
    .slice(1)
    .map(({ phrase, names }) => [phrase, names].filter(Boolean).join(' '));
}

/** Authors and year, as the contents name them. */
export function authorAndYear(credit: Credit, language: string): string {
  return [authorsOf(credit, language), yearOf(credit.date)].filter(Boolean).join(', ');
}

export function hasCredit({ creators, source, rights, date, pages }: Credit): boolean {
  return Boolean(creators?.length || source || rights || date || pages);
}
