import type { Candidate } from './candidates.js';
import { asNumber, type Label } from './label.js';

/** A note that looks for its call. */
export interface Entry {
  readonly label: Label;
  /** Calls stand between these offsets of the source. */
  readonly after: number;
  readonly before: number;
}

export interface Assignment {
  readonly candidate: Candidate;
  /** 0–1. */
  readonly confidence: number;
}

/** What a note without a call costs; a candidate that costs more is none. */
const MISSING = 5;
/** Extra cost of a form in which the other calls of the series are not printed. */
const STRANGE = 1.6;
/** How sure a number between spaces is where nothing else speaks for it. */
const CHANCE = 0.4;
const CONFIDENCE: Readonly<Record<string, number>> = {
  bracket: 0.99,
  brace: 0.98,
  superscript: 0.99,
  symbol: 0.97,
  glued: 0.95,
  parenthesis: 0.9,
  'own-line': 0.85,
  year: 0.9,
  spaced: 0.75,
};

/**
 * Finds the one assignment of calls to notes that costs least: calls rise through the text in the order of the
 * notes, and a note may stay without a call. A dynamic programme over notes and candidates with a Fenwick tree of
 * least costs by position: O(candidates × log).
 */
export function align(
  entries: readonly Entry[],
  candidates: readonly Candidate[],
): (Assignment | undefined)[] {
  const first = bestPath(entries, candidates, () => 0);
  const form = dominantForm(first);
  const extra = (candidate: Candidate) => (form === undefined || kin(candidate.form) === form ? 0 : STRANGE);
  const path = bestPath(entries, candidates, extra);
  const placed = path.filter((one) => one !== undefined).length;
  const byLabel = groupByLabel(candidates);
  const share = placed / entries.length;
  const certain = path.filter((one) => one && one.form !== 'spaced' && !isDoubtful(one));
  const sure = certain.length;
  // A number between spaces is a call where it fills a gap among sure ones, or where all are printed so.
  const isGap = sure >= 2 && sure >= entries.length * 0.6;
  const areDigits = certain.every((one) => kin(one!.form) === 'digits');
  const isHabit = sure === 0 && placed >= 4 && share >= 0.9;
  const windows = windowsOf(entries, path);
  const halves = wholeRuns(path);
  return path.map((candidate, index) => {
    if (!candidate) return undefined;
    const own = costOf(candidate, entries[index]!) + extra(candidate);
    const { from, to } = windows[index]!;
    const rivals = (byLabel.get(keyOf(entries[index]!.label.text)) ?? []).filter(
      (one) =>
        (one.start !== candidate.start || one.text !== candidate.text) &&
        one.position > from &&
        one.position < to &&
        costOf(one, entries[index]!) + extra(one) <= own + 0.35,
    );
    const isChance =
      (candidate.form === 'spaced' && !(isGap && areDigits) && !isHabit) || (isDoubtful(candidate) && !isGap);
    const isHalved = candidate.halfOf !== undefined && !halves.has(candidate.halfOf);
    const isStrange = extra(candidate) > 0 && !(isGap && candidate.form === 'spaced');
    const confidence = confidenceOf(candidate, own, rivals.length, share, isStrange);
    return { candidate, confidence: isChance || isHalved ? Math.min(confidence, CHANCE) : confidence };
  });
}

/** A raised number that may be a power. */
const isDoubtful = ({ form, cost }: Candidate) => form === 'superscript' && cost > STRANGE;

/** Where the runs of digits begin of which both halves are calls. */
function wholeRuns(path: readonly (Candidate | undefined)[]): ReadonlySet<number> {
  const once = new Set<number>();
  const twice = new Set<number>();
  for (const one of path) {
    if (one?.halfOf === undefined) continue;
    (once.has(one.halfOf) ? twice : once).add(one.halfOf);
  }
  return twice;
}

/** Between which offsets the call of each note must stand, given its neighbours. */
function windowsOf(
  entries: readonly Entry[],
  path: readonly (Candidate | undefined)[],
): { from: number; to: number }[] {
  const windows = entries.map(({ after, before }) => ({ from: after, to: before }));
  let last = Number.NEGATIVE_INFINITY;
  path.forEach((one, at) => {
    windows[at]!.from = Math.max(windows[at]!.from, last);
    if (one) last = one.position;
  });
  let next = Number.POSITIVE_INFINITY;
  for (let at = path.length - 1; at >= 0; at--) {
    windows[at]!.to = Math.min(windows[at]!.to, next);
    next = path[at]?.position ?? next;
  }
  return windows;
}

