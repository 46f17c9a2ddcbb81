import type { PdfFile } from '../file/pdf-file.js';
import { type Annotation, addAnnotations } from './annotations.js';
import { Mismatch } from './mismatch.js';
import type { Box } from './page-boxes.js';
import type { Element, Structure } from './structure.js';

/**
 * Chromium has no tags for notes, so the prepared HTML gives calls, notes and their labels ARIA roles (button,
 * article, group) that it turns into types which nothing else in a book has; here they get the types of the trade.
 */
const PRINTED_TYPE = { call: 'Form', note: 'Art', label: 'Div' } as const;

/** Where something stands in the file: index of the page, and a rectangle on it in points. */
export interface PlacedBox {
  readonly page: number;
  readonly box: Box;
}

/** Notes at page feet, as laid out; everything by the anchors of the edition. */
export interface NotesAsLaidOut {
  /** Calls outside notes, in the order of the text. */
  readonly calls: readonly string[];
  /** Notes in the order in which they stand in the file, each as many times as it has parts. */
  readonly feet: readonly string[];
  /** Calls inside a note, in its order. */
  readonly callsInside: ReadonlyMap<string, readonly string[]>;
  /** The note that a call leads to. */
  readonly noteOf: ReadonlyMap<string, string>;
  readonly places: ReadonlyMap<string, PlacedBox>;
}

/** A note whose beginning is not printed on the page of its call; pages count from 0. */
export interface StrayNote {
  readonly call: string;
  readonly note: string;
  readonly callPage: number;
  readonly notePage: number;
}

/**
 * Tags notes as `Note` where their call is read, whatever page foot they are printed at, makes links both ways
 * between call and note, and tells on which pages calls are printed and which notes do not begin on the page of theirs.
 * @throws {Error} when the printed file has other calls or notes than were laid out.
 */
export function mendNotes(
  file: PdfFile,
  structure: Structure,
  pages: readonly number[],
  laidOut: NotesAsLaidOut,
): { readonly strays: StrayNote[]; readonly printed: ReadonlyMap<string, number> } {
  const { notes, calls } = findNotes(structure, laidOut);
  const pageIndex = new Map(pages.map((page, i) => [page, i]));
  const printedPages = (element: Element) =>
    Array.from(structure.pagesOf(element), (page) => pageIndex.get(page) ?? -1).sort((a, b) => a - b);
  const strays: StrayNote[] = [];
  const printed = new Map<string, number>();
  const annotations: Annotation[] = [];
  const met = new Set<string>();
  for (const [call, element] of calls) {
    const note = laidOut.noteOf.get(call)!;
    const target = notes.get(note)!;
    const callPlace = laidOut.places.get(call);
    const notePlace = laidOut.places.get(note);
    const first = !met.has(note);
    met.add(note);
    if (first) {
      const callPages = printedPages(element);
      if (callPages[0] !== undefined) printed.set(call, callPages[0]);
      const notePages = printedPages(structure.elements.get(target.label)!);
      if (!callPages.some((page) => notePages.includes(page))) {
        strays.push({ call, note, callPage: callPages[0] ?? -1, notePage: notePages[0] ?? -1 });
      }
    }
    if (!callPlace || !notePlace) continue;
    annotations.push({ from: callPlace, to: notePlace, element: element.number });
    if (!first) continue;
    annotations.push({ from: labelPlace(notePlace, callPlace), to: callPlace, element: target.label });
  }
  for (const [call, element] of calls) structure.retype(element.number, 'Link', `\n/ID (${call})`);
  for (const [note, { element, label, rest }] of notes) {
    structure.retype(element.number, 'Note', `\n/ID (${note})`);
    structure.retype(label, 'Lbl');
    for (const more of rest) structure.merge(more, element.number);
  }
  for (const [call, element] of calls) {
    const note = notes.get(laidOut.noteOf.get(call)!)!.element.number;
    if (!met.delete(laidOut.noteOf.get(call)!)) continue;
    structure.moveBehind(note, outsideHeading(structure, element.number));
  }
  addAnnotations(file, structure, pages, annotations);
  structure.write();
  return { strays, printed };
}

interface FoundNote {
  readonly element: Element;
  readonly label: number;
  /** Elements of its parts on later pages. */
  readonly rest: number[];
}

function findNotes(structure: Structure, laidOut: NotesAsLaidOut) {
  const notes = new Map<string, FoundNote>();
  const calls = new Map<string, Element>();
  const inside = new Map<string, Element[]>();
  const { feet } = laidOut;
  const seen = new Set<string>();
  const begins = feet.map((id) => !seen.has(id) && !!seen.add(id));
  let at = -1;
  for (const element of structure.ofType(PRINTED_TYPE.note)) {
    const label = firstOfType(structure, element, PRINTED_TYPE.label);
    if (label) {
      // Parts without anything that is tagged are not in the file.
      at = begins.indexOf(true, at + 1);
      if (at < 0) throw new Mismatch(`More notes were printed than the ${countOf(begins)} laid out`);
      notes.set(feet[at]!, { element, label: label.number, rest: [] });
    } else {
      if (begins[at + 1] === false) at++;
      notes.get(feet[at] ?? '')?.rest.push(element.number);
    }
    const found = allOfType(structure, element, PRINTED_TYPE.call);
    const id = feet[at] ?? '';
    inside.set(id, [...(inside.get(id) ?? []), ...found]);
  }
  if (notes.size !== countOf(begins)) {
    throw new Mismatch(`${notes.size} notes were printed of the ${countOf(begins)} laid out`);
  }
  for (const id of notes.keys())
    pair(`calls in the note ${id}`, laidOut.callsInside.get(id) ?? [], inside.get(id) ?? [], calls);
  const inNotes = new Set([...inside.values()].flat().map(({ number }) => number));
  const outside = structure.ofType(PRINTED_TYPE.call).filter((call) => !inNotes.has(call.number));
  const found = new Map<string, Element>();
  pair('calls in the text', laidOut.calls, outside, found);
  return { notes, calls: new Map([...found, ...calls]) };
}

const countOf = (flags: readonly boolean[]) => flags.filter(Boolean).length;

function pair(
  what: string,
  ids: readonly string[],
  elements: readonly Element[],
  into: Map<string, Element>,
): void {
  if (ids.length !== elements.length) {
    throw new Mismatch(`${elements.length} ${what} were printed, ${ids.length} laid out`);
  }
  ids.forEach((id, i) => {
    into.set(id, elements[i]!);
  });
}

function allOfType(structure: Structure, element: Element, type: string): Element[] {
  return element.kids.flatMap((kid) => {
    const found = structure.elements.get(kid);
    if (!found) return [];
    return [...(found.type === type ? [found] : []), ...allOfType(structure, found, type)];
  });
}

function firstOfType(structure: Structure, element: Element, type: string): Element | undefined {
  return allOfType(structure, element, type)[0];
}

/** A note called in a heading is read after it, not as words of it. */
function outsideHeading(structure: Structure, number: number): number {
  let place = number;
  for (let at = structure.elements.get(number); at; at = structure.elements.get(at.parent)) {
    if (/^H\d?$/.test(at.type)) place = at.number;
  }
  return place;
}

/** The label stands where the note begins; it is touched on a square as high as a line of text. */
function labelPlace(note: PlacedBox, call: PlacedBox): PlacedBox {
  const { x, y, width, height } = note.box;
  const size = Math.min(height, Math.max(10, call.box.height));
  return {
    page: note.page,
    box: { x, y: y + height - size, width: Math.min(width, size * 1.4), height: size },
  };
}
