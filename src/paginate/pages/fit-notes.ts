import type { FootNote, NotePart, NotePosition } from './break-input.js';

/** How notes stand in the room that a page leaves them. */
export interface Fit {
  readonly parts: readonly NotePart[];
  /** What goes on, or begins, overleaf: in the order in which it is to come. */
  readonly pending: readonly NotePosition[];
  readonly height: number;
  /** How many notes stand here below one that is to go on overleaf, or wait to go on: none where there is room enough. */
  readonly crowd: number;
}

/** Lines of a crowded note that stand on the page of its call at the least, if the page has room for them. */
const LEAST = 2;

/**
 * Places notes in the room that a page leaves them: what is carried over from the page before it, and the notes from
 * `from` up to `until`, which are called on this page. Each of these begins here (the rule *note-page*), so that the
 * first line of each has its room before an earlier note takes the rest; a note that is called in a note begins where
 * that line of the other stands. Notes come in their order: one goes on only where those before it are complete, or
 * must begin. Undefined where the page has no room for all beginnings and a line of what is carried over.
 */
export function fitNotes(
  notes: readonly FootNote[],
  carried: readonly NotePosition[],
  from: number,
  until: number,
  room: number,
): Fit | undefined {
  const whole = fitWhole(notes, carried, from, until, room);
  if (whole) return whole;
  const called = [...carried];
  for (let note = from; note < until; note++) called.push({ note, line: 0 });
  const due: number[] = [];
  for (let note = from; note < until; note++) if (!notes[note]!.within) due.push(note);
  const fit = place(notes, called, due, room, 1);
  const moved = carried.length === 0 || fit?.parts[0]?.note === carried[0]!.note;
  if (!fit || !moved) return undefined;
  if (fit.crowd === 0) return fit;
  const fuller = place(notes, called, due, room, LEAST);
  return fuller && fuller.parts[0]?.note === fit.parts[0]?.note ? fuller : fit;
}

const NOTHING: readonly NotePosition[] = [];

/** Places all notes where they have room to their ends, as most often they have. */
function fitWhole(
  notes: readonly FootNote[],
  carried: readonly NotePosition[],
  from: number,
  until: number,
  room: number,
): Fit | undefined {
  let height = 0;
  for (const { note, line } of carried) {
    const { bottoms } = notes[note]!;
    height += bottoms[bottoms.length - 1]! - (line ? bottoms[line - 1]! : 0);
  }
  for (let note = from; note < until && height <= room; note++) {
    const { bottoms } = notes[note]!;
    height += bottoms[bottoms.length - 1]!;
  }
  if (height > room) return undefined;
  const parts = carried.map(({ note, line }) => ({ note, from: line, to: notes[note]!.bottoms.length }));
  for (let note = from; note < until; note++) parts.push({ note, from: 0, to: notes[note]!.bottoms.length });
  return { parts, pending: NOTHING, height, crowd: 0 };
}

/** Places as many notes as have room, where not all of them can begin. */
export function fitSomeNotes(
  notes: readonly FootNote[],
  carried: readonly NotePosition[],
  from: number,
  until: number,
  room: number,
): Fit {
  const called = [...carried];
  const due: number[] = [];
  let height = 0;
  for (let note = from; note < until; note++) {
    called.push({ note, line: 0 });
    if (notes[note]!.within) continue;
    height += leastHeight(notes, note, 1);
    if (height <= room) due.push(note);
  }
  return place(notes, called, due, room, 1) ?? { parts: [], pending: called, height: 0, crowd: 0 };
}

/** Height of the first lines of a note, and of the notes that are called in them. */
function leastHeight(notes: readonly FootNote[], note: number, lines: number): number {
  const { bottoms } = notes[note]!;
  const count = Math.min(lines, bottoms.length);
  let height = bottoms[count - 1]!;
  for (const inner of calledIn(notes, note, 0, count)) height += leastHeight(notes, inner, lines);
  return height;
}

/** The notes that these lines of a note call. */
function calledIn(notes: readonly FootNote[], note: number, from: number, to: number): number[] {
  const found: number[] = [];
  for (let k = note + 1; (notes[k]?.within?.note ?? -1) >= note; k++) {
    const { note: by, line } = notes[k]!.within!;
    if (by === note && line >= from && line < to) found.push(k);
  }
  return found;
}

const NO_NOTES: readonly number[] = [];
/** What is called in a note follows it, with all that is called in that. */
const callsNotes = (notes: readonly FootNote[], note: number) => notes[note + 1]?.within?.note === note;

function place(
  notes: readonly FootNote[],
  called: readonly NotePosition[],
  mustBegin: readonly number[],
  room: number,
  least: number,
): Fit | undefined {
  const due = new Map<number, number>();
  let free = room;
  const require = (note: number) => {
    const height = leastHeight(notes, note, least);
    due.set(note, height);
    free -= height;
  };
  for (const note of mustBegin) require(note);
  if (free < 0) return undefined;
  const parts: NotePart[] = [];
  const pending: NotePosition[] = [];
  let height = 0;
  let crowd = 0;
  let isCut = false;
  for (const { note, line: from } of called) {
    const own = due.get(note) ?? 0;
    if (own === 0 && pending.length > 0) {
      pending.push({ note, line: from });
      if (from > 0) crowd++;
      continue;
    }
    free += own;
    due.delete(note);
    const { bottoms } = notes[note]!;
    const count = bottoms.length;
    const start = from ? bottoms[from - 1]! : 0;
    let to = from;
    let taken = 0;
    const calls = callsNotes(notes, note);
    for (; to < count; to++) {
      const line = bottoms[to]! - start - taken;
      const inner = calls ? calledIn(notes, note, to, to + 1) : NO_NOTES;
      if (inner.reduce((sum, k) => sum + leastHeight(notes, k, least), line) > free) break;
      free -= line;
      taken += line;
      for (const k of inner) require(k);
    }
    // Of a note that goes on overleaf, two lines go if they can.
    if (to === count - 1 && to - from > 2 && !(calls && calledIn(notes, note, to - 1, to).length > 0)) {
      to--;
      const line = bottoms[to]! - bottoms[to - 1]!;
      free += line;
      taken -= line;
    }
    if (to > from) parts.push({ note, from, to });
    if (isCut) crowd++;
    height += taken;
    if (to === count) continue;
    pending.push({ note, line: to });
    if (to > 0) isCut = true;
  }
  return { parts, pending, height, crowd };
}
