import type { Detail } from '../report/errors.js';
import type { BookConfig, EditionConfig, PacketText } from './schema.js';

/** What a file of the book is for. */
export type Matter = 'front' | 'body' | 'back';

/** A file of the book, in reading order. */
export interface Manuscript {
  /** Absolute path, proved to lie inside `folder`. */
  readonly file: string;
  /** Absolute path of the folder outside which nothing that this text names is read: the book's, or another book's. */
  readonly folder: string;
  /** Path as messages name it. */
  readonly path: string;
  /** The Markdown, front matter and all: read once, as UTF-8, not empty. */
  readonly text: string;
  readonly matter: Matter;
  /** Index into `book.parts`, for a chapter that belongs to one. */
  readonly part?: number;
  /** What the packet's list of texts says of it: its credit, and the part under a heading that is to be taken. */
  readonly entry?: PacketText;
  /** The other book that a packet takes the text from. */
  readonly host?: HostBook;
}

/** What another book says of a text that a packet takes from it. */
export type HostBook = Pick<BookConfig, 'title' | 'creators' | 'source' | 'rights' | 'date'>;

/** A part of the book. */
export interface Part {
  readonly title: string;
  /** The text that stands under the title. */
  readonly manuscript?: Manuscript;
}

/** A book as configured: validated, every default settled, every file found and read. */
export interface Book
  extends Omit<BookConfig, 'title' | 'chapters' | 'parts' | 'texts' | 'front' | 'back' | 'editions'> {
  /** Absolute path of the folder outside which nothing is read. */
  readonly folder: string;
  /**
   * Empty, like slug and identifier, for a single Markdown file that states none: then it is that of its first
   * heading, and the book of the edition has it.
   */
  readonly title: string;
  /** Name of the output folder and of every file in it. */
  readonly slug: string;
  /** The one stated, or a UUID made of title and creators. */
  readonly identifier: string;
  /** Path of `book.yaml` as messages name it; absent for a single Markdown file. */
  readonly configPath?: string;
  /** Puts the place and the code frame of a key of the configuration into what is wrong with it. */
  readonly locate?: (path: readonly PropertyKey[], what: 'key' | 'value', detail: Detail) => Detail;
  readonly manuscripts: readonly Manuscript[];
  readonly parts: readonly Part[];
  readonly editions: Readonly<Record<string, EditionConfig>>;
}