/** Glued digits, years with digits and digits on their own line are one way of printing: a lost superscript. */
function kin(form: string): string {
  return /^(?:glued|year|own-line|spaced)$/.test(form) ? 'digits' : form;
}

function dominantForm(path: readonly (Candidate | undefined)[]): string | undefined {
  const counts = new Map<string, number>();
  let all = 0;
  for (const one of path) {
    if (!one) continue;
    all++;
    counts.set(kin(one.form), (counts.get(kin(one.form)) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && all >= 3 && best[1] >= all * 0.6 ? best[0] : undefined;
}

function bestPath(
  entries: readonly Entry[],
  candidates: readonly Candidate[],
  extra: (candidate: Candidate) => number,
): (Candidate | undefined)[] {
  const positions = [...new Set(candidates.map(({ position }) => position))].sort((a, b) => a - b);
  const rank = new Map(positions.map((position, index) => [position, index]));
  const tree = new LeastTree(positions.length);
  const byLabel = groupByLabel(candidates);
  const nodes: Node[] = [];
  let best: Node | undefined;
  let bestTotal = entries.length * MISSING;
  entries.forEach((entry, index) => {
    const own: Node[] = [];
    for (const candidate of byLabel.get(keyOf(entry.label.text)) ?? []) {
      if (candidate.position < entry.after || candidate.position >= entry.before) continue;
      const cost = costOf(candidate, entry) + extra(candidate);
      if (cost >= MISSING) continue;
      const at = rank.get(candidate.position)!;
      const previous = tree.leastBefore(at);
      const base = Math.min(previous?.relative ?? Number.POSITIVE_INFINITY, 0);
      // Costs are kept less the price of all notes up to here, so that skipped notes are paid in the difference.
      const relative = base + cost - MISSING;
      own.push({
        candidate,
        index,
        at,
        relative,
        previous: previous && previous.relative < 0 ? previous : undefined,
      });
    }
    // Only now: a note cannot follow itself.
    for (const node of own) {
      nodes.push(node);
      tree.insert(node);
      const total = node.relative + entries.length * MISSING;
      if (total < bestTotal) {
        bestTotal = total;
        best = node;
      }
    }
  });
  const path = new Array<Candidate | undefined>(entries.length).fill(undefined);
  for (let node = best; node; node = node.previous) path[node.index] = node.candidate;
  return path;
}

interface Node {
  readonly candidate: Candidate;
  readonly index: number;
  readonly at: number;
  readonly relative: number;
  readonly previous: Node | undefined;
}

/** The node of least cost before a position. */
class LeastTree {
  private readonly least: (Node | undefined)[];

  constructor(private readonly size: number) {
    this.least = new Array<Node | undefined>(size + 1).fill(undefined);
  }

  leastBefore(at: number): Node | undefined {
    let found: Node | undefined;
    for (let index = at; index > 0; index -= index & -index) {
      const node = this.least[index];
      if (node && (!found || node.relative < found.relative)) found = node;
    }
    return found;
  }

  insert(node: Node): void {
    for (let index = node.at + 1; index <= this.size; index += index & -index) {
      const there = this.least[index];
      if (!there || node.relative < there.relative) this.least[index] = node;
    }
  }
}

function costOf(candidate: Candidate, entry: Entry): number {
  const { form } = entry.label;
  let { cost } = candidate;
  // Enumerations in brackets are common; they are calls where the notes are printed so too.
  if (candidate.form === 'parenthesis' && form !== 'parenthesis') cost += 2.2;
  if (candidate.form === 'bracket' && form === 'bracket') cost -= 0.05;
  return cost;
}

function confidenceOf(
  candidate: Candidate,
  cost: number,
  rivals: number,
  placed: number,
  strange: boolean,
): number {
  let confidence = CONFIDENCE[candidate.form] ?? 0.9;
  const looksAlike = cost > 0.25;
  if (rivals > 0 && looksAlike) confidence -= 0.3;
  // Where most notes find no call, the few that do may be chance.
  if (placed < 0.5 && looksAlike) confidence -= 0.3;
  if (strange) confidence -= 0.15;
  return Math.max(0, Math.round(confidence * 100) / 100);
}

function groupByLabel(candidates: readonly Candidate[]): ReadonlyMap<string, readonly Candidate[]> {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const key = keyOf(candidate.label);
    const group = groups.get(key);
    if (group) group.push(candidate);
    else groups.set(key, [candidate]);
  }
  return groups;
}

/** `01`, `1` and OCR’s `l` are one label. */
export function keyOf(label: string): string {
  const number = /^[A-Za-z]$/.test(label) ? undefined : asNumber(label);
  return number === undefined ? label : String(number);
}
