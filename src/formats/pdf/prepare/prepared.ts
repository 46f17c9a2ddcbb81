import type { Note } from '../../../edition/edition.js';
import type { IndexEntry } from '../../../edition/index-entries.js';
import type { Bookmark } from '../finish/outline.js';
import type { Collected } from './collected.js';
import type { HtmlDocument } from './document.js';
import type { Printed } from './printed.js';

/** A book ready for the page engine, with what only the preparation knows. */
export interface PreparedBook {
  readonly document: HtmlDocument;
  /** Every section by its anchor, in printing order. */
  readonly sections: ReadonlyMap<string, Printed>;
  /** Anchors of all headings, in printing order. */
  readonly headings: readonly string[];
  readonly notes: readonly Note[];
  readonly index: readonly IndexEntry[];
  readonly bookmarks: readonly Bookmark[];
  readonly collected: Collected;
  /** Code points that no font of the book has. */
  readonly missingCharacters: readonly number[];
}
