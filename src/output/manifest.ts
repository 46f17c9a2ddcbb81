import { createHash } from 'node:crypto';
import type { Book } from '../config/book.js';
import type { OutputFile } from '../formats/format.js';
import { toolVersions } from './tool-versions.js';

/** What `manifest.json` says of a file. */
export interface ManifestFile {
  readonly name: string;
  /** Name of the edition in `book.yaml`. */
  readonly edition: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly pages?: number;
  readonly words?: number;
  readonly notes?: number;
  /** Paper, sheets, two-sided setting, folds, and the SHA-256 of the reading PDF that it was made of. */
  readonly printing?: Readonly<Record<string, unknown>>;
}

/** `manifest.json`: what was made, of what, with which tools. */
export interface Manifest {
  readonly title: string;
  readonly identifier: string;
  readonly language: string;
  readonly files: readonly ManifestFile[];
  /** Versions of Octavo and of the libraries that its bytes depend on. */
  readonly tools: Readonly<Record<string, string>>;
}

export function manifestFile(edition: string, file: OutputFile): ManifestFile {
  const { name, bytes, pages, words, notes, printing } = file;
  return {
    name,
    edition,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    ...(pages === undefined ? {} : { pages }),
    ...(words === undefined ? {} : { words }),
    ...(notes === undefined ? {} : { notes }),
    ...(printing === undefined ? {} : { printing }),
  };
}

export function manifestOf(book: Book, files: readonly ManifestFile[]): Manifest {
  const { title, identifier, language } = book;
  return { title, identifier, language, files, tools: toolVersions() };
}
