import type { NoteSeries } from './types.js';
import type { Written } from './write.js';

const PREFIX: Readonly<Record<NoteSeries, string>> = { author: '', editor: 'ed-', translator: 'tr-' };
const SYMBOL_NAMES: Readonly<Record<string, string>> = {
  '*': 'star',
  '†': 'dagger',
  '‡': 'double-dagger',
  '§': 'section',
  '‖': 'parallel',
  '¶': 'pilcrow',
};

/** A name for a label that any Markdown reader takes as one: `*` → `star`, `**` → `star-star`. */
const nameOf = (label: string): string =>
  [...label.replace(/(?<=\d)\*$/, '')]
    .map((character) => SYMBOL_NAMES[character] ?? character)
    .join(/^[^\p{L}\p{N}]/u.test(label) ? '-' : '') || 'note';

/**
 * Gives every note an identifier of its own, and its calls the same: the label as it is where that is free, with a
 * number behind it where another note has it. An editor’s or translator’s note that gets a new name begins with
 * `ed-` or `tr-`, so that the Markdown keeps who wrote it. Names that a writer gave stay.
 */
export function nameNotes(notes: readonly Written[]): void {
  const taken = new Set<string>();
  const own = (note: Written): boolean => note.definition.identifier !== '';
  for (const note of notes) {
    if (own(note) && !taken.has(note.definition.identifier)) taken.add(note.definition.identifier);
  }
  const claimed = new Set<string>();
  const counts = new Map<string, number>();
  for (const { definition, references } of notes) {
    let label = definition.label ?? '';
    let identifier = definition.identifier;
    if (!identifier || claimed.has(identifier)) {
      const data = definition.data!.octavo!;
      const inline = !label;
      const base = identifier || PREFIX[data.series] + nameOf(label);
      let count = counts.get(base) ?? (inline ? 1 : 0);
      do {
        count++;
        label = count === 1 ? base : inline ? `${base}-${count - 1}` : `${base}-${count}`;
      } while (taken.has(label.toLowerCase()));
      counts.set(base, count);
      identifier = label.toLowerCase();
      taken.add(identifier);
    }
    claimed.add(identifier);
    definition.identifier = identifier;
    definition.label = label;
    for (const reference of references) {
      reference.identifier = identifier;
      reference.label = label;
    }
  }
}
