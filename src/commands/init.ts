import { existsSync, statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import ejs from 'ejs';
import { stringify } from 'yaml';
import { writeJsonSchema } from '../config/json-schema.js';
import { shownPath } from '../config/shown-path.js';
import { writeFiles } from '../output/write-files.js';
import { templatePath } from '../package-folder.js';
import { EXIT, OctavoError } from '../report/errors.js';
import { showCleaningLog } from './cleaning-messages.js';
import type { Command } from './command.js';
import { bookFrom } from './init-from.js';

const TEMPLATE = templatePath('init');
const SCHEMA = 'book.schema.json';

/** Makes a folder with a book: a small one to begin with, or one made of a raw text. Overwrites nothing. */
export const init: Command = {
  declare: (program) =>
    program
      .command('init')
      .summary('make a new book folder that builds at once')
      .description(
        'Makes a folder with a small book: book.yaml, two chapters, a picture. With --from, the book is made of a raw text, cleaned. Overwrites nothing.',
      )
      .argument('[dir]', 'the folder, made if need be', '.')
      .option('--from <file>', 'a raw text to make the book of: .txt .md .html .docx'),

  async run(session, args, { from }) {
    const folder = path.resolve(session.cwd, String(args[0]));
    const shown = shownPath(folder, session.cwd);
    if (isFile(folder)) throw notAFolder(shown);
    const title = titleOf(folder);
    const seeded = typeof from === 'string' ? await bookFrom(session, from, title) : undefined;
    const files = new Map([...(seeded?.files ?? (await firstBook(title))), [SCHEMA, writeJsonSchema()]]);
    const there = [...files.keys()].filter((file) => existsSync(path.join(folder, file)));
    if (there.length > 0) {
      const reason = `${shown} holds ${there.join(', ')} already`;
      const note = 'Nothing was written. Name a new folder.';
      throw new OctavoError({ code: 'would-overwrite', reason, note }, EXIT.usage);
    }
    await writeFiles(new Map([...files].map(([name, bytes]) => [path.join(folder, name), bytes])));
    if (seeded) showCleaningLog(session, seeded.cleaned);
    session.result('folder', folder);
    session.result('files', [...files.keys()]);
    session.say(
      shown === '.'
        ? 'A book is in this folder. Make it with: octavo build'
        : `A book is in ${shown}. Make it with: octavo build ${quoted(shown)}`,
    );
    return EXIT.fine;
  },
};

const isFile = (folder: string): boolean => statSync(folder, { throwIfNoEntry: false })?.isFile() ?? false;

function notAFolder(shown: string): OctavoError {
  const folder = quoted(shown.replace(/\.[^./]+$/, '') || 'mybook');
  return new OctavoError(
    {
      code: 'would-overwrite',
      reason: `${shown} is a file, and a book is made in a folder`,
      note: `Name a folder; to make a book of that text: octavo init ${folder} --from ${quoted(shown)}`,
    },
    EXIT.usage,
  );
}

/** A path as a shell takes it. */
const quoted = (name: string): string => (/^[\w./@:+-]+$/.test(name) ? name : `"${name}"`);

/** The small book that comes with Octavo, by path below its folder. */
async function firstBook(title: string): Promise<Map<string, Uint8Array | string>> {
  const entries = await readdir(TEMPLATE, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path.relative(TEMPLATE, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'),
    )
    .sort();
  const files = new Map<string, Uint8Array | string>();
  for (const name of names) {
    const bytes = await readFile(path.join(TEMPLATE, name));
    const isConfig = name === 'book.yaml';
    files.set(
      name,
      isConfig ? ejs.render(bytes.toString('utf8'), { title: stringify(title).trim() }) : bytes,
    );
  }
  return files;
}

/** `three-letters` → `Three letters`. */
function titleOf(folder: string): string {
  const words = path.basename(folder).replace(/[-_]+/g, ' ').trim();
  return words ? words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : 'A new book';
}
