import type { BreakInput, BreakSettings, BrokenPage, NotePosition } from './break-input.js';
import { type Fit, fitNotes, fitSomeNotes } from './fit-notes.js';
import { Looseness, MOST_RESET, resetOn } from './looseness.js';

/** What measured heights may be off by, in pixels; a box that is half a pixel too high goes overleaf when it is printed. */
const ROUNDING = 0.1;

/** What a fault costs. Only the relations matter. */
const COST = {
  /** A page a line shorter than the one it faces; grows with the square of the lines. */
  uneven: 600,
  /** A page without notes that is a line short, though level with the one it faces. */
  short: 12,
  /** A line of white above the notes. */
  gap: 30,
  /** A note that goes on overleaf, and one of which a single line stays or goes. */
  split: 200,
  splitLine: 400,
  /** Each note that stands below one that goes on overleaf. */
  crowded: 4000,
  /** A page that begins with the rest of a note. */
  carried: 120,
  /** Notes only, or nearly. */
  notesOnly: 2500,
  /** The last page holds fewer than five lines: for each that is missing. */
  scant: 400,
  /** A way that is dearer by this than another one to the same line is given up. */
  hopeless: 6000,
  /** No lawful page end fits; nothing fits. */
  unlawful: 1e6,
  tooTall: 1e8,
} as const;

interface State {
  readonly line: number;
  /** Notes that earlier lines have called and that are not complete, in their order. */
  readonly pending: readonly NotePosition[];
  /** The same in a word. */
  readonly pendingKey: string;
  /** How many lines these have still to place. */
  readonly remaining: number;
  readonly recto: boolean;
  /** By how many lines the verso before this recto is short. */
  readonly left: number;
  readonly cost: number;
  readonly page: (Omit<BrokenPage, 'reset'> & { readonly by: number }) | undefined;
  readonly previous: State | undefined;
}

/** A page that can follow a state: up to this line, with notes as they fit. */
interface Way {
  readonly end: number;
  readonly fit: Fit;
  readonly body: number;
  readonly lawful: boolean;
  /** It fills the page well enough. */
  readonly full: boolean;
  /** Lines won or saved, and what that costs. */
  readonly by: number;
  readonly cost: number;
}

/** The part of a page that is filled by one that is worth a thought where there are others. */
const FULL = 0.72;
const isGood = ({ lawful, full, fit }: Way) => lawful && full && fit.crowd === 0;

/** How many pages on which notes are crowded are tried where there is no better one. */
const CROWDED_WAYS = 3;
/** How many states with crowded notes are kept of a line: the ways to share out pages among notes are without number. */
const CROWDED_STATES = 6;
/** What a line of notes still to place may cost, where such states are compared. */
const REMAINING = 60;
const NONE: Fit = { parts: [], pending: [], height: 0, crowd: 0 };

/**
 * Breaks a run of text into pages, all its page ends at once: the least cost over all lawful ways, found by
 * dynamic programming. A state is where text and notes have come to; every page moves one of them on.
 */
export function breakPages(input: BreakInput, settings: BreakSettings): readonly BrokenPage[] {
  return breakPagesAtCost(input, settings).pages;
}

