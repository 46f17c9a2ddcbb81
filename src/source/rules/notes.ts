import type { Block, Note } from '../block.js';
import { mapBlockTexts } from '../block-texts.js';
import type { MappedText } from '../mapped-text.js';
import { plainText } from '../marks.js';
import { areNotes } from '../notes/accept.js';
import type { Assignment } from '../notes/align.js';
import { assign, callsAgain, type Placed } from '../notes/assign.js';
import { type Candidate, findCandidates } from '../notes/candidates.js';
import { findNoteLists, type NoteList } from '../notes/collect.js';
import { hoistNotes } from '../notes/hoist.js';
import { placeNotes, raiseCalls, writeCalls } from '../notes/place.js';
import { excerpt, reportCalls, reportPairs } from '../notes/report-doubts.js';
import type { BlockRule, RuleContext } from '../rule.js';

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
    const ownLines = new Set<string>();

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
      if (candidate.form === 'own-line') ownLines.add(id);
      context.log.changed(
        candidate.position,
        candidate.text.value.slice(candidate.start, candidate.end),
        `[^${id}]`,
        confidence,
      );
    };

    const reading = {
      source: context.source.value,
      language: context.lexicon.language ?? 'en',
      confidence: context.profile.confidence,
    };
    settle(assign(loose, candidates, calls, reading));
    const accepted = new Set<NoteList>();
    for (const group of groupLists(lists, blocks)) {
      const all = group.flatMap((list) => list.notes);
      const placed = assign(all, candidates, calls, reading, group[0]!.notes[0]!.marker.originAt(0));
      const isList = areNotes(group, placed, context.profile.confidence);
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
    const all = [...loose, ...lists.flatMap((list) => list.notes)];
    reportCalls(candidates, calls, new Set(all.map(({ marker }) => marker.originAt(0))), context);
    reportPairs(blocks, candidates, calls, context);
    const rewritten = placeNotes(blocks, lists, accepted, made, context);
    const written = mapBlockTexts(rewritten, (text) => writeCalls(text, calls.get(text)));
    return raiseCalls(written, ownLines);
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
function groupLists(lists: readonly NoteList[], blocks: readonly Block[]): NoteList[][] {
  const groups: NoteList[][] = [];
  for (const list of lists) {
    const before = groups.at(-1)?.at(-1);
    // Lists that stand back to back are the notes of several chapters in one place.
    const isBackToBack =
      before && blocks.slice(before.to, list.from).every(({ type }) => type === 'heading' || type === 'note');
    if (isBackToBack) groups.at(-1)!.push(list);
    else groups.push([list]);
  }
  return groups;
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
  if (note.label.form === 'word') log.removed(note.marker, 'written as a footnote');
}
