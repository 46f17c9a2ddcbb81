import type { EditionConfig } from '../config/schema.js';
import type { Context } from '../context.js';
import type { Edition } from '../edition/edition.js';
import type { PageStart } from '../edition/page-start.js';
import type { Ahead } from './ahead.js';

export type { PageStart };

/** A finished file, in memory until every file of the book is finished. */
export interface OutputFile {
  /** Path below `dist/<slug>/`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly pages?: number;
  readonly words?: number;
  readonly notes?: number;
  /** For a file to be printed and folded: how that is done. JSON goes to the manifest. */
  readonly printing?: Readonly<Record<string, unknown>>;
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
  /** What was started while the texts were read. */
  readonly ahead?: Ahead;
  /** Pages of the editions made before this one, by their names. */
  readonly pageCounts: ReadonlyMap<string, number>;
}

/** An output format: edition in, files out. It writes nothing and opens no network connection. */
export interface Format<Config extends EditionConfig = EditionConfig> {
  render(input: FormatInput<Config>, context: Context): Promise<FormatResult>;
}
