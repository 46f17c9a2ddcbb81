import type { BreakInput, BreakSettings, BrokenPage, NotePosition } from './break-input.js';
import { before, fitNotes } from './fit-notes.js';

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
  /** A page that begins with the rest of a note. */
  carried: 120,
  /** Notes only, or nearly. */
  notesOnly: 2500,
  /** The last page holds fewer than five lines: for each that is missing. */
  scant: 150,
  /** A way that is dearer by this than another one to the same line is given up. */
  hopeless: 6000,
  /** No lawful page end fits; nothing fits. */
  unlawful: 1e6,
  tooTall: 1e8,
} as const;

interface State {
  readonly line: number;
  readonly notes: NotePosition;
  readonly recto: boolean;
  /** By how many lines the verso before this recto is short. */
  readonly left: number;
  readonly cost: number;
  readonly page: BrokenPage | undefined;
  readonly previous: State | undefined;
}

/**
 * Breaks a run of text into pages, all its page ends at once: the least cost over all lawful ways, found by
 * dynamic programming. A state is where text and notes have come to; every page moves one of them on.
 */
export function breakPages({ lines, notes }: BreakInput, settings: BreakSettings): readonly BrokenPage[] {
  const { height: full, leading, gap } = settings;
  const count = lines.length;
  // Number of notes that the lines before each line have called.
  const calledBy = new Int32Array(count + 1);
  for (let k = 0, n = 0; k <= count; k++) {
    while (n < notes.length && notes[n]!.line < k) n++;
    calledBy[k] = n;
  }
  // Note lines before each note, to number the places that notes can come to.
  const noteLines = new Float64Array(notes.length + 1);
  for (const [n, note] of notes.entries()) noteLines[n + 1] = noteLines[n]! + note.bottoms.length;
  const states: Map<number, State>[] = Array.from({ length: count + 1 }, () => new Map());
  /** The key of a state among those of its line; states that differ in nothing that is to come share it. */
  const keyOf = (place: NotePosition, recto: boolean, left: number) =>
    ((noteLines[place.note]! + place.line) * 2 + (recto ? 1 : 0)) * 10 + left;
  const none = { note: 0, line: 0 };
  const isRecto = settings.side === 'recto';
  states[0]!.set(keyOf(none, isRecto, 0), {
    line: 0,
    notes: none,
    recto: isRecto,
    left: 0,
    cost: 0,
    page: undefined,
    previous: undefined,
  });
  const linesOf = (pixels: number) => Math.max(0, Math.floor(pixels / leading + 0.15));

  /** One page from a state on: lines up to `to`, notes up to `notesTo`. */
  const turn = (
    state: State,
    to: number,
    notesTo: NotePosition,
    body: number,
    foot: number,
    extra: number,
  ) => {
    const hasNotes = before(state.notes, notesTo);
    const ends = to === count && notesTo.note === notes.length;
    const short = linesOf(full - body - (hasNotes ? foot + gap : 0));
    const asked = to > 0 && !!lines[to - 1]!.forced;
    let cost = state.cost + extra;
    let left = 0;
    if (hasNotes && !ends && !asked) cost += COST.gap * short * short;
    if (to === state.line) cost += COST.notesOnly;
    if (state.notes.line > 0) cost += COST.carried;
    if (notesTo.line > 0) {
      const { bottoms } = notes[notesTo.note]!;
      const start = notesTo.note === state.notes.note ? state.notes.line : 0;
      cost += COST.split;
      if (notesTo.line - start === 1) cost += COST.splitLine;
      if (bottoms.length - notesTo.line === 1) cost += COST.splitLine;
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
    const key = keyOf(notesTo, !state.recto, left);
    const known = states[to]!.get(key);
    if (known && known.cost <= cost) return;
    const page = { from: state.line, to, notesFrom: state.notes, notesTo, body, foot };
    states[to]!.set(key, {
      line: to,
      notes: notesTo,
      recto: !state.recto,
      left,
      cost,
      page,
      previous: state,
    });
  };

  /** All pages that can follow a state; tells whether one of them moves the text on. */
  const extend = (state: State): boolean => {
    const start = state.line;
    const carried = state.notes.note < calledBy[start]!;
    if (carried) {
      const fit = fitNotes(notes, state.notes, calledBy[start]!, calledBy[start]!, full - gap);
      if (fit && before(state.notes, fit.to)) turn(state, start, fit.to, 0, fit.height, 0);
      else {
        // A line of a note that is taller than a page: it goes alone.
        const { note, line } = state.notes;
        const whole = line + 1 >= notes[note]!.bottoms.length;
        const to = whole ? { note: note + 1, line: 0 } : { note, line: line + 1 };
        turn(state, start, to, 0, full - gap, COST.tooTall);
      }
    }
    if (start === count) return false;
    const first = calledBy[start]!;
    const origin = state.page
      ? lines[start]!.top - (lines[start]!.repeat ?? 0)
      : lines[start]!.top - settings.sink;
    let lawful = 0;
    let last = -1;
    for (let end = start; end < count; end++) {
      const body = lines[end]!.bottom - origin;
      if (body > full + 0.5) break;
      const until = calledBy[end + 1]!;
      const hasNotes = state.notes.note < until;
      const fit = hasNotes
        ? fitNotes(notes, state.notes, until, first, full - body - gap)
        : { to: state.notes, height: 0 };
      const stop = lines[end]!.forced || end === count - 1;
      if (fit) {
        last = end;
        const legal = lines[end]!.after < Number.POSITIVE_INFINITY || stop;
        // Long before the foot a page end is worth a thought only where the notes fill the page.
        const filled = body + (hasNotes ? fit.height + gap : 0);
        if (legal && (filled > full * 0.72 || stop)) {
          turn(state, end + 1, fit.to, body, fit.height, 0);
          lawful++;
        }
      } else if (until > first && last >= 0 && calledBy[last + 1]! < until && body > full * 0.9) break;
      if (lines[end]!.forced) break;
    }
    if (lawful > 0) return true;
    // No lawful end in the lower part: the latest lawful one above it, else the latest at all, else one line.
    for (const strict of [true, false]) {
      for (let end = last; end >= start; end--) {
        if (strict && lines[end]!.after === Number.POSITIVE_INFINITY) continue;
        const body = lines[end]!.bottom - origin;
        const until = calledBy[end + 1]!;
        const fit = fitNotes(notes, state.notes, until, first, full - body - gap);
        if (!fit) continue;
        turn(state, end + 1, fit.to, body, fit.height, strict ? 0 : COST.unlawful);
        return true;
      }
      if (carried) return false;
    }
    const body = Math.min(full, lines[start]!.bottom - origin);
    const until = calledBy[start + 1]!;
    const fit = fitNotes(notes, state.notes, until, until, Math.max(0, full - body - gap));
    turn(state, start + 1, fit ? fit.to : state.notes, body, fit?.height ?? 0, COST.tooTall);
    return true;
  };

  for (const bucket of states) {
    // Pages of notes only stay in the bucket, further on; keys grow with the notes, so each comes in its turn.
    const waiting = [...bucket.keys()].sort((a, b) => b - a);
    /** The cheapest way that has come on to a later line from here. */
    let cheapest = Number.POSITIVE_INFINITY;
    for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
      const state = bucket.get(key)!;
      // What is so much dearer than another way to the same line never gets cheaper than that.
      if (state.cost > cheapest + COST.hopeless) continue;
      if (state.line === count && state.notes.note === notes.length) continue;
      const size = bucket.size;
      if (extend(state)) cheapest = Math.min(cheapest, state.cost);
      if (bucket.size === size) continue;
      // It was set last, and comes after all that have had their turn.
      const added = [...bucket.keys()].at(-1)!;
      const at = waiting.findIndex((other) => other < added);
      waiting.splice(at < 0 ? waiting.length : at, 0, added);
    }
  }
  let best: State | undefined;
  for (const state of states[count]!.values())
    if (state.notes.note === notes.length && (!best || state.cost < best.cost)) best = state;
  const pages: BrokenPage[] = [];
  for (let state = best; state?.page; state = state.previous) pages.push(state.page);
  return pages.reverse();
}
