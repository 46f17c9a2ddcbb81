import type { FootNote, NotePosition } from './break-input.js';

/** How notes stand in the room that a page leaves them. */
export interface Fit {
  readonly to: NotePosition;
  readonly height: number;
}

const noteHeight = (note: FootNote) => note.bottoms[note.bottoms.length - 1]!;
export const before = (a: NotePosition, b: NotePosition) =>
  a.note < b.note || (a.note === b.note && a.line < b.line);

/**
 * Places notes from a position on: up to `until` where all fit, else as much as fits and keeps the promise that
 * every note begins on the page of its call. Of a note that goes on overleaf, two lines stay and two go if they
 * can. `first` is the first note whose call stands on this page. Undefined where the promise cannot be kept.
 */
export function fitNotes(
  notes: readonly FootNote[],
  from: NotePosition,
  until: number,
  first: number,
  room: number,
): Fit | undefined {
  let height = 0;
  let n = from.note;
  let line = from.line;
  for (; n < until; n++) {
    const note = notes[n]!;
    const rest = noteHeight(note) - (line ? note.bottoms[line - 1]! : 0);
    if (height + rest > room) break;
    height += rest;
    line = 0;
  }
  if (n === until) return { to: { note: n, line: 0 }, height };
  const note = notes[n]!;
  const start = line ? note.bottoms[line - 1]! : 0;
  const count = note.bottoms.length;
  let cut = line;
  while (cut < count - 1 && height + note.bottoms[cut]! - start <= room) cut++;
  // A note called in the part that stays would have to begin here too: cut before its call.
  for (let k = n + 1; k < until; k++) {
    const within = notes[k]!.within;
    if (within?.note === n && within.line < cut) cut = within.line;
  }
  if (count - cut < 2 && cut - line > 2) cut--;
  if (cut <= line) cut = line;
  const to = { note: n, line: cut };
  for (let k = cut > 0 && (cut > line || line > 0) ? n + 1 : n; k < until; k++) {
    const { within } = notes[k]!;
    if (!within ? k >= first : within.note < n || (within.note === n && within.line < cut)) return undefined;
  }
  return { to, height: height + (cut > line ? note.bottoms[cut - 1]! - start : 0) };
}
