/** A stretch of text that fills pages from its first to its last, as numbers. */
export interface BreakInput {
  readonly lines: readonly TextLine[];
  /** Notes in the order in which they come to the foot: each after the one that is called before it. */
  readonly notes: readonly FootNote[];
  /** Places where lines can be won or saved, by their first lines. */
  readonly loose?: readonly LoosePlace[];
}

/** A place that can take a line more or a line fewer if all of it stands on one page, and what that costs. */
export interface LoosePlace {
  /** Its lines: from, and up to but without. */
  readonly from: number;
  readonly to: number;
  readonly longer?: number;
  readonly shorter?: number;
}

export interface TextLine {
  readonly top: number;
  readonly bottom: number;
  /** What a page end after this line costs; Infinity where none may be. */
  readonly after: number;
  /** A page end is asked for after this line. */
  readonly forced?: boolean;
  /** Height that is repeated at the top of a page that begins with this line: the head of a table. */
  readonly repeat?: number;
  /** Height that a page with this line leaves free, because its text was printed taller than it was measured. */
  readonly spare?: number;
}

export interface FootNote {
  /** Line of the text that calls it, or, for a note called in a note, that note's own line of text. */
  readonly line: number;
  /** The note that calls it, as an index into `notes`, and which of its lines does. */
  readonly within?: { readonly note: number; readonly line: number };
  /** Bottoms of its lines, from its own top. */
  readonly bottoms: readonly number[];
}

/** What a page is: fixed for the whole run. */
export interface BreakSettings {
  readonly height: number;
  readonly leading: number;
  /** Space between text and notes. */
  readonly gap: number;
  /** Side of the first page. */
  readonly side: 'recto' | 'verso';
  /** Space above the first line of the first page: the sink of a chapter opening. */
  readonly sink: number;
}

/** A note, and its first line still to place. */
export interface NotePosition {
  readonly note: number;
  readonly line: number;
}

/** Lines of a note at the foot of a page: from `from` up to but without `to`. */
export interface NotePart {
  readonly note: number;
  readonly from: number;
  readonly to: number;
}

/** One page: lines of the text from `from` up to but without `to`, and parts of notes in their order. */
export interface BrokenPage {
  readonly from: number;
  readonly to: number;
  readonly notes: readonly NotePart[];
  /** Heights of text and notes in pixels, the gap not counted. */
  readonly body: number;
  readonly foot: number;
  /** Places on it with a line more (1) or fewer (-1), as indices into `loose`; `body` counts that in. */
  readonly reset: readonly { readonly place: number; readonly by: 1 | -1 }[];
}
