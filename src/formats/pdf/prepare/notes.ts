import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Note } from '../../../edition/edition.js';
import { isBox } from './boxes.js';
import { convertAll, placeholderOf, type Surroundings } from './convert-text.js';
import { FILL } from './fills.js';

/** Gives the surroundings of a note: its calls are collected apart from those of the text. */
type AroundNote = (calls: string[]) => Surroundings;

/** Notes for the feet of the pages that call them. */
export function notesAtFoot(notes: readonly Note[], aroundNote: AroundNote): Element[] {
  return notes.map((note) => {
    const calls: string[] = [];
    const around = aroundNote(calls);
    const content = convertAll(note.content, around);
    around.collected.callsInside.set(note.id, calls);
    const label = around.labelsByPage
      ? h('span.note-label', { role: 'group', dataFill: FILL.label(note.id) }, placeholderOf(note.label))
      : h('span.note-label', { role: 'group' }, note.label);
    return h(
      'aside.note',
      { id: note.id, role: 'article', dataSeries: note.series },
      withLabel(content, label),
    );
  });
}

/** Notes as a list at the end of a chapter or of the book: each label leads back to its call. */
export function notesAtEnd(notes: readonly Note[], aroundNote: AroundNote): Element[] {
  return notes.map((note) => {
    const label = h('a.note-label', { href: `#${note.calls[0]}`, role: 'doc-backlink' }, note.label);
    return h('div.endnote', { id: note.id }, withLabel(convertAll(note.content, aroundNote([])), label));
  });
}

/** Sets the label before the first words; a note that begins with a list or verse has it in a line of its own. */
function withLabel(content: readonly ElementContent[], label: Element): ElementContent[] {
  const [first, ...rest] = content;
  if (!first || !isBox(first)) return [h('p', label, ' ', [...content])];
  if (first.tagName !== 'p') return [h('p', label), ...content];
  return [{ ...first, children: [label, { type: 'text', value: ' ' }, ...first.children] }, ...rest];
}
