import type { FootnoteDefinition } from 'mdast';
import type {} from 'vfile';
import type { Place } from './place.js';

/** Who wrote a note: known from its signature, its heading words, its label or the options. */
export type NoteSeries = 'author' | 'editor' | 'translator';

/** How the source wrote a call and its note. */
export type ConventionName =
  | 'gfm'
  | 'inline'
  | 'linked'
  | 'bracketed'
  | 'parenthesised'
  | 'braced'
  | 'superscript'
  | 'starred'
  | 'symbols'
  | 'remark';

/** What normalising leaves at `data.octavo` of every `footnoteReference` and `footnoteDefinition`. */
export interface NoteData {
  readonly series: NoteSeries;
  /** The label as the source has it: `1`, `iv`, `*`, `1*`; empty for an inline note. */
  readonly originalLabel: string;
  readonly convention: ConventionName;
  /** The characters that left the text when the node was made of them: `[1]`, `¹`; empty where none did. */
  readonly mark: string;
  /** Set on a definition that no call belongs to; it is in `NotesResult.unplacedNotes` too. */
  readonly unplaced?: true;
}

/** A call that has no note. Its characters stay in the text as they were. */
export interface UnplacedCall {
  readonly label: string;
  readonly convention: ConventionName;
  readonly place: Place | undefined;
}

/** A note that no call belongs to. Its node stays in the tree, under an identifier of its own. */
export interface UnplacedNote {
  readonly label: string;
  readonly convention: ConventionName;
  readonly node: FootnoteDefinition;
  readonly place: Place | undefined;
}

/** Words that only served the old notes and left the text: a heading “Notes”, a link back. */
export interface RemovedText {
  readonly text: string;
  readonly reason: 'notes-heading' | 'back-link';
  readonly place: Place | undefined;
}

/** What normalising the notes of a document found, at `file.data.octavoNotes`. */
export interface NotesResult {
  /** Notes that have a call. */
  readonly placed: number;
  readonly unplacedCalls: readonly UnplacedCall[];
  readonly unplacedNotes: readonly UnplacedNote[];
  readonly removed: readonly RemovedText[];
}

declare module 'mdast' {
  interface FootnoteReferenceData {
    octavo?: NoteData;
  }
  interface FootnoteDefinitionData {
    octavo?: NoteData;
  }
}

declare module 'vfile' {
  interface DataMap {
    octavoNotes: NotesResult;
  }
}
