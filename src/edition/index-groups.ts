import { icuLocale } from '../config/icu-locale.js';
import { filedAs, type IndexEntry } from './index-entries.js';

/** The entries of an index that begin with one letter, subentries after their terms. */
export interface IndexGroup {
  /** The letter as a heading: “A”, “Э”, `#` for figures and signs; absent for Chinese characters, which are no letters. */
  readonly letter?: string;
  readonly entries: readonly IndexEntry[];
}

/** Divides sorted entries by their first letters, as the language counts letters: Ä is A in German, not in Swedish. */
export function indexGroups(entries: readonly IndexEntry[], language: string): IndexGroup[] {
  const collator = new Intl.Collator(icuLocale(language), { sensitivity: 'base' });
  const isSame = (a: string | undefined, b: string | undefined) =>
    a === b || (a !== undefined && b !== undefined && a !== '#' && b !== '#' && collator.compare(a, b) === 0);
  const groups: { letter?: string; entries: IndexEntry[] }[] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    const letter = letterOf(entry.term, language, collator);
    // Under a term stand its subentries, whatever they begin with.
    if (last && (entry.sub !== undefined || isSame(last.letter, letter))) last.entries.push(entry);
    else groups.push({ ...(letter !== undefined && { letter }), entries: [entry] });
  }
  return groups;
}

function letterOf(term: string, language: string, collator: Intl.Collator): string | undefined {
  const initial = [...filedAs(term)][0] ?? '';
  if (/\p{Script=Han}/u.test(initial)) return undefined;
  if (!/\p{L}/u.test(initial)) return '#';
  const bare = [...initial.normalize('NFD')][0]!;
  return (collator.compare(bare, initial) === 0 ? bare : initial).toLocaleUpperCase(language);
}
