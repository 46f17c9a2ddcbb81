import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { icuLocale } from '../config/icu-locale.js';

/** A mark of the index. */
export interface IndexMark {
  readonly id: string;
  readonly term: string;
  readonly sub?: string;
  /** An end of a passage. */
  readonly range?: 'start' | 'end';
  /** An entry to look in instead: the place itself counts for nothing. */
  readonly see?: string;
  /** An entry to look in, too. */
  readonly also?: string;
}

/** What a `span.index-mark` says. */
export function indexMarkOf(element: Element): IndexMark {
  const { id, dataTerm, dataSub, dataRange, dataSee, dataAlso } = element.properties;
  return {
    id: String(id),
    term: String(dataTerm ?? textOf(element)),
    ...(dataSub ? { sub: String(dataSub) } : {}),
    ...(dataRange === 'start' || dataRange === 'end' ? { range: dataRange } : {}),
    ...(dataSee ? { see: String(dataSee) } : {}),
    ...(dataAlso ? { also: String(dataAlso) } : {}),
  };
}

/** A place that an entry leads to: an anchor, or all from one to another. */
export interface IndexPlace {
  readonly from: string;
  readonly to: string;
}

/** A term of the index with the marks that lead to it. */
export interface IndexEntry {
  readonly term: string;
  readonly sub?: string;
  /** In the order of the text; none for a term that only has subentries, or leads to another. */
  readonly marks: readonly IndexPlace[];
  /** Entries to look in instead, and entries to look in as well. */
  readonly see: readonly string[];
  readonly also: readonly string[];
}

/** Entries sorted by the rules of the language, each term followed by its subentries. */
export function indexEntries(marks: readonly IndexMark[], language: string): IndexEntry[] {
  const terms = new Map<string, Map<string, IndexMark[]>>();
  for (const mark of marks) {
    const subs = terms.get(mark.term) ?? new Map<string, IndexMark[]>([['', []]]);
    terms.set(mark.term, subs);
    const sub = mark.sub ?? '';
    subs.set(sub, [...(subs.get(sub) ?? []), mark]);
  }
  const collator = new Intl.Collator(icuLocale(language), { numeric: true });
  const sorted = <T>(map: ReadonlyMap<string, T>) =>
    [...map].sort(
      ([a], [b]) => collator.compare(filedAs(a), filedAs(b)) || collator.compare(a, b) || (a < b ? -1 : 1),
    );
  const named = (of: readonly IndexMark[], key: 'see' | 'also') =>
    [...new Set(of.flatMap((mark) => mark[key] ?? []))].sort(collator.compare);
  return sorted(terms).flatMap(([term, subs]) =>
    // The term itself has the empty name, which sorts first.
    sorted(subs).map(([sub, own]) => ({
      term,
      ...(sub ? { sub } : {}),
      marks: placesOf(own),
      see: named(own, 'see'),
      also: named(own, 'also'),
    })),
  );
}

/** What an entry is called from elsewhere: “Fish, pike”. */
export function entryName({ term, sub }: Pick<IndexEntry, 'term' | 'sub'>): string {
  return sub === undefined ? term : `${term}, ${sub}`;
}

/** What a term is sorted by: marks before its first letter or figure count for nothing. */
export function filedAs(term: string): string {
  return term.replace(/^[\p{Pi}\p{Pf}\p{Ps}\p{Pe}\p{Pd}\p{Z}"'.…¿¡]+(?=.)/u, '');
}

/** Joins the two ends of each passage; an end without its fellow is a place like any other. */
function placesOf(marks: readonly IndexMark[]): IndexPlace[] {
  const places: { from: string; to: string; open: boolean }[] = [];
  for (const { id, range, see, also } of marks) {
    if (see || also) continue;
    const open = range === 'end' ? places.findLast((place) => place.open) : undefined;
    if (open) {
      open.to = id;
      open.open = false;
    } else places.push({ from: id, to: id, open: range === 'start' });
  }
  return places.map(({ from, to }) => ({ from, to }));
}

/** The entry that “see Fish” or “see Fish, pike” leads to, whatever its capitals. */
export function referredEntry(name: string, entries: readonly IndexEntry[]): IndexEntry | undefined {
  const loose = (text: string) =>
    text
      .toLowerCase()
      .replace(/[\s\p{P}]+/gu, ' ')
      .trim();
  return (
    entries.find((entry) => entryName(entry) === name) ??
    entries.find((entry) => loose(entryName(entry)) === loose(name))
  );
}
