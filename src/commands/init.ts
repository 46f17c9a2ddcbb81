import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import ejs from 'ejs';
import { stringify } from 'yaml';
import { writeJsonSchema } from '../config/json-schema.js';
import { shownPath } from '../config/shown-path.js';
import { EXIT, OctavoError } from '../report/errors.js';
import type { Command } from './command.js';

const TEMPLATE = path.resolve(import.meta.dirname, '../../templates/init');
const SCHEMA = 'book.schema.json';

/** Makes a folder with a small book that builds at once. Nothing that is there is overwritten. */
export const init: Command = {
  declare: (program) =>
    program
      .command('init')
      .summary('make a new book folder that builds at once')
      .description(
        'Makes a folder with a small book: book.yaml, two chapters, a picture. Overwrites nothing.',
      )
      .argument('[dir]', 'the folder, made if need be', '.'),

  async run(session, args) {
    const folder = path.resolve(session.cwd, String(args[0]));
    const shown = shownPath(folder, session.cwd);
    const files = (await readdir(TEMPLATE, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(TEMPLATE, path.join(entry.parentPath, entry.name)))
      .sort();
    const there = [...files, SCHEMA].filter((file) => existsSync(path.join(folder, file)));
    if (there.length > 0) {
      const reason = `${shown} holds ${there.join(', ')} already`;
      const note = 'Nothing was written. Name a new folder.';
      throw new OctavoError({ code: 'would-overwrite', reason, note }, EXIT.usage);
    }
    for (const file of files) {
      const target = path.join(folder, file);
      await mkdir(path.dirname(target), { recursive: true });
      if (file === 'book.yaml') await writeFile(target, await configFor(folder));
      else await copyFile(path.join(TEMPLATE, file), target);
    }
    await writeFile(path.join(folder, SCHEMA), writeJsonSchema());
    session.result('folder', folder);
    session.result('files', [...files.map((file) => file.split(path.sep).join('/')), SCHEMA]);
    session.say(`A book is in ${shown}. Make it with: octavo build ${shown}`);
    return EXIT.fine;
  },
};

async function configFor(folder: string): Promise<string> {
  const template = await readFile(path.join(TEMPLATE, 'book.yaml'), 'utf8');
  return ejs.render(template, { title: stringify(titleOf(folder)).trim() });
}

/** `three-letters` → `Three letters`. */
function titleOf(folder: string): string {
  const words = path.basename(folder).replace(/[-_]+/g, ' ').trim();
  return words ? words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : 'A new book';
}
