import { groupBy } from './group-by.js';
import { rankOf } from './labels.js';
import type { Call, Candidate, Found, NoteSet } from './model.js';
import { pair } from './pairing.js';

/**
 * The share of its notes that must have a call before a group counts as notes, by form and standing. Above 1:
 * never.
 */
export type Evidence = Readonly<Record<NoteSet['form'], Readonly<Record<NoteSet['standing'], number>>>>;

/** For marks that are seldom anything but a call: `[1]`, `¹`, `1*`. */
export const PLAIN: Evidence = {
  marked: { headed: 0.01, ruled: 0.01, closing: 0.3, loose: 0.5 },
  listed: { headed: 0.3, ruled: 0.5, closing: 0.6, loose: 2 },
};

/** For marks that prose uses for much else: `(1)`. */
export const STRICT: Evidence = {
  marked: { headed: 0.01, ruled: 0.5, closing: 0.6, loose: 0.8 },
  listed: { headed: 0.5, ruled: 0.8, closing: 1, loose: 2 },
};

/** For `* text`, which is a plain list unless every item has its call. */
export const EVERY_ITEM: Evidence = {
  marked: { headed: 0.01, ruled: 0.01, closing: 0.3, loose: 0.5 },
  listed: { headed: 1, ruled: 1, closing: 1, loose: 1 },
};

/** For marks that are written for notes and nothing else: definitions are notes without any call. */
export const EXPLICIT: Evidence = {
  marked: { headed: 0, ruled: 0.01, closing: 0.01, loose: 0.01 },
  listed: { headed: 2, ruled: 2, closing: 2, loose: 2 },
};

/** For a convention that the options force: whatever a call pairs with is a note. */
const FORCED: Evidence = {
  marked: { headed: 0.01, ruled: 0.01, closing: 0.01, loose: 0.01 },
  listed: { headed: 0.01, ruled: 0.01, closing: 0.01, loose: 0.01 },
};

export interface Settled {
  readonly sets: readonly NoteSet[];
  readonly pairs: ReadonlyMap<Call, Candidate>;
  /** Marks among the calls that look like calls and have no note. */
  readonly orphans: readonly Call[];
  /** Calls whose label was read as another because a gap in the sequence proves it. */
  readonly repaired: ReadonlySet<Call>;
}

/** Keeps the groups that enough calls vouch for; a group rejected gives its calls back to the others. */
function accept(
  calls: readonly Call[],
  sets: readonly NoteSet[],
  headings: readonly number[],
  evidence: Evidence,
  named: boolean,
): { sets: readonly NoteSet[]; pairs: Map<Call, Candidate> } {
  let kept = sets;
  for (;;) {
    const pairs = pair(calls, kept, headings, named);
    const called = new Set<Candidate>();
    for (const [call, note] of pairs) {
      // Numbered paragraphs name one another; only a text outside them makes notes of them.
      const own = setAt(kept, call.order);
      if (own ? own !== setAt(kept, note.order) : call.order < note.order) called.add(note);
    }
    const rejected = new Set(
      kept.filter((set) => {
        const share = set.notes.filter((note) => called.has(note)).length / set.notes.length;
        return share < evidence[set.form][set.standing];
      }),
    );
    if (!rejected.size) return { sets: kept, pairs };
    // Items of one list are all notes or none.
    const lists = new Set([...rejected].filter((set) => set.form === 'listed').flatMap((set) => set.blocks));
    kept = kept.filter((set) => !rejected.has(set) && !set.blocks.some((block) => lists.has(block)));
  }
}

/** The group that a place in the text lies in. */
const setAt = (sets: readonly NoteSet[], order: number): NoteSet | undefined => {
  let low = 0;
  let high = sets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sets[middle]!.end + 1 <= order) low = middle + 1;
    else high = middle;
  }
  const set = sets[low];
  return set && set.order <= order ? set : undefined;
};

const isSure = (set: NoteSet): boolean => set.form === 'marked' || set.standing === 'headed';

