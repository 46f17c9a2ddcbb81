import type { EditionConfig } from '../config/schema.js';
import type { Context } from '../context.js';
import type { Edition } from '../edition/edition.js';

/** A finished file, in memory until every file of the book is finished. */
export interface OutputFile {
  /** Path below `dist/<slug>/`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly pages?: number;
  readonly words?: number;
  readonly notes?: number;
}

/** Where a printed page begins, in the terms of the edition, so that another format can mark the same place. */
export interface PageStart {
  /** The printed folio: `12`, `xii`. */
  readonly label: string;
  readonly section: string;
  /** Set where the page begins inside a note. */
  readonly note?: string;
  /**
   * Characters before the page's first word in the section's (or note's) text, white space and soft hyphens
   * not counted.
   */
  readonly offset: number;
}

export interface FormatResult {
  readonly files: readonly OutputFile[];
  readonly pageStarts?: readonly PageStart[];
}

export interface FormatInput<Config extends EditionConfig = EditionConfig> {
  readonly edition: Edition;
  /** Name of the edition in `book.yaml`. */
  readonly name: string;
  readonly config: Config;
  /** Page starts of the editions made before this one, by their names. */
  readonly pageStarts: ReadonlyMap<string, readonly PageStart[]>;
}

/** An output format: edition in, files out. It writes nothing and opens no network connection. */
export interface Format<Config extends EditionConfig = EditionConfig> {
  render(input: FormatInput<Config>, context: Context): Promise<FormatResult>;
}
