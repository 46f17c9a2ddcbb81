import type { MappedText } from './mapped-text.js';
import type { Label } from './notes/label.js';

/** The texts of blocks hold inline marks (`marks.ts`) in place of Markdown. */
export type Block =
  | Heading
  | Paragraph
  | Verse
  | Quotation
  | List
  | Container
  | Note
  | Speech
  | Preformatted
  | SceneBreak;

export interface Heading {
  readonly type: 'heading';
  /** 1–6; 0 until the level is known. */
  readonly level: number;
  readonly text: MappedText;
  /** “Chapter IV”, where the source gives a label apart from the title. */
  readonly label?: MappedText;
  /** How the source marked it; headings of one make have one level. */
  readonly make: string;
}

/** A paragraph, or a short line with an office of its own. */
export interface Paragraph {
  readonly type: 'paragraph' | 'dateline' | 'salutation' | 'signature' | 'attribution';
  readonly text: MappedText;
  /** A page or column break stands right before or after: a sentence may go on there. */
  readonly brokenBefore?: boolean;
  readonly brokenAfter?: boolean;
}

export interface Verse {
  readonly type: 'verse';
  readonly stanzas: readonly (readonly VerseLine[])[];
  /** The attributes of the directive, as written: `{#id .class}`. */
  readonly attributes?: string;
}
export interface VerseLine {
  readonly text: MappedText;
  /** Steps of indentation: 0, 1, 2 … */
  readonly indent: number;
}

export interface Quotation {
  readonly type: 'quotation';
  readonly blocks: readonly Block[];
}

export interface List {
  readonly type: 'list';
  readonly ordered: boolean;
  readonly loose: boolean;
  readonly items: readonly ListItem[];
}
export interface ListItem {
  /** What stood before the text: `1. `, `- `. */
  readonly marker: MappedText;
  readonly label: Label;
  readonly blocks: readonly Block[];
}

/** A named container: `:::epigraph`, `:::letter`, `:::drama`. */
export interface Container {
  readonly type: 'container';
  readonly name: string;
  /** What follows the name on its line, as written: `[Label]{.class}`. */
  readonly attributes: string;
  /** A label that is not written yet: the caption of a figure. */
  readonly label?: MappedText;
  readonly blocks: readonly Block[];
}

export interface Note {
  readonly type: 'note';
  readonly label: Label;
  /** The label in the Markdown, once the note has been placed: unique in the text. */
  readonly id?: string;
  readonly blocks: readonly Block[];
  /** Text of the source before the note's words: `[Footnote 1: `. */
  readonly marker: MappedText;
  /** `foot`: near its call, at a page end or under the paragraph; `list`: in a list of notes; `markdown`: `[^1]:`. */
  readonly place: 'foot' | 'list' | 'markdown';
}

export interface Speech {
  readonly type: 'speech';
  readonly speaker: MappedText;
  readonly direction?: MappedText;
  /** Lines of verse stay apart; prose is one line. */
  readonly lines: readonly MappedText[];
}

/** Kept as it is, character for character: a grid, a drawing, code, HTML, a table that is Markdown already. */
export interface Preformatted {
  readonly type: 'preformatted';
  readonly lines: readonly MappedText[];
  /** `fence`: to be fenced; `raw`: Markdown already. */
  readonly form: 'fence' | 'raw';
  /** A printed list of contents. */
  readonly contents?: boolean;
  /** What the lines are when they stay: lists and tables of Markdown keep their form. */
  readonly otherwise?: readonly Block[];
}

export interface SceneBreak {
  readonly type: 'scene-break';
  /** What stood there. */
  readonly text: MappedText;
}