/** The same, with what the pages cost. */
export function breakPagesAtCost(
  input: BreakInput,
  settings: BreakSettings,
): { pages: readonly BrokenPage[]; cost: number } {
  const { lines, notes } = input;
  const { height: full, leading, gap } = settings;
  const loose = input.loose ?? [];
  const count = lines.length;
  // Number of notes that the lines before each line have called.
  const calledBy = new Int32Array(count + 1);
  for (let k = 0, n = 0; k <= count; k++) {
    while (n < notes.length && notes[n]!.line < k) n++;
    calledBy[k] = n;
  }
  const states: Map<string, State>[] = Array.from({ length: count + 1 }, () => new Map());
  const pendingKeys = new Map<readonly NotePosition[], string>([[NONE.pending, '']]);
  const pendingKeyOf = (pending: readonly NotePosition[]) => {
    let key = pendingKeys.get(pending);
    if (key === undefined) {
      key = pending.reduce((before, { note, line }) => `${before} ${note}:${line}`, '');
      pendingKeys.set(pending, key);
    }
    return key;
  };
  /** The key of a state among those of its line; states that differ in nothing that is to come share it. */
  const keyOf = (pending: string, recto: boolean, left: number) => `${recto ? 'r' : 'v'}${left}${pending}`;
  const isRecto = settings.side === 'recto';
  states[0]!.set(keyOf('', isRecto, 0), {
    line: 0,
    pending: NONE.pending,
    pendingKey: '',
    remaining: 0,
    recto: isRecto,
    left: 0,
    cost: 0,
    page: undefined,
    previous: undefined,
  });
  const linesOf = (pixels: number) => Math.max(0, Math.floor(pixels / leading + 0.15));

  /** One page from a state on: lines up to `to`, `by` lines more than were measured, and notes as they fit. */
  const turn = (state: State, to: number, fit: Fit, body: number, extra: number, by = 0) => {
    const hasNotes = fit.parts.length > 0;
    const ends = to === count && fit.pending.length === 0;
    const short = linesOf(full - body - (hasNotes ? fit.height + gap : 0));
    const asked = to > 0 && !!lines[to - 1]!.forced;
    let cost = state.cost + extra;
    let left = 0;
    if (hasNotes && !ends && !asked) cost += COST.gap * short * short;
    if (to === state.line) cost += COST.notesOnly;
    if (state.pending.length > 0) cost += COST.carried;
    cost += COST.crowded * fit.crowd;
    for (const part of fit.parts) {
      const after = notes[part.note]!.bottoms.length - part.to;
      if (after === 0) continue;
      cost += COST.split;
      if (part.to - part.from === 1) cost += COST.splitLine;
      if (after === 1) cost += COST.splitLine;
    }
    const level = hasNotes || ends || asked ? 0 : short;
    if (ends) {
      const set = Math.round(body / leading);
      if (state.previous && set < 5) cost += COST.scant * (5 - set);
    } else if (!asked) {
      const after = lines[to - 1]?.after ?? 0;
      cost += after >= COST.unlawful ? COST.unlawful : after * (state.recto ? 2 : 1);
      if (!hasNotes) cost += COST.short * short * short;
    }
    if (state.recto) {
      const uneven = Math.abs(level - state.left);
      cost += COST.uneven * uneven * uneven;
    } else left = Math.min(level, 9);
    const pendingKey = pendingKeyOf(fit.pending);
    const key = keyOf(pendingKey, !state.recto, left);
    const known = states[to]!.get(key);
    if (known && known.cost <= cost) return;
    const page = { from: state.line, to, notes: fit.parts, body, foot: fit.height, by };
    states[to]!.set(key, {
      line: to,
      pending: fit.pending,
      pendingKey,
      remaining: fit.pending.reduce((sum, { note, line }) => sum + notes[note]!.bottoms.length - line, 0),
      recto: !state.recto,
      left,
      cost,
      page,
      previous: state,
    });
  };

  /** From where the lines of the page after a state are measured. */
  const originOf = ({ line, page }: State) =>
    page ? lines[line]!.top - (lines[line]!.repeat ?? 0) : lines[line]!.top - settings.sink;

  const noteHeight = ({ note, line }: NotePosition) => {
    const { bottoms } = notes[note]!;
    return bottoms[bottoms.length - 1]! - (line ? bottoms[line - 1]! : 0);
  };
  /**
   * The pages that can follow a state. They are the same whatever pages have come before. Long before the foot a page
   * end is worth a thought only where there is no other.
   */
  const waysFrom = (state: State, isAll: boolean): readonly Way[] => {
    const start = state.line;
    const { pending } = state;
    const carried = pending.length > 0;
    const first = calledBy[start]!;
    const origin = originOf(state);
    const ways: Way[] = [];
    let last = -1;
    let spare = 0;
    const looseness = new Looseness(loose, start);
    const fitOn = (until: number, body: number) =>
      carried || until > first ? fitNotes(notes, pending, first, until, full - body - gap) : NONE;
    /** The same page with lines more or fewer than were measured. */
    const reset = (end: number, by: number) => {
      const cost = looseness.cost(by);
      const body = lines[end]!.bottom - origin + spare + by * leading;
      if (cost === undefined || body > full + ROUNDING) return;
      const fit = fitOn(calledBy[end + 1]!, body);
      if (fit) ways.push({ end, fit, body, lawful: true, full: true, by, cost });
    };
    let noteHeights = pending.reduce((sum, position) => sum + noteHeight(position), gap);
    let counted = first;
    for (let end = start; end < count; end++) {
      spare = Math.max(spare, lines[end]!.spare ?? 0);
      const body = lines[end]!.bottom - origin + spare;
      if (body > full + MOST_RESET * leading + ROUNDING) break;
      looseness.reach(end + 1);
      const until = calledBy[end + 1]!;
      const stop = !!lines[end]!.forced || end === count - 1;
      for (; counted < until; counted++) noteHeights += noteHeight({ note: counted, line: 0 });
      if (!isAll && !stop && body + noteHeights <= full * FULL) {
        last = end;
        continue;
      }
      const lawful = lines[end]!.after < Number.POSITIVE_INFINITY || stop;
      const fit = body > full + ROUNDING ? undefined : fitOn(until, body);
      if (lawful && (!fit || fit.pending.length > 0))
        for (let by = 1; by <= looseness.spare; by++) reset(end, -by);
      if (fit) {
        const filled = body + (fit.parts.length > 0 ? fit.height + gap : 0);
        const isFull = filled > full * FULL || stop;
        ways.push({ end, fit, body, lawful, full: isFull, by: 0, cost: 0 });
        if (fit.crowd === 0) last = end;
        const short = Math.min(linesOf(full - filled), MOST_RESET);
        if (lawful && isFull && !stop) for (let by = 1; by <= short; by++) reset(end, by);
      } else if (
        until > first &&
        last >= 0 &&
        calledBy[last + 1]! < until &&
        body > full * 0.9 &&
        body <= full
      )
        break;
      if (lines[end]!.forced) break;
    }
    return ways;
  };
  let known = new Map<string, readonly Way[]>();
  let knownLine = -1;
  const waysOnce = (state: State): readonly Way[] => {
    if (knownLine !== state.line) known = new Map();
    knownLine = state.line;
    const key = `${state.page ? '' : 'first'}${state.pendingKey}`;
    let ways = known.get(key);
    if (!ways) {
      ways = waysFrom(state, false);
      if (!ways.some(isGood)) ways = waysFrom(state, true);
      known.set(key, ways);
    }
    return ways;
  };

  /** Follows a state with all pages that can; tells whether one of them moves the text on. */
  const extend = (state: State): boolean => {
    const start = state.line;
    const { pending } = state;
    const carried = pending.length > 0;
    const first = calledBy[start]!;
    if (carried) turn(state, start, notesAlone(pending, first), 0, 0);
    if (start === count) return false;
    const ways = waysOnce(state);
    const take = (way: Way | undefined, extra: number) => {
      if (way) turn(state, way.end + 1, way.fit, way.body, extra + way.cost, way.by);
      return !!way;
    };
    const good = ways.filter(isGood);
    for (const way of good) take(way, 0);
    if (good.length > 0) return true;
    // Else the latest above it, or one where several notes go on overleaf.
    const short = ways.findLast(({ lawful, fit }) => lawful && fit.crowd === 0);
    const crowded = ways
      .filter(({ lawful, fit }) => lawful && fit.crowd > 0)
      .sort((a, b) => a.fit.crowd - b.fit.crowd || b.end - a.end)
      .slice(0, CROWDED_WAYS);
    for (const way of crowded) take(way, 0);
    if (take(short, 0) || crowded.length > 0) return true;
    if (carried) return false;
    if (take(ways.findLast(({ fit }) => fit.crowd === 0) ?? ways[0], COST.unlawful)) return true;
    // A line that is too tall, or calls more notes than the page has room for first lines of.
    const body = Math.min(full, lines[start]!.bottom - originOf(state));
    const fit = fitSomeNotes(notes, pending, first, calledBy[start + 1]!, Math.max(0, full - body - gap));
    turn(state, start + 1, fit, body, COST.tooTall);
    return true;
  };

  /** A page of notes only. */
  const notesAlone = (pending: readonly NotePosition[], called: number): Fit => {
    const fit = fitNotes(notes, pending, called, called, full - gap);
    if (fit) return fit;
    // A line of a note that is taller than a page: it goes alone.
    const [{ note, line }, ...others] = pending as [NotePosition, ...NotePosition[]];
    const isLast = line + 1 === notes[note]!.bottoms.length;
    return {
      parts: [{ note, from: line, to: line + 1 }],
      pending: isLast ? others : [{ note, line: line + 1 }, ...others],
      height: full - gap,
      crowd: 0,
    };
  };

  for (const bucket of states) {
    forgetCrowded(bucket);
    // Pages of notes only stay in the bucket, with less of the notes to come: each comes in its turn.
    const waiting = [...bucket.keys()].sort((a, b) => bucket.get(a)!.remaining - bucket.get(b)!.remaining);
    /** The cheapest way that has come on to a later line from here. */
    let cheapest = Number.POSITIVE_INFINITY;
    for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
      const state = bucket.get(key)!;
      // What is so much dearer than another way to the same line never gets cheaper than that.
      if (state.cost > cheapest + COST.hopeless) continue;
      if (state.line === count && state.pending.length === 0) continue;
      const size = bucket.size;
      if (extend(state)) cheapest = Math.min(cheapest, state.cost);
      if (bucket.size === size) continue;
      // It was set last, and comes after all that have more to come.
      const added = [...bucket.keys()].at(-1)!;
      const { remaining } = bucket.get(added)!;
      const at = waiting.findLastIndex((other) => bucket.get(other)!.remaining < remaining);
      waiting.splice(at + 1, 0, added);
    }
  }
  let best: State | undefined;
  for (const state of states[count]!.values())
    if (state.pending.length === 0 && (!best || state.cost < best.cost)) best = state;
  const pages: BrokenPage[] = [];
  for (let state = best; state?.page; state = state.previous) {
    const { by, ...page } = state.page;
    pages.push({ ...page, reset: by === 0 ? [] : resetOn(loose, page.from, page.to, by) });
  }
  return { pages: pages.reverse(), cost: best?.cost ?? 0 };
}

/** Keeps the most hopeful of the states in which several notes are to go on overleaf. */
function forgetCrowded(bucket: Map<string, State>): void {
  const crowded = [...bucket].filter(([, { pending }]) => pending.filter(({ line }) => line > 0).length > 1);
  const worth = ({ cost, remaining }: State) => cost + remaining * REMAINING;
  crowded.sort(([, a], [, b]) => worth(a) - worth(b));
  for (const [key] of crowded.slice(CROWDED_STATES)) bucket.delete(key);
}