/** `[l]` between `[10]` and `[12]`, where the notes have an 11 that nothing calls, is 11. */
function repair(found: Found, sets: readonly NoteSet[], pairs: Map<Call, Candidate>): Set<Call> {
  const repaired = new Set<Call>();
  if (!found.doubtful?.length) return repaired;
  const callOf = new Map<Candidate, Call>();
  for (const [call, note] of pairs) if (!callOf.has(note)) callOf.set(note, call);
  const taken = new Set([...pairs.keys()].map((call) => call.order));
  const free = found.doubtful.filter((call) => !taken.has(call.order));
  const byLabel = groupBy(free, (call) => call.label);
  for (const { notes } of sets) {
    notes.forEach((note, index) => {
      if (callOf.has(note) || rankOf(note.label) === undefined) return;
      const before = callOf.get(notes[index - 1]!);
      const after = callOf.get(notes[index + 1]!);
      if ((index > 0 && !before) || (!before && !after)) return;
      const from = before?.order ?? Number.NEGATIVE_INFINITY;
      const to = after?.order ?? note.order;
      const between = (byLabel.get(note.label) ?? []).filter((call) => call.order > from && call.order < to);
      if (between.length !== 1) return;
      pairs.set(between[0]!, note);
      callOf.set(note, between[0]!);
      repaired.add(between[0]!);
    });
  }
  return repaired;
}

/** Two notes with one label in one list: where their calls come twice as well, each has its own. */
function shareOutDoubles(sets: readonly NoteSet[], pairs: Map<Call, Candidate>): void {
  const callsOf = new Map(
    [...groupBy(pairs, ([, note]) => note)].map(([note, own]) => [note, own.map(([call]) => call)]),
  );
  sets.forEach((set, index) => {
    const before = sets[index - 1];
    if (!before || set.order > before.end + 2) return;
    const earlier = new Map(before.notes.map((note) => [note.label, note]));
    for (const note of set.notes) {
      const same = earlier.get(note.label);
      const both = same && (callsOf.get(same) ? !callsOf.has(note) : callsOf.has(note));
      const calls = callsOf.get(same!) ?? callsOf.get(note);
      if (!both || !calls || calls.length < 2) continue;
      const [first, ...rest] = calls;
      callsOf.set(same, [first!]);
      callsOf.set(note, rest);
      pairs.set(first!, same);
      for (const call of rest) pairs.set(call, note);
    }
  });
}

/** Marks without a note whose label fits among those of the calls that have one, or comes `beyond` them. */
function orphansAmong(calls: readonly Call[], pairs: ReadonlyMap<Call, Candidate>, beyond: number): Call[] {
  const ranks = [...pairs.keys()].flatMap((call) => rankOf(call.label) ?? []);
  const most = ranks.reduce((a, b) => Math.max(a, b), 0);
  return calls.filter((call) => {
    const rank = rankOf(call.label);
    return !pairs.has(call) && pairs.size > 0 && rank !== undefined && rank <= most + beyond;
  });
}

/**
 * Decides which blocks are notes and which marks are their calls.
 *
 * @param options.explicit the marks are written for notes and nothing else
 * @param options.forced a person said that the document has this convention
 */
export function settle(
  found: Found,
  headings: readonly number[],
  evidence: Evidence,
  options: { readonly explicit?: boolean; readonly forced?: boolean } = {},
): Settled {
  const asked = options.forced ? FORCED : evidence;
  const named = options.explicit ?? false;
  const sure = accept(found.calls, found.sets.filter(isSure), headings, asked, named);
  const open = found.calls.filter((call) => !sure.pairs.has(call));
  const rest = accept(
    open,
    found.sets.filter((set) => !isSure(set)),
    headings,
    asked,
    named,
  );
  const sets = [...sure.sets, ...rest.sets].sort((a, b) => a.order - b.order);
  const pairs = new Map([...sure.pairs, ...rest.pairs].sort(([a], [b]) => a.order - b.order));
  shareOutDoubles(sets, pairs);
  const repaired = repair(found, sets, pairs);
  const read = new Set([...repaired].map((call) => call.order));
  const orphans = options.explicit
    ? found.calls.filter((call) => !pairs.has(call))
    : orphansAmong(found.calls, pairs, evidence === STRICT ? 0 : 1).filter((call) => !read.has(call.order));
  return { sets, pairs, orphans, repaired };
}
