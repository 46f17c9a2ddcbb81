import type { ElementContent, Root } from 'hast';
import type { Book, Matter } from '../config/book.js';
import type { Creator } from '../config/schema.js';

/** The book as one format-neutral text: what every format is made from. */
export interface Edition {
  readonly book: Book;
  /** Reading order: front matter, parts and chapters, back matter. Title page, copyright page and contents are each format's own. */
  readonly sections: readonly Section[];
  /** The tree of headings. */
  readonly contents: readonly ContentsEntry[];
  /** Pictures that the text uses, by the `src` that stands in the hast. */
  readonly pictures: ReadonlyMap<string, Picture>;
}

export type SectionKind =
  | 'dedication'
  | 'epigraph'
  | 'foreword'
  | 'preface'
  | 'acknowledgments'
  | 'introduction'
  | 'prologue'
  | 'part'
  | 'chapter'
  | 'epilogue'
  | 'afterword'
  | 'conclusion'
  | 'appendix'
  | 'glossary'
  | 'bibliography'
  | 'colophon';

/** One file of the edition: a part's title, a chapter, a preface. */
export interface Section {
  /** Anchor of the section, unique in the edition, an XML name; file names are made of it. */
  readonly id: string;
  readonly kind: SectionKind;
  readonly matter: Matter;
  /** The section of the part that this chapter belongs to. */
  readonly part?: string;
  readonly title: Title;
  /** Language of the section where it is not the book's. */
  readonly language?: string;
  /** The text with its `<h1>`, calls in place, notes taken out. Positions of the source are kept on the nodes. */
  readonly content: Root;
  /** Notes called in this section, in the order of their first call; unplaced ones last. */
  readonly notes: readonly Note[];
  /** Path of the source file, as messages name it. */
  readonly path: string;
  /** From the front matter of the section's own file: what a packet prints of each text. */
  readonly credit: Credit;
  /** Words of the text and the notes. */
  readonly words: number;
}

export interface Credit {
  readonly creators?: readonly Creator[];
  readonly source?: string;
  readonly rights?: string;
  readonly date?: string;
  /** Pages of the original. */
  readonly pages?: string;
}

/** A title without calls and trailing marks. */
export interface Title {
  readonly text: string;
  /** The same with its emphasis, for the contents. */
  readonly content: readonly ElementContent[];
  /** “Chapter IV”, where the source gives a label apart from the title. */
  readonly label?: string;
  /** A shorter form for running heads, from `{short="…"}`. */
  readonly short?: string;
}

export interface ContentsEntry {
  /** Anchor of the heading. */
  readonly id: string;
  /** Section that the heading stands in. */
  readonly section: string;
  readonly level: number;
  readonly title: Title;
  readonly children: readonly ContentsEntry[];
}

export interface Note {
  /** Anchor of the note. */
  readonly id: string;
  /** The printed label: `1`, `*`. */
  readonly label: string;
  readonly series: 'author' | 'editor' | 'translator';
  /** Blocks, without the label and without back-links, which are each format's own. */
  readonly content: readonly ElementContent[];
  /** Anchors of its calls, in order; none for an unplaced note. */
  readonly calls: readonly string[];
}

export interface Picture {
  /** Absolute path, proved to lie inside the book's folder. */
  readonly file: string;
  readonly mediaType: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}
