import path from 'node:path';
import { buildBooks, jobsOf } from './build-books.js';
import type { Command } from './command.js';
import { collect } from './options.js';

/** Makes the editions of books. */
export const build: Command = {
  declare: (program) =>
    program
      .command('build')
      .summary('make the editions of books')
      .description(
        'Makes the editions of books: each a folder with book.yaml, or a Markdown file. Without a BOOK, that of the working folder, or every book under sources/.',
      )
      .argument('[book...]', 'folders with book.yaml, or Markdown files')
      .option('-e, --edition <name>', 'make only this edition; may be repeated', collect)
      .option('-o, --out <dir>', 'folder to write to', 'dist')
      .option('--strict', 'write nothing while there is an error or a warning')
      .option('-j, --jobs <n>', 'books to make at the same time'),

  async run(session, [books], { edition, out, strict, jobs }) {
    const options = {
      out: path.resolve(session.cwd, String(out)),
      editions: (edition ?? []) as string[],
      strict: Boolean(strict),
    };
    return buildBooks(session, books as string[], options, jobsOf(jobs));
  },
};
