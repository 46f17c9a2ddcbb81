import type { Note } from '../block.js';
import { mapBlockTexts } from '../block-texts.js';
import type { MappedText } from '../mapped-text.js';
import { type Assignment, align, keyOf } from './align.js';
import { type Candidate, findCandidates } from './candidates.js';
import { seriesIn } from './series.js';

/** A note with the call that was found for it. */
export interface Placed {
  readonly note: Note;
  readonly assignment: Assignment | undefined;
}

/** Calls that have been settled, by the text that they stand in. */
export type SettledCalls = ReadonlyMap<MappedText, readonly { readonly start: number }[]>;

/** How far above a note at the foot of a page its call may stand, in characters. */
const FOOT_REACH = 30_000;
/** Forms that hardly anything but a call has. */
const STRONG = new Set(['bracket', 'brace', 'superscript']);
/** What a call costs at most that needs no further proof. */
const CERTAIN = 0.5;
/** How sure a call inside another note is. */
const NESTED = { strong: 0.95, digits: 0.8 } as const;

/** Whether the form and the look of a candidate are those of a call and of nothing else. */
export const isStrong = ({ form, cost }: Candidate): boolean => STRONG.has(form) && cost <= CERTAIN;

export const isSettled = ({ text, start }: Candidate, calls: SettledCalls): boolean =>
  calls.get(text)?.some((edit) => edit.start === start) ?? false;

/**
 * Finds the calls of notes that belong together: among the words of the text first, then, for notes that have none
 * there, inside the other notes.
 *
 * @param limit Calls stand before this offset of the source.
 */
export function assign(
  notes: readonly Note[],
  candidates: readonly Candidate[],
  calls: SettledCalls,
  context: { readonly source: string; readonly language: string; readonly confidence: number },
  limit = Number.POSITIVE_INFINITY,
): Placed[] {
  const free = candidates.filter((one) => !isSettled(one, calls));
  const placed: Placed[] = notes.map((note) => ({ note, assignment: undefined }));
  for (const indexes of seriesIn(notes)) {
    const entries = indexes.map((index) => {
      const note = notes[index]!;
      const position = note.marker.originAt(0);
      const isFoot = note.place === 'foot';
      return {
        label: note.label,
        after: isFoot ? Math.max(0, position - FOOT_REACH) : 0,
        before: isFoot ? position : limit,
      };
    });
    align(entries, free).forEach((assignment, index) => {
      placed[indexes[index]!] = { note: notes[indexes[index]!]!, assignment };
    });
  }
  return withNested(placed, context);
}

/** Notes without a call in the text may have it in a note before them, or in one of any place in a certain form. */
function withNested(
  placed: readonly Placed[],
  { source, language, confidence: threshold }: { source: string; language: string; confidence: number },
): Placed[] {
  const isMissing = ({ assignment }: Placed) => !assignment || assignment.confidence < threshold;
  if (!placed.some(isMissing)) return [...placed];
  const inside: { readonly host: number; readonly candidate: Candidate }[] = [];
  placed.forEach(({ note }, host) => {
    mapBlockTexts(note.blocks, (text) => {
      for (const candidate of findCandidates(text, source, language)) inside.push({ host, candidate });
      return text;
    });
  });
  const settled = [...placed];
  placed.forEach((one, index) => {
    if (!isMissing(one)) return;
    const { text } = one.note.label;
    const found = inside.filter(
      ({ host, candidate }) =>
        host !== index &&
        !isMissing(settled[host]!) &&
        candidate.label === text &&
        (isStrong(candidate) ||
          (host === index - 1 && /^(?:glued|symbol)$/.test(candidate.form) && candidate.cost <= CERTAIN)),
    );
    // With two of them nobody can tell which is the call and which refers to it.
    if (found.length !== 1) return;
    const { candidate } = found[0]!;
    const confidence = isStrong(candidate) ? NESTED.strong : NESTED.digits;
    settled[index] = { note: one.note, assignment: { candidate, confidence } };
  });
  return settled;
}

/** More calls of a note in the same certain form, where no other note of that label is nearer. */
export function callsAgain(
  placed: readonly Placed[],
  index: number,
  candidates: readonly Candidate[],
  calls: SettledCalls,
): Candidate[] {
  const { note, assignment } = placed[index]!;
  if (!assignment || note.place === 'foot' || !isStrong(assignment.candidate)) return [];
  const { form, position } = assignment.candidate;
  const key = keyOf(note.label.text);
  const rivals = placed.filter(({ note: other }, at) => at !== index && keyOf(other.label.text) === key);
  const next = rivals
    .map(({ assignment: other }) => other?.candidate.position ?? 0)
    .filter((other) => other > position);
  const end = Math.min(...next, note.marker.originAt(0));
  return candidates.filter(
    (one) =>
      one.form === form &&
      isStrong(one) &&
      keyOf(one.label) === key &&
      one.label === note.label.text &&
      (rivals.length === 0 || one.position > position) &&
      one.position < end &&
      !isSettled(one, calls),
  );
}
