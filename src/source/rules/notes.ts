import type { Block, Note } from '../block.js';
import { mapBlockTexts } from '../block-texts.js';
import type { MappedText } from '../mapped-text.js';
import { plainText } from '../marks.js';
import { type Assignment, align, keyOf } from '../notes/align.js';
import { type Candidate, findCandidates } from '../notes/candidates.js';
import { findNoteLists, type NoteList } from '../notes/collect.js';
import { hoistNotes } from '../notes/hoist.js';
import { placeNotes, writeCalls } from '../notes/place.js';
import type { BlockRule, RuleContext } from '../rule.js';

/** Of the notes of a list without a heading so many must find calls, or it is no list of notes. */
const ENOUGH = 0.6;
/** What a call costs at most that speaks for a list: numbers among words do not. */
const SURE = 1.2;
/** Characters between a call and the note that it may belong to. */
const FARTHEST = 10_000;
const STRONG = new Set(['bracket', 'brace', 'superscript']);

interface Placed {
  readonly note: Note;
  readonly assignment: Assignment | undefined;
}

/** Pairs calls with notes, writes both as footnotes, and keeps and reports what has no partner. */
export const notes: BlockRule = {
  stage: 'blocks',
  name: 'notes',
  apply(read, context) {
    const blocks = hoistNotes(read);
    const lists = findNoteLists(blocks, context.source.value);
    const loose = blocks.filter((block): block is Note => block.type === 'note' && block.place === 'foot');
    const candidates = candidatesIn(blocks, lists, context);
    const ids = new Ids(blocks);
    const calls = new Map<MappedText, { start: number; end: number; id: string }[]>();
    const made = new Map<Note, Note>();

    const settle = (placed: readonly Placed[]) => {
      for (const { note, assignment } of placed) {
        const id = ids.next(note.label.text);
        made.set(note, { ...note, id });
        logMarker(note, context);
        if (!assignment) continue;
        if (assignment.confidence < context.profile.confidence) {
          const { candidate, confidence } = assignment;
          context.log.warn(
            candidate.position,
            `This may be the call of note ${note.label.text}; it was left as it is.`,
            excerpt(candidate),
            confidence,
          );
        } else place(assignment, id);
      }
      for (const [index, { note, assignment }] of placed.entries()) {
        const isPlaced = assignment !== undefined && assignment.confidence >= context.profile.confidence;
        const again = callsAgain(placed, index, candidates, calls);
        for (const candidate of again) place({ candidate, confidence: 0.9 }, made.get(note)!.id!);
        if (!isPlaced && again.length === 0)
          context.log.unplaced('note', note.marker, note.label.text, textOf(note).slice(0, 120));
      }
    };
    const place = ({ candidate, confidence }: Assignment, id: string) => {
      const edits = calls.get(candidate.text) ?? [];
      if (edits.some((edit) => edit.start < candidate.end && edit.end > candidate.start)) return;
      edits.push({ start: candidate.start, end: candidate.end, id });
      calls.set(candidate.text, edits);
      context.log.changed(
        candidate.position,
        candidate.text.value.slice(candidate.start, candidate.end),
        `[^${id}]`,
        confidence,
      );
    };

    settle(assign(loose, candidates, calls));
    const accepted = new Set<NoteList>();
    for (const group of groupLists(lists)) {
      const all = group.flatMap((list) => list.notes);
      const placed = assign(all, candidates, calls, group[0]!.notes[0]!.marker.originAt(0));
      const found = placed.filter(
        ({ assignment }) => assignment && assignment.confidence >= context.profile.confidence,
      ).length;
      const sure = placed.filter(({ assignment }) => assignment && assignment.candidate.cost <= SURE).length;
      const isList = group.some((list) => list.heading !== undefined)
        ? found > 0 || !hasCallsLeft(candidates, calls)
        : found > 0 && sure >= all.length * ENOUGH;
      if (!isList && !context.forced) {
        if (group.some((list) => list.heading !== undefined))
          context.log.warn(
            all[0]!.marker,
            'A list under a heading of notes has no calls; it was left as a list.',
          );
        continue;
      }
      for (const list of group) accepted.add(list);
      settle(placed);
    }
    reportCalls(candidates, calls, lists.length + loose.length > 0, context);
    reportPairs(blocks, candidates, calls, context);
    const rewritten = placeNotes(blocks, lists, accepted, made, context);
    return mapBlockTexts(rewritten, (text) => writeCalls(text, calls.get(text)));
  },
};

