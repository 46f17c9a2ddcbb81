import type { Page } from 'puppeteer-core';
import type { PageStart } from '../edition/page-start.js';

/**
 * The contract between the page engine and the format that prints with it. All lengths are CSS pixels (96 to
 * the inch) unless a name says otherwise; pages count from 0 in the order of the file.
 *
 * **Prepared HTML.** The body holds nothing but `section` elements in printing order, each new on a page:
 *
 * ```html
 * <section id="ch1" data-kind="chapter" data-folios="arabic" data-opening="recto" data-path="ch1.md">
 *   <h1 id="…" data-line="1">…</h1>
 *   <p data-line="3">… <a class="note-call" id="call-1" data-note="n1">1</a> …</p>
 *   <div class="notes">
 *     <aside class="note" id="n1" data-line="9"><p><span class="note-label">1</span> …</p></aside>
 *   </div>
 * </section>
 * ```
 *
 * - A box holds either text or boxes, never both; loose text beside boxes is wrapped in a `p`. `tr`, `img`,
 *   `svg`, `hr`, `.keep`, flex or grid boxes and a `figure` without the class `table` are never broken inside, nor
 *   is a table (with its caption, in a `figure.table`) that takes no more than a quarter of a page.
 * - `div.notes` is the last child of its section and holds the notes to go to page feet. A call is any element
 *   with `data-note`, in the text, in a table, in a caption or in another note. Notes at the end of the chapter
 *   or book are plain text of a section and have no `div.notes`.
 * - `data-opening`: `recto` (a blank page before it where need be), `any`, or `run-on` (goes on below the
 *   section before it).
 * - `data-folios`: `roman`, `arabic` or `none` (title page and the like: counted with the pages after it, but
 *   nothing printed). Counting begins again at 1 where arabic follows roman.
 * - `data-late`: laid out after all others have their pages, because its text is made of them (an index).
 *   Allowed only for sections that no other one follows.
 * - `data-leads`: stands on the page on which the block after it begins.
 * - Blocks with `data-guide` are entries, as of a dictionary: that is their word for running heads.
 * - Blocks carry `data-line`, their line in `data-path` of the section.
 * - Text that depends on pages stands in an element with `data-fill="KEY"`; `Furniture.fills` gives it its text
 *   before printing. In running text it takes the room of its placeholder: write one about as wide as the text will be.
 * - Blocks with `text-align: justify` are set by the engine's own line breaker, with hyphenation by their `lang`;
 *   all others as Chromium sets them. `div.page-break` forces a new page. Whatever has an `id` is found again in
 *   `Layout.anchors`.
 * - All vertical margins, paddings and line heights of the text add up to whole multiples of the leading:
 *   `var(--leading)`. No vertical padding on a container that can break. Notes may have a leading of their own.
 */

/** Where everything stands on a sheet. Recto and verso mirror each other. */
export interface PageGeometry {
  /** The `size` of `@page`: a little larger than the trim (and than bleed and marks), whole multiples of 8 px. */
  readonly sheet: { readonly width: number; readonly height: number };
  /** The finished page on the sheet, to be cut out as MediaBox or marked as TrimBox. */
  readonly trim: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** From the edges of the sheet to the text area: the margins of `@page`. */
  readonly margins: {
    readonly top: number;
    readonly bottom: number;
    readonly inner: number;
    readonly outer: number;
  };
  /** Width of the text area, whole pixels. */
  readonly measure: number;
  /** Height of the text area: whole pixels, `lines` × `leading` and less than one pixel more. */
  readonly height: number;
  /** Distance of base lines: a multiple of 1/64 px, as Chromium counts. */
  readonly leading: number;
  readonly lines: number;
  /** Size of the text. */
  readonly size: number;
}

/** Blocks whose pages are to leave some height free: from, up to and with; see `Layout.blocks`. */
export interface Spare {
  readonly from: number;
  readonly to: number;
  readonly height: number;
}

