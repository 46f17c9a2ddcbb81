import { stat } from 'node:fs/promises';
import path from 'node:path';
import { EXIT, OctavoError } from '../report/errors.js';
import type { Book } from './book.js';
import { CONFIG_NAME } from './config-name.js';
import { loadBookFolder } from './load-book-folder.js';
import { loadMarkdownFile } from './load-markdown-file.js';
import type { LoadOptions } from './load-options.js';
import { shownPath } from './shown-path.js';

/**
 * Loads a book from a folder with `book.yaml`, from that file itself, or from a single Markdown file.
 *
 * @throws {OctavoError} with everything that is wrong with its configuration, each at its place.
 */
export async function loadBook(target: string, options: LoadOptions): Promise<Book> {
  const file = path.resolve(options.cwd, target);
  const shown = shownPath(file, options.cwd);
  const stats = await stat(file).catch(() => undefined);
  if (stats?.isDirectory()) return loadBookFolder(path.join(file, CONFIG_NAME), options);
  if (stats && path.basename(file) === CONFIG_NAME) return loadBookFolder(file, options);
  if (stats && /\.(md|markdown)$/i.test(file)) return loadMarkdownFile(file, options);
  throw new OctavoError(
    {
      code: stats ? 'not-a-book' : 'missing-file',
      reason: stats
        ? `${shown} is neither a book folder nor a Markdown file`
        : `There is no file or folder ${shown}`,
      place: { path: shown },
      note: 'A book is a folder with book.yaml, or one Markdown file. octavo init makes a folder to begin with.',
    },
    EXIT.usage,
  );
}
