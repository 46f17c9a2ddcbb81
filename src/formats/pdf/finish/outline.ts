import type { PdfFile } from '../file/pdf-file.js';
import { pdfText } from '../file/pdf-text.js';
import { Mismatch } from './mismatch.js';
import { references } from './pages.js';

/** A bookmark: a heading of the book, by its anchor. */
export interface Bookmark {
  readonly id: string;
  readonly title: string;
  readonly children: readonly Bookmark[];
}

interface Printed {
  readonly destination: string;
  readonly element?: string;
}

/** A heading that is printed on another page than it was laid out on; pages count from 0. */
export interface StrayHeading {
  readonly id: string;
  readonly laidOut: number;
  readonly printed: number;
}

/**
 * Replaces Chromium's outline, whose titles hold the calls of notes and whose tree is guessed from the sizes of
 * headings, by the book's own tree; places are taken over from it.
 *
 * @param headings anchors of all headings in the order in which they are printed.
 * @param anchors page of each anchor as laid out: every heading must be printed there.
 * @returns the object number of the new outline, if there are bookmarks, and the headings that are elsewhere.
 */
export function setOutline(
  file: PdfFile,
  bookmarks: readonly Bookmark[],
  headings: readonly string[],
  pages: readonly number[],
  anchors: ReadonlyMap<string, number>,
): {
  readonly outline?: number;
  readonly strays: readonly StrayHeading[];
  readonly places: ReadonlyMap<string, number>;
} {
  const printed = printedOutline(file);
  if (printed.length !== headings.length) {
    throw new Mismatch(`The outline has ${printed.length} entries for ${headings.length} headings`);
  }
  const byHeading = new Map(headings.map((id, i) => [id, printed[i]!]));
  const placeOf = (id: string): Printed => {
    const heading = byHeading.get(id);
    if (heading) return heading;
    // A section without a heading, such as a dedication: its page.
    const page = pages[anchors.get(id) ?? -1];
    if (page === undefined) throw new Mismatch(`What the bookmark ${id} leads to was not printed`);
    return { destination: `[${page} 0 R /Fit]` };
  };
  const places = new Map(
    headings.map((id, i) => [id, pages.indexOf(references(printed[i]!.destination)[0]!)] as const),
  );
  const strays = headings.flatMap((id) => {
    const laidOut = anchors.get(id) ?? -1;
    const at = places.get(id)!;
    return at === laidOut ? [] : [{ id, laidOut, printed: at }];
  });
  if (!bookmarks.length) return { strays, places };
  const root = file.add('');
  const children = addBookmarks(file, bookmarks, root, placeOf, bookmarks.length);
  file.set(root, `<</Type /Outlines ${children}>>`);
  return { outline: root, strays, places };
}

/** Adds the bookmarks and gives what their parent says of them. */
function addBookmarks(
  file: PdfFile,
  bookmarks: readonly Bookmark[],
  parent: number,
  placeOf: (id: string) => Printed,
  count: number,
): string {
  const numbers = bookmarks.map(() => file.add(''));
  bookmarks.forEach((bookmark, i) => {
    const { destination, element } = placeOf(bookmark.id);
    file.set(
      numbers[i]!,
      `${[
        `<</Title ${pdfText(bookmark.title)}`,
        `/Dest ${destination}`,
        ...(element ? [`/SE ${element}`] : []),
        `/Parent ${parent} 0 R`,
        ...(i > 0 ? [`/Prev ${numbers[i - 1]} 0 R`] : []),
        ...(i < numbers.length - 1 ? [`/Next ${numbers[i + 1]} 0 R`] : []),
        // A negative count: the sections of a chapter are folded until a reader opens them.
        ...(bookmark.children.length
          ? [addBookmarks(file, bookmark.children, numbers[i]!, placeOf, -bookmark.children.length)]
          : []),
      ].join('\n')}>>`,
    );
  });
  return `/First ${numbers[0]} 0 R /Last ${numbers.at(-1)} 0 R /Count ${count}`;
}

/** The entries of Chromium's outline in order, and removes them. */
function printedOutline(file: PdfFile): Printed[] {
  const root = file.trailer('Root');
  const outline = /\/Outlines (\d+) 0 R/.exec(file.text(root))?.[1];
  if (!outline) return [];
  const entries: Printed[] = [];
  const walk = (number: number | undefined) => {
    for (let at = number; at; ) {
      const text = file.text(at);
      const destination = /\/Dest (\[[^\]]*\])/.exec(text)?.[1];
      const element = /\/SE (\d+ 0 R)/.exec(text)?.[1];
      if (!destination || !element) throw new Error('A bookmark of the printed file has no place');
      entries.push({ destination: atLeftEdge(destination), element });
      file.remove(at);
      walk(key(text, 'First'));
      at = key(text, 'Next') ?? 0;
    }
  };
  walk(key(file.text(Number(outline)), 'First'));
  file.remove(Number(outline));
  file.set(root, file.text(root).replace(/\/Outlines \d+ 0 R/, ''));
  return entries;
}

/** A bookmark leads to a height on its page and leaves the zoom as it is. */
function atLeftEdge(destination: string): string {
  return destination.replace(/\/XYZ \S+ (\S+) \S+\]/, '/XYZ null $1 null]');
}

function key(text: string, name: string): number | undefined {
  return references(new RegExp(`/${name} \\d+ 0 R`).exec(text)?.[0] ?? '')[0];
}
