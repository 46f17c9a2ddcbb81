import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { CONFIG_NAME } from '../config/config-name.js';
import { naturalOrder } from '../config/natural-order.js';
import { EXIT, OctavoError } from '../report/errors.js';

const SOURCES = 'sources';

/**
 * The books that a command is about: those named, else the one in the working folder, else every one under
 * `sources/`.
 */
export async function findBooks(named: readonly string[], cwd: string): Promise<readonly string[]> {
  if (named.length > 0) return named;
  if (existsSync(path.join(cwd, CONFIG_NAME))) return ['.'];
  const sources = path.join(cwd, SOURCES);
  const entries = existsSync(sources) ? await readdir(sources, { withFileTypes: true }) : [];
  const books = entries
    .filter((entry) => existsSync(path.join(sources, entry.name, CONFIG_NAME)))
    .map((entry) => `${SOURCES}/${entry.name}`)
    .sort(naturalOrder);
  if (books.length > 0) return books;
  throw new OctavoError(
    {
      code: 'no-books',
      reason: `There is no book here: neither ${CONFIG_NAME} nor ${SOURCES}/*/${CONFIG_NAME}`,
      note: 'Name a folder or a Markdown file, or begin a book with octavo init.',
    },
    EXIT.usage,
  );
}
