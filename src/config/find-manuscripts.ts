import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { leavesFolder } from '../leaves-folder.js';
import type { Detail } from '../report/errors.js';
import type { EntryProblem, FileEntry } from './file-entries.js';
import { LIMITS } from './limits.js';
import { naturalOrder } from './natural-order.js';

/** A file that an entry names. */
export interface FoundFile {
  readonly file: string;
  /** The folder that it was looked for in. */
  readonly folder: string;
  readonly entry: FileEntry;
}

const MARKDOWN = /\.(md|markdown)$/i;
const NEEDS_CLEANING = /\.(txt|html?|docx|pdf)$/i;

/**
 * Finds the files of a book in reading order. A pattern stands for its Markdown files in natural order, without
 * those that the book names outright or that an earlier pattern has taken. Every file is proved to lie in the
 * folder, links followed.
 *
 * @param folder Absolute path, links followed.
 */
export async function findManuscripts(
  folder: string,
  entries: readonly FileEntry[],
): Promise<{ found: FoundFile[]; problems: EntryProblem[] }> {
  const named = new Set<string>();
  for (const entry of entries)
    if (!isPattern(entry)) named.add(resolve(entry.folder ?? folder, entry.pattern));
  const taken = new Set<string>();
  const found: FoundFile[] = [];
  const problems: EntryProblem[] = [];
  for (const entry of entries) {
    const object = (detail: Detail) => problems.push({ entry, detail });
    const root = entry.folder ?? folder;
    if (leavesFolder(root, resolve(root, entry.pattern))) {
      object(outside(entry.pattern));
      continue;
    }
    const files = isPattern(entry)
      ? (await matches(root, entry.pattern)).filter((file) => !named.has(file))
      : [resolve(root, entry.pattern)];
    if (isPattern(entry) && files.length === 0) {
      object({
        code: 'no-files',
        reason: `No Markdown file matches “${entry.pattern}”`,
        note: 'Patterns are relative to the folder of book.yaml; * stands for part of a name, ** for any folders.',
      });
    }
    for (const file of files) {
      const detail = await problemOf(root, file, entry.pattern);
      if (detail) object(detail);
      else if (!taken.has(file) || entry.mayRepeat) found.push({ file, folder: root, entry });
      else if (!isPattern(entry)) object(duplicate(entry.pattern));
      taken.add(file);
    }
  }
  const surplus = found[LIMITS.manuscripts];
  if (surplus) {
    const reason = `The book has ${found.length} files, and the limit is ${LIMITS.manuscripts}`;
    problems.push({
      entry: surplus.entry,
      detail: { code: 'too-many-files', reason, note: 'Divide it into volumes.' },
    });
  }
  return { found, problems };
}

const isPattern = (entry: FileEntry): boolean => isDynamicPattern(entry.pattern);

const resolve = (root: string, name: string): string => path.resolve(root, name.normalize('NFC'));

async function matches(root: string, pattern: string): Promise<string[]> {
  const files = await glob(pattern, {
    cwd: root,
    onlyFiles: true,
    expandDirectories: false,
    // A link to a file is as good as one; folders that links lead to are searched only where a pattern names them.
    followSymbolicLinks: !pattern.includes('**'),
  });
  return files
    .filter((file) => MARKDOWN.test(file))
    .sort(naturalOrder)
    .map((file) => path.join(root, file));
}

async function problemOf(root: string, file: string, pattern: string): Promise<Detail | undefined> {
  const name = path.relative(root, file).split(path.sep).join('/');
  try {
    // closed: a link may point anywhere, so it is its target that counts.
    if (leavesFolder(root, await realpath(file))) return outside(name);
    const stats = await stat(file);
    if (!stats.isFile()) {
      return {
        code: 'not-a-file',
        reason: `${name} is not a file`,
        note: `For every Markdown file in a folder, write “${pattern.replace(/\/$/, '')}/*.md”.`,
      };
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      return {
        code: 'missing-file',
        reason: `There is no file ${name} in the book’s folder`,
        note: 'Check the name; capitals count.',
      };
    }
    return {
      code: 'unreadable-file',
      reason: `Cannot read ${name}: ${message}`,
      note: 'Check the permissions of the file.',
    };
  }
  if (MARKDOWN.test(name)) return undefined;
  const note = NEEDS_CLEANING.test(name)
    ? `Make Markdown of it first: octavo clean ${name}`
    : 'Chapters are files that end in .md.';
  return { code: 'not-markdown', reason: `${name} is not a Markdown file`, note };
}

const outside = (name: string): Detail => ({
  code: 'outside-folder',
  reason: `${name} lies outside the book’s folder`,
  note: 'A book reads nothing outside its own folder. Copy the file into it.',
});

const duplicate = (name: string): Detail => ({
  code: 'duplicate-file',
  reason: `${name} is in the book already`,
  note: 'Each file has one place in the reading order. Remove one of the two entries.',
});
