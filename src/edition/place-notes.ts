import type { Element, ElementContent } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { Anchors } from '../hast/ids.js';
import { INTERNAL } from '../hast/internal.js';
import type { NamedSection } from './assign-ids.js';
import type { BookDocument } from './document.js';
import type { Note } from './edition.js';
import { signOf } from './note-signs.js';

/** The notes of each section, and what was written as a note and called nowhere. */
export interface PlacedNotes {
  readonly notes: ReadonlyMap<NamedSection, readonly Note[]>;
  readonly unplaced: ReadonlyMap<NamedSection, readonly Element[]>;
}

interface Source {
  readonly element: Element;
  readonly section: NamedSection;
}

/** What a count of notes goes through. */
type Scope = NamedSection | 'book';

interface Draft {
  readonly id: string;
  readonly label: string;
  readonly source: Element;
  readonly calls: string[];
}

/**
 * Takes the notes out of the text, numbers them in the order of their first calls (a note called in a note comes
 * after it), those of editors and translators apart from the author's, and ties calls and notes together (invariant note-pair).
 */
export function placeNotes(
  sections: readonly NamedSection[],
  anchors: Anchors,
  { number: numbering, series }: { number: 'chapter' | 'book' | 'page'; series: 'apart' | 'together' },
): PlacedNotes {
  const sources = takeOut(sections);
  const isApart = series === 'apart' && hasBothSeries(sources);
  const drafts = new Map<Element, Draft>();
  /** Notes that nothing calls; a call inside one of them cannot place another of them. */
  const unplaced = new Set<Element>();
  const notes = new Map<NamedSection, Draft[]>();
  const counts = { numbers: new Map<Scope, number>(), signs: new Map<Scope, number>() };

  /** Ties the calls in a text to their notes, and those in each note right after its own first call. */
  function tie(root: NamedSection['tree'] | Element, section: NamedSection): void {
    const known = sources.get(section.document);
    for (const call of callsIn(root)) {
      const source = known?.get(String(call.properties[INTERNAL.call]))?.element;
      if (!source || unplaced.has(source)) {
        makeText(call);
        continue;
      }
      const draft = drafts.get(source);
      if (draft) {
        finishCall(call, draft, anchors);
        continue;
      }
      const isSigned = isApart && seriesOf(source) !== 'author';
      const number = next(section, isSigned ? counts.signs : counts.numbers);
      const id = anchors.reserve(`${section.id}-note-${isSigned ? 'ed-' : ''}${number}`);
      const made: Draft = { id, label: isSigned ? signOf(number) : String(number), source, calls: [] };
      drafts.set(source, made);
      notes.get(section)!.push(made);
      finishCall(call, made, anchors);
      tie(source, section);
    }
  }

  // Numbers of pages are known only to the page engine, which begins from those of the chapter.
  function next(section: NamedSection, count: Map<Scope, number>): number {
    const scope = numbering === 'book' ? 'book' : section;
    const number = (count.get(scope) ?? 0) + 1;
    count.set(scope, number);
    return number;
  }

  for (const [index, section] of sections.entries()) {
    notes.set(section, []);
    tie(section.tree, section);
    if (sections[index + 1]?.document === section.document) continue;
    // A file is done: what none of its sections has called is called nowhere.
    for (const { element, section: own } of inOrder(sources.get(section.document)!)) {
      if (drafts.has(element)) continue;
      unplaced.add(element);
      tie(element, own);
    }
  }

  return {
    notes: new Map([...notes].map(([section, own]) => [section, own.map(finish)])),
    unplaced: unplacedOf(sections, sources, unplaced),
  };
}

function takeOut(sections: readonly NamedSection[]): Map<BookDocument, Map<string, Source>> {
  const sources = new Map<BookDocument, Map<string, Source>>();
  for (const section of sections) {
    const known = sources.get(section.document) ?? new Map<string, Source>();
    sources.set(section.document, known);
    const found: { element: Element; siblings: unknown[] }[] = [];
    visit(section.tree, 'element', (element, _index, parent) => {
      if (element.properties[INTERNAL.note] !== undefined && parent)
        found.push({ element, siblings: parent.children });
    });
    // From the inside out, so that a note written inside another is taken from it.
    for (const { element, siblings } of found.reverse()) {
      siblings.splice(siblings.indexOf(element), 1);
      const identifier = String(element.properties[INTERNAL.note]);
      known.set(known.has(identifier) ? `${identifier} again ${known.size}` : identifier, {
        element,
        section,
      });
    }
  }
  return sources;
}

function callsIn(root: NamedSection['tree'] | Element): Element[] {
  const calls: Element[] = [];
  visit(root, 'element', (element) => {
    if (element.properties[INTERNAL.call] === undefined) return undefined;
    calls.push(element);
    return SKIP;
  });
  return calls;
}

function finishCall(call: Element, draft: Draft, anchors: Anchors): void {
  const id = anchors.reserve(draft.id.replace(/-note-(?=(?:ed-)?\d+(?:-\d+)?$)/, '-call-'));
  draft.calls.push(id);
  delete call.properties[INTERNAL.call];
  Object.assign(call.properties, { id, href: `#${draft.id}`, dataNote: draft.id });
  call.children = [{ type: 'text', value: draft.label }];
}

/** A call whose note is nowhere: its label stays as text. */
function makeText(call: Element): void {
  call.tagName = 'span';
  call.properties = {};
}

function finish({ id, label, source, calls }: Draft): Note {
  return { id, label, series: seriesOf(source), content: blocksOf(source), calls };
}

function seriesOf({ properties: { dataSeries } }: Element): Note['series'] {
  return dataSeries === 'editor' || dataSeries === 'translator' ? dataSeries : 'author';
}

function hasBothSeries(sources: ReadonlyMap<BookDocument, ReadonlyMap<string, Source>>): boolean {
  const all = new Set(
    [...sources.values()].flatMap((known) => [...known.values()].map(({ element }) => seriesOf(element))),
  );
  return all.size > 1 && all.has('author');
}

/** The blocks of a note without the white space between them. */
export function blocksOf({ children }: Element): ElementContent[] {
  return children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
}

function unplacedOf(
  sections: readonly NamedSection[],
  sources: ReadonlyMap<BookDocument, ReadonlyMap<string, Source>>,
  unplaced: ReadonlySet<Element>,
): Map<NamedSection, Element[]> {
  const bySection = new Map<NamedSection, Element[]>(sections.map((section) => [section, []]));
  for (const known of sources.values())
    for (const { element, section } of inOrder(known))
      if (unplaced.has(element)) bySection.get(section)!.push(element);
  return bySection;
}

function inOrder(known: ReadonlyMap<string, Source>): Source[] {
  const offset = ({ element }: Source) => element.position?.start.offset ?? 0;
  return [...known.values()].sort((a, b) => offset(a) - offset(b));
}
