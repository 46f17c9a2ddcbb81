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

/** One unit of the edition, with one title: a part, a chapter, a preface. A file with several titles gives several. */
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
  /** Direction of writing where it is not the book's. */
  readonly direction?: 'ltr' | 'rtl';
  /** The text with its one `<h1>` (a dedication or epigraph may have none), calls in place, notes taken out. Positions of the source are kept on the nodes. */
  readonly content: Root;
  /**
   * Notes called in this section, in the order of their first call; a note called in a note follows it. What has
   * no call is no part of them: it stands in the `section.unplaced-notes` of the content.
   */
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
  /** The raw files that the text was cleaned from. */
  readonly cleaned?: readonly CleanedSource[];
}

/** A raw file, and what `octavo clean` did to it, as it wrote into the front matter. */
export interface CleanedSource {
  readonly file: string;
  readonly sha256?: string;
  /** Passages taken out, passages changed, notes and calls that found no place. */
  readonly removed?: number;
  readonly changed?: number;
  readonly unplaced?: number;
}

/** A title without calls and trailing marks. */
export interface Title {
  readonly text: string;
  /** The same with its emphasis, for the contents. */
  readonly content: readonly ElementContent[];
  /** “Chapter IV”, where the source gives a label apart from the title, or the number that it was given. */
  readonly label?: string;
  /** A shorter form for running heads, from `{short="…"}`. */
  readonly short?: string;
}

export interface ContentsEntry {
  /** Anchor of the heading. */
  readonly id: string;
  /** Section that the heading stands in. */
  readonly section: string;
  /** Depth in the tree of contents, from 1: a part above its chapters, a chapter above its headings. */
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
  /** Anchors of its calls, in order; at least one. Calls of a note called in a note stand in that note. */
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
