import type { Element, ElementContent } from 'hast';
import type { Anchors } from '../hast/ids.js';
import { CLASS } from '../hast/vocabulary.js';
import type { UnplacedCall } from '../normalise/notes/types.js';
import type { NamedSection } from './assign-ids.js';
import { blocksOf } from './place-notes.js';

/** “Unplaced notes”, and what stands in place of a note that is missing. */
const WORDS: Readonly<Record<string, readonly [title: string, missing: string]>> = {
  de: ['Nicht zugeordnete Anmerkungen', 'ohne Anmerkung'],
  en: ['Unplaced notes', 'no note'],
  es: ['Notas sin llamada', 'sin nota'],
  fr: ['Notes sans appel', 'sans note'],
  it: ['Note senza richiamo', 'senza nota'],
  nl: ['Noten zonder verwijzing', 'geen noot'],
  pl: ['Przypisy bez odsyłacza', 'brak przypisu'],
  pt: ['Notas sem chamada', 'sem nota'],
  ru: ['Примечания без ссылок', 'нет примечания'],
  sv: ['Noter utan hänvisning', 'not saknas'],
};

/** The end of a section that prints notes without calls and names calls without notes, so that none is lost. */
export function unplacedSection(
  section: NamedSection,
  notes: readonly Element[],
  calls: readonly UnplacedCall[],
  anchors: Anchors,
): Element | undefined {
  if (notes.length + calls.length === 0) return undefined;
  const [title, missing] = WORDS[section.language.split('-')[0]!.toLowerCase()] ?? WORDS.en!;
  const id = anchors.reserve(`${section.id}-unplaced-notes`);
  const items = [
    ...notes.map((note) => plain('li', labelled(note))),
    ...calls.map(({ label }) => plain('li', [plain('p', [text(`[${label}] ${missing}`)])])),
  ];
  return {
    type: 'element',
    tagName: 'section',
    properties: { className: [CLASS.unplacedNotes] },
    children: [{ ...plain('h2', [text(title)]), properties: { id } }, plain('ol', items)],
  };
}

/** The blocks of a note with its old label before the first words. */
function labelled(note: Element): ElementContent[] {
  const blocks = blocksOf(note);
  const label = text(`[${String(note.properties.dataLabel ?? '')}] `);
  const [first, ...rest] = blocks;
  if (note.properties.dataLabel === '' || note.properties.dataLabel === undefined) return blocks;
  return first?.type === 'element' && first.tagName === 'p'
    ? [{ ...first, children: [label, ...first.children] }, ...rest]
    : [plain('p', [label]), ...blocks];
}

function plain(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
