import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Book, Manuscript } from '../../config/book.js';
import { type BookInput, bookSchema } from '../../config/schema.js';
import { Report } from '../../report/report.js';
import type { Edition } from '../edition.js';
import { readBook } from '../read-book.js';

/** What a test says of a book. Texts are Markdown; the configuration is that of `book.yaml`. */
export interface EditionInput {
  /** One text, or several by their file names; `front/…` and `back/…` stand before and after the chapters. */
  readonly markdown: string | Readonly<Record<string, string>>;
  /** Keys of `book.yaml`; the title is “A Test” where none is given. */
  readonly book?: Partial<BookInput>;
  /** Parts and the names of the files in each. */
  readonly parts?: readonly {
    readonly title: string;
    readonly files: readonly string[];
    readonly text?: string;
  }[];
  /** Folder in which pictures are looked for. */
  readonly folder?: string;
  /** A book of one file, as `octavo build essay.md` has it. */
  readonly single?: boolean;
}

/** An edition made of Markdown as a build makes it, for the tests of other rooms. Messages are in `report`. */
export async function editionOf(input: EditionInput): Promise<{ edition: Edition; report: Report }> {
  const report = new Report();
  const context = { report, signal: new AbortController().signal, progress: { step: () => undefined } };
  return { edition: await readBook(bookOf(input), context), report };
}

/** A book in memory. */
export function bookOf({
  markdown,
  book = {},
  parts = [],
  folder = tmpdir(),
  single = false,
}: EditionInput): Book {
  const config = bookSchema.parse({ title: 'A Test', ...book });
  const texts = typeof markdown === 'string' ? { 'chapter.md': markdown } : markdown;
  const manuscript = (name: string, text: string): Manuscript => {
    const part = parts.findIndex(({ files }) => files.includes(name));
    return {
      file: path.join(folder, name),
      folder,
      path: name,
      text,
      matter: name.startsWith('front/') ? 'front' : name.startsWith('back/') ? 'back' : 'body',
      ...(part === -1 ? {} : { part }),
    };
  };
  return {
    ...config,
    folder,
    slug: config.slug ?? 'a-test',
    identifier: config.identifier ?? 'urn:uuid:00000000-0000-4000-8000-000000000000',
    ...(single ? {} : { configPath: 'book.yaml' }),
    manuscripts: Object.entries(texts).map(([name, text]) => manuscript(name, text)),
    parts: parts.map(({ title, text }, index) => ({
      title,
      ...(text === undefined ? {} : { manuscript: manuscript(`part-${index + 1}.md`, text) }),
    })),
    editions: config.editions ?? {},
  };
}
