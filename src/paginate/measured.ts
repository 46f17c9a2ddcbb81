/** What the page tells about its text: numbers only, so that all breaking is done without a browser. */
export interface Measured {
  readonly sections: readonly MeasuredSection[];
  /** Every block that breaks into lines, and every box that does not break, in reading order. */
  readonly blocks: readonly MeasuredBlock[];
  /** Lists, tables, pictures and the like that stand between a heading or a paragraph and a paragraph. */
  readonly boxes: readonly MeasuredBox[];
  readonly notes: readonly MeasuredNote[];
  readonly calls: readonly MeasuredCall[];
  /** [id, block, line] of all that has an id in the text. */
  readonly anchors: readonly (readonly [id: string, block: number, line: number])[];
  /** [id, note, line] of all that has an id in notes. */
  readonly noteAnchors: readonly (readonly [id: string, note: number, line: number])[];
  readonly overflows: readonly MeasuredOverflow[];
}

export interface MeasuredBox {
  /** Its blocks: from, and up to but without. */
  readonly from: number;
  readonly to: number;
  /** How many blocks it may stand behind that follow it: paragraphs, of which one more follows. */
  readonly floats: number;
}

export interface MeasuredSection {
  readonly id: string;
  readonly opening: 'recto' | 'any' | 'run-on';
  readonly folios: 'roman' | 'arabic' | 'none';
  readonly late: boolean;
  /** Top of its box. */
  readonly top: number;
  /** Its blocks: from, and up to but without. */
  readonly from: number;
  readonly to: number;
}

/** A `term` stands on the page of what it leads in, as a term in a list or a note before its paragraph. */
export type BlockKind = 'text' | 'code' | 'heading' | 'verse' | 'whole' | 'row' | 'head-row' | 'term';

export interface MeasuredBlock {
  readonly kind: BlockKind;
  readonly top: number;
  /** Bottoms of its lines; one for a box that does not break. */
  readonly bottoms: readonly number[];
  /** Lines (counted from 0) that end with a hyphen. */
  readonly hyphens?: readonly number[];
  /** A heading above which there is room that can grow. */
  readonly spaced?: boolean;
  /** What it costs to set it in a line more, and in a line fewer, where that can be done well. */
  readonly longer?: number;
  readonly shorter?: number;
  readonly level?: number;
  readonly id?: string;
  /** The words that it has entries for. */
  readonly guides?: readonly string[];
  /** Boxes of one group stay on one page. */
  readonly keep?: number;
  /** The table that a row or a caption belongs to, and the height of the head that repeats where it goes on overleaf. */
  readonly table?: number;
  readonly repeat?: number;
  /** A new page is asked for before this block. */
  readonly forced?: boolean;
  /** Not text of the edition: the print edition has added it. */
  readonly added?: boolean;
  /** Height that its pages leave free: an earlier print of them was taller than they were measured. */
  readonly spare?: number;
  /** Stays with what follows: a line that leads in to a list, a salutation. */
  readonly leads?: boolean;
  /** A signature follows, which is not to stand alone. */
  readonly signed?: boolean;
}

export interface MeasuredNote {
  readonly id: string;
  /** Bottoms of its lines from its own top; the last is its height. */
  readonly bottoms: readonly number[];
}

export interface MeasuredCall {
  readonly id: string;
  readonly note: number;
  /** Not the first call of its note. */
  readonly again?: boolean;
  /** Where it stands: a block of the text, or a note. */
  readonly block?: number;
  readonly inNote?: number;
  readonly line: number;
  readonly x: number;
  /** From the top of its block, or of its note. */
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface MeasuredOverflow {
  readonly path: string;
  readonly line?: number;
  readonly what: 'wide' | 'tall';
  readonly element: string;
  readonly text: string;
  readonly by: number;
}
