import { buildBooks } from './build-books.js';
import type { Command } from './command.js';
import { collect } from './options.js';

/** Looks for everything that can be wrong with books: makes their editions and writes none. */
export const check: Command = {
  declare: (program) =>
    program
      .command('check')
      .summary('tell everything that is wrong, with file, line and column')
      .description(
        'Makes the editions of books in memory, tells what is wrong with them, and writes nothing.',
      )
      .argument('[book...]', 'folders with book.yaml, or Markdown files')
      .option('-e, --edition <name>', 'look at only this edition; may be repeated', collect)
      .option('--strict', 'take warnings for errors: exit code 1'),

  async run(session, [books], { edition, strict }) {
    return buildBooks(session, books as string[], {
      editions: (edition ?? []) as string[],
      strict: Boolean(strict),
      advise: true,
    });
  },
};
