import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Book } from '../../../config/book.js';
import { nearestName } from '../../../report/nearest-name.js';
import type { FrontMatter, OwnPages } from '../prepare/front/front-matter.js';
import { fileWithin } from './file-within.js';
import { ownStyle } from './own-style.js';
import { pageFromHtml } from './page-from-html.js';
import { refused } from './refused.js';

/** A template of the book's own: a style sheet that comes after Octavo's, and pages instead of Octavo's. */
export interface OwnTemplate {
  readonly style: string;
  readonly pages: OwnPages;
}

const STYLE = 'book.css';
const PAGES: Readonly<Record<string, keyof FrontMatter>> = {
  'half-title.html': 'halfTitle',
  'title-page.html': 'titlePage',
  'copyright-page.html': 'copyrightPage',
};
const LARGEST = 1_000_000;

/**
 * Reads a template from a folder, or a style sheet alone, inside the book's folder. All of it is checked: nothing
 * outside the folder is read, no connection is opened, and nothing of it runs.
 *
 * @param hasPages Whether this kind of print has the pages of a book; a packet has others.
 * @throws {OctavoError} with the file and the line of what cannot be used.
 */
export async function loadTemplate(book: Book, name: string, hasPages: boolean): Promise<OwnTemplate> {
  const root = await realpath(book.folder);
  const shown = (file: string) => path.relative(root, file).split(path.sep).join('/');
  const place = book.configPath ? { path: book.configPath } : undefined;
  const found = await fileWithin(root, path.resolve(book.folder, name), name, place);
  const read = async (file: string) => {
    if ((await stat(file)).size > LARGEST)
      throw refused(
        { path: shown(file) },
        'A template of more than a megabyte',
        'Templates are short texts.',
      );
    return readFile(file, 'utf8');
  };
  if (!(await stat(found)).isDirectory()) {
    if (!found.endsWith('.css'))
      throw refused(place, `Unexpected template \`${name}\`, expected a folder or a file ending in .css`);
    return { style: await ownStyle(await read(found), found, root, shown(found)), pages: {} };
  }
  const names = (await readdir(found)).sort();
  const known = [STYLE, ...(hasPages ? Object.keys(PAGES) : [])];
  const strange = names.find((file) => /\.(css|html?|ejs)$/.test(file) && !known.includes(file));
  if (strange) {
    const meant = nearestName(strange, known) ?? known.join(', ');
    throw refused(
      { path: shown(path.join(found, strange)) },
      `Unexpected file \`${strange}\` in a template, expected ${meant}`,
    );
  }
  let style = '';
  const pages: { -readonly [Page in keyof OwnPages]: OwnPages[Page] } = {};
  for (const file of names) {
    if (!known.includes(file)) continue;
    const full = await fileWithin(root, path.join(found, file), file, place);
    const text = await read(full);
    if (file === STYLE) style = await ownStyle(text, full, root, shown(full));
    else pages[PAGES[file]!] = await pageFromHtml(text, full, root, shown(full));
  }
  if (!style && Object.keys(pages).length === 0)
    throw refused(place, `The template \`${name}\` is empty, expected ${known.join(', ')}`);
  return { style, pages };
}
