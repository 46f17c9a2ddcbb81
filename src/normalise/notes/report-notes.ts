import type { Nodes, Root } from 'mdast';
import type { VFile } from 'vfile';
import { rankOf } from './labels.js';
import { say } from './messages.js';
import type { NoteSet } from './model.js';
import type { Settled } from './settle.js';
import type { UnplacedCall } from './types.js';
import type { Written } from './write.js';

const quoted = (label: string): string => (label ? `“${label}”` : 'without a label');

/** Reports calls without notes and notes without calls; a second note of one name as what it is. */
export function reportUnplaced(file: VFile, calls: readonly UnplacedCall[], notes: readonly Written[]): void {
  for (const { label, place } of calls) {
    say(file, 'call-without-note', `Unexpected call ${quoted(label)} without a note`, {
      place,
      note: 'Add the note, correct the label, or put a backslash before the mark if it is no call. The mark stays in the text as it is.',
    });
  }
  const names = new Map<string, Written>();
  for (const note of notes) {
    const { originalLabel, convention } = note.definition.data!.octavo!;
    if (note.references.length > 0) names.set(`${convention} ${originalLabel}`, note);
  }
  for (const { definition, references } of notes) {
    if (references.length > 0) continue;
    const { originalLabel, convention } = definition.data!.octavo!;
    const other = convention === 'gfm' ? names.get(`${convention} ${originalLabel}`) : undefined;
    const line = other?.definition.position?.start.line;
    if (other && line !== undefined) {
      say(
        file,
        'duplicate-note',
        `Unexpected second note ${quoted(originalLabel)}, expected one: the first is in line ${line}`,
        {
          place: definition.position,
          note: 'Give each note a label of its own. The second note is kept among the unplaced notes.',
        },
      );
      continue;
    }
    say(file, 'note-without-call', `Unexpected note ${quoted(originalLabel)} without a call`, {
      place: definition.position,
      note: 'Put its call into the text. Until then the note is kept among the unplaced notes.',
    });
  }
}

/** Reports notes that count from 4 to 6. */
export function reportGaps(file: VFile, { sets, orphans }: Settled): void {
  const missed = new Set(orphans.map((call) => call.label));
  for (const { notes } of sets) {
    notes.forEach((note, index) => {
      const before = notes[index - 1];
      const from = before ? rankOf(before.label) : undefined;
      const to = rankOf(note.label);
      if (from === undefined || to === undefined || to <= from + 1 || !/^\d/.test(note.label)) return;
      if (missed.has(String(from + 1))) return;
      const lost = to === from + 2 ? `note ${from + 1}` : `notes ${from + 1} to ${to - 1}`;
      say(file, 'note-label-gap', `Unexpected note ${to} after note ${from}, expected ${lost} between them`, {
        place: note.place,
        note: `Look in the source whether ${lost} got lost, or stands elsewhere in the text.`,
      });
    });
  }
}

/** Reports labels that were read as others because the sequence proves it. */
export function reportRepairs(file: VFile, { sets, repaired }: Settled): void {
  for (const { label, repairedFrom, place } of sets.flatMap((set) => set.notes)) {
    if (repairedFrom === undefined) continue;
    say(file, 'note-label-repaired', `Read the label “${repairedFrom}” of a note as “${label}”`, {
      place,
      note: 'The notes before and after it leave no other reading. Correct the label in the source to be sure.',
    });
  }
  for (const { label, mark, place } of repaired) {
    say(file, 'note-label-repaired', `Read “${mark}” as the call of note “${label}”`, {
      place,
      note: 'The calls before and after it leave no other reading. Correct the label in the source to be sure.',
    });
  }
}

/** Reports labelled paragraphs under a heading “Notes” that no call belongs to: they stay where they are. */
export function reportUntaken(file: VFile, sets: readonly NoteSet[], tree: Root): void {
  const still = new Set<Nodes>(tree.children);
  const seen = new Set<Nodes>();
  for (const { notes, form, standing, blocks } of sets) {
    const [first] = blocks;
    if (form !== 'marked' || standing !== 'headed' || !first || !still.has(first) || seen.has(first))
      continue;
    seen.add(first);
    say(
      file,
      'notes-without-calls',
      `Unexpected list of notes from “${notes[0]!.label}” to “${notes.at(-1)!.label}” without calls in the text`,
      {
        place: first.position,
        note: 'The notes stay in the text as they are. Put calls into the text if they belong to it.',
      },
    );
  }
}
