import type {
  BlockContent,
  DefinitionContent,
  FootnoteDefinition,
  FootnoteReference,
  Nodes,
  Paragraph,
  Parents,
} from 'mdast';
import type { Place } from './place.js';
import type { NoteSeries } from './types.js';

export type Block = BlockContent | DefinitionContent;

/** A stretch of a parent’s children: a part of one text (with offsets), or whole nodes from first to last. */
export interface Stretch {
  readonly parent: Parents;
  readonly first: Nodes;
  readonly last: Nodes;
  readonly start?: number;
  readonly end?: number;
}

/** A stretch of running text that may be a call. */
export interface Call {
  readonly label: string;
  readonly mark: string;
  /** Reading order, comparable with that of every other call, note and heading. */
  readonly order: number;
  readonly place: Place | undefined;
  /** The characters of the call, or the node where it is a reference already. */
  readonly at: Stretch | FootnoteReference;
}

/** Something that may be a note: the item of a list, a labelled part of a paragraph, or a definition already. */
export interface Candidate {
  readonly label: string;
  readonly mark: string;
  readonly order: number;
  readonly place: Place | undefined;
  readonly from:
    | { readonly kind: 'blocks'; readonly content: readonly Block[] }
    | {
        readonly kind: 'piece';
        readonly paragraph: Paragraph;
        readonly label: Stretch;
        /** The bracket at the end of a note that is put in brackets as a whole. */
        readonly close?: Stretch;
      }
    | { readonly kind: 'definition'; readonly node: FootnoteDefinition };
  /** Blocks after it that go on with the note. */
  readonly more: Block[];
  readonly series?: NoteSeries;
  /** What the source has, where the label was read as another because the sequence asks for it. */
  readonly repairedFrom?: string;
}

/** How surely the place of a list says that it is a list of notes, the surest first. */
export type Standing = 'headed' | 'ruled' | 'closing' | 'loose';

/** Notes that stand together, each label once. */
export interface NoteSet {
  readonly notes: readonly Candidate[];
  /** Whether the notes repeat the mark of the call, or are items of a list that might be any list. */
  readonly form: 'marked' | 'listed';
  readonly standing: Standing;
  /** Reading order of its first block, and after its last. */
  readonly order: number;
  readonly end: number;
  readonly parent: Parents;
  /** The children of the parent that become notes, in order, and the rule above them. */
  readonly blocks: readonly Nodes[];
  readonly rule?: Nodes;
}

export interface Found {
  readonly calls: readonly Call[];
  readonly sets: readonly NoteSet[];
  /** Calls that only a gap in the sequence can prove: `[l]` for `[1]`. */
  readonly doubtful?: readonly Call[];
}