/** Names of notes in the Markdown: their labels, made unique. */
class Ids {
  private readonly used = new Set<string>();

  constructor(blocks: readonly Block[]) {
    for (const block of blocks)
      if (block.type === 'note' && block.place === 'markdown') this.used.add(block.label.text);
  }

  next(label: string): string {
    const base = label.replace(/[\s[\]^]/g, '');
    let id = base;
    for (let count = 2; this.used.has(id); count++) id = `${base}-${count}`;
    this.used.add(id);
    return id;
  }
}

/** Lists of one printing are one sequence; a list at the end of each chapter has its own scope by its place. */
function groupLists(lists: readonly NoteList[]): NoteList[][] {
  const groups: NoteList[][] = [];
  for (const list of lists) {
    const before = groups.at(-1)?.at(-1);
    // Lists that stand back to back are the notes of several chapters in one place.
    if (before && before.to >= list.from - 1) groups.at(-1)!.push(list);
    else groups.push([list]);
  }
  return groups;
}

function assign(
  notes: readonly Note[],
  candidates: readonly Candidate[],
  calls: ReadonlyMap<MappedText, readonly { start: number }[]>,
  limit = Number.POSITIVE_INFINITY,
): Placed[] {
  const free = candidates.filter(({ text, start }) => !calls.get(text)?.some((edit) => edit.start === start));
  const placed: Placed[] = notes.map((note) => ({ note, assignment: undefined }));
  // Numbers, letters, stars and starred numbers are series of their own.
  const series = new Map<string, number[]>();
  notes.forEach((note, index) => {
    const key = seriesOf(note);
    series.set(key, [...(series.get(key) ?? []), index]);
  });
  for (const indexes of series.values()) {
    const entries = indexes.map((index) => {
      const note = notes[index]!;
      const position = note.marker.originAt(0);
      const isFoot = note.place === 'foot';
      return {
        label: note.label,
        after: isFoot ? Math.max(0, position - 30_000) : 0,
        before: isFoot ? position : limit,
      };
    });
    align(entries, free).forEach((assignment, index) => {
      placed[indexes[index]!] = { note: notes[indexes[index]!]!, assignment };
    });
  }
  return placed;
}

function seriesOf({ label }: Note): string {
  if (/^\d+\*$/.test(label.text)) return 'starred';
  if (/^[*†‡§¶|]/.test(label.text)) return 'symbol';
  if (/^\d|^[lIO]\d*$/.test(label.text)) return label.form === 'brace' ? 'braced' : 'number';
  return /^[ivxlc]{2,}$/.test(label.text) ? 'roman' : 'letter';
}

/** A second call of the same note, in the same certain form, where no other note of that label is nearer. */
function callsAgain(
  placed: readonly Placed[],
  index: number,
  candidates: readonly Candidate[],
  calls: ReadonlyMap<MappedText, readonly { start: number }[]>,
): Candidate[] {
  const { note, assignment } = placed[index]!;
  const key = keyOf(note.label.text);
  const rivals = placed.filter(({ note: other }, at) => at !== index && keyOf(other.label.text) === key);
  const form = assignment?.candidate.form;
  if (!form || !STRONG.has(form) || note.place === 'foot') return [];
  const next = rivals
    .map(({ assignment: other }) => other?.candidate.position ?? 0)
    .filter((position) => position > assignment.candidate.position);
  const end = Math.min(...next, note.marker.originAt(0));
  return candidates.filter(
    (one) =>
      one.form === form &&
      keyOf(one.label) === key &&
      one.label === note.label.text &&
      (rivals.length === 0 || one.position > assignment.candidate.position) &&
      one.position < end &&
      !calls.get(one.text)?.some((edit) => edit.start === one.start),
  );
}

