import { rankOf } from './labels.js';

/** As much of a call as pairing needs. */
export interface PairCall {
  readonly label: string;
  readonly order: number;
}

/** As much of a group of notes as pairing needs: each label stands in it once. */
export interface PairSet<N extends PairCall = PairCall> {
  readonly notes: readonly N[];
  readonly order: number;
  readonly end: number;
}

/** What a step of the assignment costs; only their relation matters. */
const COST = { noSuchNote: 10, groupLeftOut: 10, countsBack: 3, advance: 1, advanceAtHeading: 0 };
/** Above this many steps the groups are dealt out in order, without weighing. */
const MOST_STEPS = 20_000_000;

const countHeadings = (headings: readonly number[], order: number): number => {
  let low = 0;
  let high = headings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (headings[middle]! < order) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Groups that follow one another without a call between them: `1 2 3` and `1 2` at the end of a book. */
function clustersOf<S extends PairSet>(sets: readonly S[], calls: readonly PairCall[]): S[][] {
  const clusters: S[][] = [];
  let at = 0;
  for (const set of sets) {
    let called = clusters.length === 0;
    for (; at < calls.length && calls[at]!.order < set.order; at++) called = true;
    for (; at < calls.length && calls[at]!.order < set.end + 1; at++);
    if (called) clusters.push([set]);
    else clusters.at(-1)!.push(set);
  }
  return clusters;
}

/**
 * Deals calls to groups that stand together: both keep their order, and the least cost decides where one group’s
 * calls end and the next one’s begin. Time and memory: calls × groups.
 */
function deal(calls: readonly PairCall[], sets: readonly PairSet[], headings: readonly number[]): number[] {
  const width = sets.length;
  if (width === 1) return calls.map(() => 0);
  if (calls.length * width > MOST_STEPS) return dealInOrder(calls, sets);
  const labels = sets.map((set) => new Set(set.notes.map((note) => note.label)));
  const came = new Int32Array(calls.length * width);
  // A group that no call reaches would leave all its notes without calls.
  let costs = Float64Array.from(sets, (_, set) => set * COST.groupLeftOut);
  calls.forEach((call, index) => {
    const before = calls[index - 1];
    const fresh = !before || countHeadings(headings, before.order) !== countHeadings(headings, call.order);
    const back = before !== undefined && (rankOf(call.label) ?? 1) < (rankOf(before.label) ?? 1);
    const next = new Float64Array(width);
    let best = Number.POSITIVE_INFINITY;
    let bestSet = 0;
    for (let set = 0; set < width; set++) {
      const stay = costs[set]! + (back ? COST.countsBack : 0);
      const move = before ? best + (fresh ? COST.advanceAtHeading : COST.advance) : Number.POSITIVE_INFINITY;
      const moves = move < stay;
      came[index * width + set] = moves ? bestSet : set;
      next[set] = (moves ? move : stay) + (labels[set]!.has(call.label) ? 0 : COST.noSuchNote);
      best += COST.groupLeftOut;
      if (costs[set]! <= best) {
        best = costs[set]!;
        bestSet = set;
      }
    }
    costs = next;
  });
  const total = (set: number) => costs[set]! + (width - 1 - set) * COST.groupLeftOut;
  let set = sets.reduce((best, _, index) => (total(index) < total(best) ? index : best), 0);
  const dealt = new Array<number>(calls.length);
  for (let index = calls.length - 1; index >= 0; index--) {
    dealt[index] = set;
    set = came[index * width + set]!;
  }
  return dealt;
}

function dealInOrder(calls: readonly PairCall[], sets: readonly PairSet[]): number[] {
  let set = 0;
  return calls.map((call, index) => {
    const before = calls[index - 1];
    const back = before !== undefined && (rankOf(call.label) ?? 1) <= (rankOf(before.label) ?? 1);
    if (back && set < sets.length - 1) set++;
    return set;
  });
}

/**
 * Numbering starts again in a chapter whose calls alone account for all notes of its one list: the calls with the
 * same labels in the chapters before are not calls of these notes.
 */
function lastChapterOf<C extends PairCall>(
  calls: readonly C[],
  set: PairSet,
  headings: readonly number[],
): readonly C[] {
  const last = calls.at(-1);
  if (!last || countHeadings(headings, last.order) !== countHeadings(headings, set.order)) return calls;
  let from = calls.length - 1;
  while (from > 0) {
    const [before, call] = [calls[from - 1]!, calls[from]!];
    const fresh = countHeadings(headings, before.order) !== countHeadings(headings, call.order);
    if (fresh && (rankOf(call.label) ?? 1) <= (rankOf(before.label) ?? 1)) break;
    from--;
  }
  const labels = new Set(calls.slice(from).map((call) => call.label));
  return set.notes.every((note) => labels.has(note.label)) ? calls.slice(from) : calls;
}

/**
 * Finds the note of each call: in the group that follows it, dealt out where several groups follow together, in
 * its own group for a call within a note; elsewhere only if no label comes twice in the whole document.
 *
 * @param calls in reading order
 * @param sets in reading order
 * @param headings reading order of the headings, where numbering may start again
 * @param named labels are names: one that is there once is found wherever it is
 */
export function pair<C extends PairCall, N extends PairCall>(
  calls: readonly C[],
  sets: readonly PairSet<N>[],
  headings: readonly number[],
  named = false,
): Map<C, N> {
  const pairs = new Map<C, N>();
  if (!sets.length) return pairs;
  const byLabel = sets.map((set) => new Map(set.notes.map((note) => [note.label, note])));
  const indexOf = new Map(sets.map((set, index) => [set, index]));
  const everywhere = new Map<string, N[]>();
  for (const set of sets) {
    for (const note of set.notes) {
      const same = everywhere.get(note.label);
      if (same) same.push(note);
      else everywhere.set(note.label, [note]);
    }
  }
  const left: C[] = [];
  let at = 0;
  for (const cluster of clustersOf(sets, calls)) {
    const before: C[] = [];
    for (; at < calls.length && calls[at]!.order < cluster[0]!.order; at++) before.push(calls[at]!);
    // A label that none of the groups has says nothing about where one of them begins.
    const labels = new Set(cluster.flatMap((set) => set.notes.map((note) => note.label)));
    const known = before.filter((call) => labels.has(call.label));
    left.push(...before.filter((call) => !labels.has(call.label)));
    const own = cluster.length === 1 ? lastChapterOf(known, cluster[0]!, headings) : known;
    deal(own, cluster, headings).forEach((set, index) => {
      const note = byLabel[indexOf.get(cluster[set]!)!]!.get(own[index]!.label);
      if (note) pairs.set(own[index]!, note);
      else left.push(own[index]!);
    });
    for (const set of cluster) {
      for (; at < calls.length && calls[at]!.order < set.end + 1; at++) {
        const note = byLabel[indexOf.get(set)!]!.get(calls[at]!.label);
        if (note) pairs.set(calls[at]!, note);
        else left.push(calls[at]!);
      }
    }
  }
  left.push(...calls.slice(at));
  // Where any label comes twice the numbering starts again, and a label alone proves nothing.
  const restarts = [...everywhere.values()].some((same) => same.length > 1);
  if (restarts && !named) return pairs;
  for (const call of left) {
    const same = everywhere.get(call.label);
    if (same?.length === 1) pairs.set(call, same[0]!);
  }
  return pairs;
}
