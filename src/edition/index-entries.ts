/** A mark of the index. */
export interface IndexMark {
  readonly id: string;
  readonly term: string;
  readonly sub?: string;
}

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