function candidatesIn(
  blocks: readonly Block[],
  lists: readonly NoteList[],
  context: RuleContext,
): Candidate[] {
  const found: Candidate[] = [];
  const language = context.lexicon.language ?? 'en';
  const inList = (at: number) =>
    lists.some(({ from, to, heading }) => heading !== undefined && at >= from && at < to);
  blocks.forEach((block, at) => {
    if (block.type === 'note' || inList(at)) return;
    mapBlockTexts([block], (text) => {
      found.push(...findCandidates(text, context.source.value, language));
      return text;
    });
  });
  return found.sort((a, b) => a.position - b.position);
}

function hasCallsLeft(
  candidates: readonly Candidate[],
  calls: ReadonlyMap<MappedText, readonly { start: number }[]>,
): boolean {
  return candidates.some(
    (one) => STRONG.has(one.form) && !calls.get(one.text)?.some(({ start }) => start === one.start),
  );
}

/** What looks like a call in a form that is nothing else, and has no note. */
function reportCalls(
  candidates: readonly Candidate[],
  calls: ReadonlyMap<MappedText, readonly { start: number }[]>,
  hasNotes: boolean,
  { log }: RuleContext,
): void {
  const forms = new Set<string>();
  for (const one of candidates)
    if (calls.get(one.text)?.some(({ start }) => start === one.start)) forms.add(one.form);
  for (const one of candidates) {
    if (
      !STRONG.has(one.form) ||
      !(forms.has(one.form) || (hasNotes && one.form === 'bracket')) ||
      !/^\d{1,3}$/.test(one.label)
    )
      continue;
    if (!calls.get(one.text)?.some(({ start }) => start === one.start))
      log.unplaced('call', one.position, one.label, excerpt(one));
  }
}

/** Digits at a word and, further down, a line that begins with the same number: a call and its note, perhaps. */
function reportPairs(
  blocks: readonly Block[],
  candidates: readonly Candidate[],
  calls: ReadonlyMap<MappedText, readonly { start: number }[]>,
  { log }: RuleContext,
): void {
  const starts: { readonly label: string; readonly position: number }[] = [];
  mapBlockTexts(
    blocks.filter(({ type }) => type === 'paragraph' || type === 'verse'),
    (text) => {
      const label = /^(\d{1,3})\s+\p{Lu}/u.exec(text.value)?.[1];
      if (label !== undefined) starts.push({ label, position: text.originAt(0) });
      return text;
    },
  );
  for (const one of candidates) {
    if (one.form !== 'glued' || one.cost > SURE) continue;
    if (calls.get(one.text)?.some(({ start }) => start === one.start)) continue;
    const isPair = starts.some(
      ({ label, position }) =>
        label === one.label && position > one.position && position < one.position + FARTHEST,
    );
    if (isPair)
      log.warn(
        one.position,
        `This may be the call of a note ${one.label} that stands in the text below; both were left as they are.`,
        excerpt(one),
        0.5,
      );
  }
}

function excerpt({ text, start, end }: Candidate): string {
  return plainText(text.value.slice(Math.max(0, start - 40), end + 20));
}

const textOf = (note: Note): string => {
  const words: string[] = [];
  mapBlockTexts(note.blocks, (text) => {
    words.push(plainText(text.value));
    return text;
  });
  return words.join(' ');
};

/** Words of a marker (`[Footnote 1:`) are not in the Markdown. */
function logMarker(note: Note, { log }: RuleContext): void {
  if (/\p{L}{2}/u.test(note.marker.value)) log.removed(note.marker, 'written as a footnote');
}
