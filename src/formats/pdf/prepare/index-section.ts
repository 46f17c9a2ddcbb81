import type { Element } from 'hast';
import { h } from 'hastscript';
import type { IndexMark } from './collected.js';
import { FILL } from './fills.js';

/** A term of the index with the marks that lead to it. */
export interface IndexEntry {
  readonly term: string;
  readonly sub?: string;
  /** Anchors, in the order of the text; none for a term that only has subentries. */
  readonly marks: readonly string[];
}

/** Entries sorted by the rules of the language, each term followed by its subentries. */
export function indexEntries(marks: readonly IndexMark[], language: string): IndexEntry[] {
  const terms = new Map<string, { marks: string[]; subs: Map<string, string[]> }>();
  for (const { id, term, sub } of marks) {
    const entry = terms.get(term) ?? { marks: [], subs: new Map<string, string[]>() };
    terms.set(term, entry);
    if (sub) entry.subs.set(sub, [...(entry.subs.get(sub) ?? []), id]);
    else entry.marks.push(id);
  }
  const collator = new Intl.Collator(language, { numeric: true });
  const sorted = <T>(map: ReadonlyMap<string, T>) =>
    [...map].sort(([a], [b]) => collator.compare(a, b) || (a < b ? -1 : 1));
  return sorted(terms).flatMap(([term, { marks, subs }]) => [
    { term, marks },
    ...sorted(subs).map(([sub, own]) => ({ term, sub, marks: own })),
  ]);
}

/** The index as text: entries with the fills that their pages come to stand in, a gap before each new letter. */
export function indexText(entries: readonly IndexEntry[], language: string): Element[] {
  const collator = new Intl.Collator(language, { sensitivity: 'base' });
  let before = '';
  return entries.map(({ term, sub, marks }, i) => {
    const initial = [...term][0] ?? '';
    const opens = !sub && i > 0 && collator.compare(initial, before) !== 0;
    if (!sub) before = initial;
    const pages = marks.length
      ? [', ', h('span.index-pages', { dataFill: FILL.index(i) }, placeholder(marks.length))]
      : [];
    const className = [sub ? 'sub' : '', opens ? 'opens' : ''].filter(Boolean);
    return h('p.index-entry', { className, dataGuide: sub ? undefined : term }, [sub ?? term, ...pages]);
  });
}

const placeholder = (marks: number) => Array.from({ length: marks }, () => '000').join(', ');
