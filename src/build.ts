import type { Book } from './config/book.js';
import { bookDate } from './config/book-date.js';
import { loadBook } from './config/load-book.js';
import type { Context, RunContext } from './context.js';
import { readBook } from './edition/read-book.js';
import { type Ahead, startAhead } from './formats/ahead.js';
import { checkMetadata } from './formats/epub/check-metadata.js';
import { type RenderedEdition, renderEditions } from './formats/render-editions.js';
import { writeBook } from './output/write-book.js';
import { EXIT, type ExitCode } from './report/errors.js';
import { Report } from './report/report.js';
import { settle } from './report/settle.js';

export interface BuildOptions {
  /** The working folder, which paths are relative to. */
  readonly cwd: string;
  /** Folder that the book's folder is written to; without one nothing is written. */
  readonly out?: string;
  /** Names of the editions to make; none for all. */
  readonly editions?: readonly string[];
  /** Told of each book before it is made; throws when it cannot be, such as for a name that another has taken. */
  readonly claim?: (book: Book, target: string) => void;
  /** Write nothing while there is an error or a warning. */
  readonly strict?: boolean;
  /** Tell also what a shop or a library would miss. */
  readonly advise?: boolean;
}

/** What became of a book. */
export interface Built {
  /** As it was named. */
  readonly target: string;
  readonly report: Report;
  readonly exitCode: ExitCode;
  readonly book?: Book;
  /** What was made. */
  readonly editions: readonly RenderedEdition[];
  /** Absolute path of the folder written. */
  readonly folder?: string;
}

/**
 * Makes the editions of a book, from its configuration to the files: all are written, or nothing is. Trouble is in
 * the report, never thrown; an error of the content gives exit code 1 and leaves the rest of the book as good as it
 * can be, what ends the work leaves the files of the last build alone.
 *
 * @param target A folder with `book.yaml`, or a Markdown file.
 */
export async function buildBook(target: string, options: BuildOptions, run: RunContext): Promise<Built> {
  const report = new Report();
  let book: Book | undefined;
  let editions: readonly RenderedEdition[] = [];
  let ahead: Ahead | undefined;
  const built = (exitCode: ExitCode, folder?: string): Built => ({
    target,
    report,
    exitCode,
    ...(book ? { book } : {}),
    editions,
    ...(folder === undefined ? {} : { folder }),
  });
  const isFit = () => !report.hasErrors && !(options.strict && report.hasWarnings);
  // What cannot be printed as it was written has a stand-in, so that the editions are whole and can be looked at.
  const isWritten = () => options.out !== undefined && (!options.strict || isFit());
  try {
    book = await loadBook(target, { cwd: options.cwd, report });
    const date = bookDate(book.date, run.sourceDateEpoch);
    const context: Context = { ...run, report, date };
    ahead = await startAhead(book, options.editions ?? []);
    const edition = await readBook(book, context);
    book = edition.book;
    options.claim?.(book, target);
    // What is wrong is told at every build, what is only missing where it is asked for.
    for (const message of checkMetadata(edition))
      if (options.advise || message.severity !== 'info') report.add(message);
    editions = await renderEditions(edition, options.editions ?? [], context, ahead);
    run.signal.throwIfAborted();
    const folder = isWritten() ? await writeBook(book, editions, options.out!) : undefined;
    return built(isFit() ? EXIT.fine : EXIT.content, folder);
  } catch (error) {
    run.signal.throwIfAborted();
    return built(settle(error, report));
  } finally {
    await ahead?.end();
  }
}
