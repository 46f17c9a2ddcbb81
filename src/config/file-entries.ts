import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { type Detail, OctavoError } from '../report/errors.js';
import type { HostBook, Matter } from './book.js';
import { CONFIG_NAME } from './config-name.js';
import { LIMITS } from './limits.js';
import { parseConfig } from './parse-config.js';
import { readText } from './read-text.js';
import type { BookConfig, PacketText } from './schema.js';
import { YamlSource } from './yaml-source.js';

/** An entry of `book.yaml` that names files, and where it stands there. */
export interface FileEntry {
  /** A file or a pattern, with forward slashes. */
  readonly pattern: string;
  /** The folder that the pattern is relative to, where it is another book's. */
  readonly folder?: string;
  readonly matter: Matter;
  readonly part?: number;
  /** The text under a part's title, rather than a chapter. */
  readonly isPartText?: true;
  /** Several parts of one file may be in a packet. */
  readonly mayRepeat?: true;
  /** What a packet says of its texts. */
  readonly text?: PacketText;
  /** The other book that the text comes from. */
  readonly host?: HostBook;
  /** Keys and indices that lead to the entry in `book.yaml`. */
  readonly at: readonly PropertyKey[];
}

/** What is wrong with an entry. */
export interface EntryProblem {
  readonly entry: Pick<FileEntry, 'at'>;
  readonly detail: Detail;
}

/**
 * The entries of `book.yaml` that name files, in reading order.
 *
 * @param folder The book's folder, links followed.
 */
export async function fileEntries(
  config: BookConfig,
  folder: string,
): Promise<{ entries: FileEntry[]; problems: EntryProblem[] }> {
  const problems: EntryProblem[] = [];
  const entries = chapterEntries(config);
  const body: FileEntry[] = [];
  for (const [index, text] of (config.texts ?? []).entries()) {
    const at = ['texts', index];
    try {
      body.push(...(await textEntries(text, at, folder)));
    } catch (error) {
      if (!(error instanceof OctavoError)) throw error;
      problems.push({ entry: { at }, detail: error.details[0] });
    }
  }
  const backFrom = entries.findIndex(({ matter }) => matter === 'back');
  entries.splice(backFrom < 0 ? entries.length : backFrom, 0, ...body);
  return { entries, problems };
}

function chapterEntries(config: BookConfig): FileEntry[] {
  const list = (
    patterns: readonly string[],
    at: readonly PropertyKey[],
    rest: Pick<FileEntry, 'matter' | 'part'>,
  ) => patterns.map((pattern, index) => ({ pattern, at: [...at, index], ...rest }));
  return [
    ...list(config.front, ['front'], { matter: 'front' }),
    ...list(config.chapters ?? [], ['chapters'], { matter: 'body' }),
    ...(config.parts ?? []).flatMap(({ file, chapters }, part): FileEntry[] => [
      ...(file
        ? [
            {
              pattern: file,
              at: ['parts', part, 'file'],
              matter: 'body' as const,
              part,
              isPartText: true as const,
            },
          ]
        : []),
      ...list(chapters, ['parts', part, 'chapters'], { matter: 'body', part }),
    ]),
    ...list(config.back, ['back'], { matter: 'back' }),
  ];
}

/** The files of one text of a packet: in the book's own folder, or in that of another book beside it. */
async function textEntries(
  text: PacketText,
  at: readonly PropertyKey[],
  folder: string,
): Promise<FileEntry[]> {
  const common = { matter: 'body', text, mayRepeat: true } as const;
  if (text.book === undefined) {
    if (text.file === undefined) throw new OctavoError(nameless);
    return [{ pattern: text.file, at: [...at, 'file'], ...common }];
  }
  const other = await folderBeside(folder, text.book);
  const shown = `${text.book}/${CONFIG_NAME}`;
  const source = await readText({ file: path.join(other, CONFIG_NAME), path: shown, limit: LIMITS.config });
  const config = parseConfig(new YamlSource(shown, source));
  const { title, creators, source: origin, rights, date } = config;
  const from = { folder: other, host: { title, creators, source: origin, rights, date }, ...common };
  if (text.file !== undefined) return [{ pattern: text.file, at: [...at, 'file'], ...from }];
  return chapterEntries(config)
    .filter(({ matter, isPartText }) => matter === 'body' && !isPartText)
    .map(({ pattern }) => ({ pattern, at: [...at, 'book'], ...from }));
}

/** closed: a packet may take texts from a book in the same folder as itself, and from nowhere else. */
async function folderBeside(folder: string, name: string): Promise<string> {
  const other = await realpath(path.resolve(folder, name)).catch(() => undefined);
  if (other === undefined) {
    throw new OctavoError({
      code: 'missing-file',
      reason: `There is no book ${name}`,
      note: 'Name the folder of a book that stands beside this one, such as ../handbook.',
    });
  }
  if (path.dirname(other) !== path.dirname(folder)) {
    throw new OctavoError({
      code: 'outside-folder',
      reason: `${name} is not beside this book`,
      note: 'A packet takes texts from books in the folder that it lies in itself.',
    });
  }
  return other;
}

const nameless: Detail = {
  code: 'missing-key',
  reason: 'The text names no file',
  note: 'Add a line “file: …”, or “book: …” for texts of another book.',
};
