import type { Placed } from './assign.js';
import type { NoteList } from './collect.js';

/** Of the notes of a list without a heading so many must find calls, or it is no list of notes. */
const ENOUGH = 0.6;
/** Of notes with labels in brackets, which little else has, so many. */
const ENOUGH_IN_BRACKETS = 0.5;
/** What a call costs at most that speaks for a list: numbers among words do not. */
const SURE = 1.2;
/** Numbers in parentheses that stand closer to each other than this, in characters, count the points of a sentence. */
const CLOSE = 30;

/** Whether lists that belong together are notes: a heading says so, or their calls do. */
export function areNotes(group: readonly NoteList[], placed: readonly Placed[], threshold: number): boolean {
  const found = placed.filter(({ assignment }) => assignment && assignment.confidence >= threshold);
  // “Notes” may also be a heading of the text; “Footnotes” is none.
  if (group.some((list) => list.heading !== undefined))
    return found.length > 0 || group.some(({ isNamed }) => isNamed);
  const inBrackets = placed.every(({ note }) => /^(?:bracket|brace)$/.test(note.label.form));
  const enough = placed.length * (inBrackets ? ENOUGH_IN_BRACKETS : ENOUGH);
  const sure = placed.filter(({ assignment }) => assignment && assignment.candidate.cost <= SURE);
  return found.length > 0 && (sure.length >= enough || areAllParenthesised(found, placed.length));
}

/** `port (1) et`, `vent (2) était`: each has its note, and they stand too far apart to count points. */
function areAllParenthesised(found: readonly Placed[], all: number): boolean {
  const calls = found.map(({ assignment }) => assignment!.candidate);
  return (
    found.length === all &&
    calls.every(({ form, cost }) => form === 'parenthesis' && cost < 2) &&
    calls.every(({ position }, at) => at === 0 || position - calls[at - 1]!.position >= CLOSE)
  );
}