export interface PaginateSettings {
  readonly geometry: PageGeometry;
  /** Language of the book, for blocks without `lang`. */
  readonly language: string;
  readonly hyphenate: boolean;
  /** Punctuation at the edges of justified text stands out of it a little. */
  readonly hanging: boolean;
  /** Runs when the lines are set and before anything is measured: a last chance to fit boxes to the page. */
  readonly fit?: (page: Page) => Promise<void>;
  /** The same for late sections, when the texts made of pages stand in them. */
  readonly fitLate?: (page: Page) => Promise<void>;
  /** What an earlier print of the same text has taught. */
  readonly spare?: readonly Spare[];
}

export type PageKind =
  /** The first page of a section that opens on a new page: no running head. */
  | 'opener'
  | 'text'
  /** Notes only. */
  | 'notes'
  /** Left empty so that the next section opens recto: no head, no folio. */
  | 'blank';

export interface LaidPage {
  readonly side: 'recto' | 'verso';
  readonly kind: PageKind;
  /** The section whose text stands first on the page; for a blank page the one that follows. */
  readonly section: string;
  /** Its folio as the PDF's page label has it: `xii`, `12`. */
  readonly label: string;
  readonly numbering: 'roman' | 'arabic' | 'none';
  /** Ids of the headings that stand on the page, in order. */
  readonly headings: readonly string[];
  /** The last heading of each level (1 to 6) that stands on this page or before it in its section. */
  readonly current: Readonly<Record<number, string>>;
  /** The first heading of each level that holds for lines of this page. */
  readonly opened: Readonly<Record<number, string>>;
  /** The first and the last guide word that stands on this page, or the one that the page goes on with. */
  readonly words?: { readonly first: string; readonly last: string };
}

/** A rectangle on a page, from the top left corner of the text area. */
export interface Spot {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Overflow {
  /** Section's `data-path` and nearest `data-line`. */
  readonly path: string;
  readonly line?: number;
  readonly what: 'wide' | 'tall';
  /** The element's name, and the first words of its text. */
  readonly element: string;
  readonly text: string;
  /** Pixels beyond the text area. */
  readonly by: number;
}

/** A line of running text: not of a heading, a table, a caption, a note or of what the print edition has added. */
export interface LaidLine {
  /** From the top of the text area. */
  readonly top: number;
  readonly section: string;
}

/** The whole book in pages, known before anything is printed. */
export interface Layout {
  readonly pages: readonly LaidPage[];
  /** Page of every element that has an id, notes among them. */
  readonly anchors: ReadonlyMap<string, number>;
  /** From the head of its page to the line in which each element of the text with an id begins, in pixels. */
  readonly tops: ReadonlyMap<string, number>;
  /** Where calls and notes stand, by id: what links between them need. */
  readonly spots: ReadonlyMap<string, Spot>;
  /** Ids of the notes at page feet as they are printed, each as many times as it has parts. */
  readonly feet: readonly string[];
  /** The block that each page begins with, by its place in the book; undefined where a page has no text. */
  readonly blocks: readonly (number | undefined)[];
  /** The lines of each page, from its head down. */
  readonly lines: readonly (readonly LaidLine[])[];
  /** One a page, blanks left out. */
  readonly starts: readonly PageStart[];
  readonly overflows: readonly Overflow[];
}

/** What stands on the pages beside the text, made from a layout. */
export interface Furniture {
  /**
   * Running heads, one a page, plain text; empty for none. Shown by `content: counter(page, head)` in the font
   * `--head`; what is wider than the text is shortened.
   */
  readonly heads: readonly string[];
  /** Folios as printed, one a page; empty for none. Shown by `content: counter(page, folio)`. */
  readonly folios: readonly string[];
  /** Text of the elements with `data-fill`, by key. */
  readonly fills: ReadonlyMap<string, string>;
}

/** Called when pages are known: once before late sections are laid out, and once for the whole book. */
export type Furnish = (layout: Layout) => Furniture;
