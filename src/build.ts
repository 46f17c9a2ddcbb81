import type { Book } from './config/book.js';
import { bookDate } from './config/book-date.js';
import { loadBook } from './config/load-book.js';
import type { Context, RunContext } from './context.js';
import { readBook } from './edition/read-book.js';
import { type RenderedEdition, renderEditions } from './formats/render-editions.js';
import { writeBook } from './output/write-book.js';
import { EXIT, type ExitCode } from './report/errors.js';
import { Report } from './report/report.js';
import { settle } from './report/settle.js';

export interface BuildOptions {
  /** The working folder, which paths are relative to. */
  readonly cwd: string;
  /** Folder that the book's folder is written to; without one nothing is written and every trouble is looked for. */
  readonly out?: string;
  /** Names of the editions to make; none for all. */
  readonly editions?: readonly string[];
  /** Take warnings for errors. */
  readonly strict?: boolean;
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
 * the report, never thrown.
 *
 * @param target A folder with `book.yaml`, or a Markdown file.
 */
export async function buildBook(target: string, options: BuildOptions, run: RunContext): Promise<Built> {
  const report = new Report();
  let book: Book | undefined;
  let editions: readonly RenderedEdition[] = [];
  const built = (exitCode: ExitCode, folder?: string): Built => ({
    target,
    report,
    exitCode,
    ...(book ? { book } : {}),
    editions,
    ...(folder === undefined ? {} : { folder }),
  });
  const isFit = () => !report.hasErrors && !(options.strict && report.hasWarnings);
  try {
    book = await loadBook(target, { cwd: options.cwd, report });
    const date = bookDate(book.date, run.sourceDateEpoch);
    const context: Context = { ...run, report, date };
    const edition = await readBook(book, context);
    if (options.out !== undefined && !isFit()) return built(EXIT.content);
    editions = await renderEditions(edition, options.editions ?? [], context);
    if (!isFit()) return built(EXIT.content);
    if (options.out === undefined) return built(EXIT.fine);
    run.signal.throwIfAborted();
    return built(EXIT.fine, await writeBook(book, editions, options.out));
  } catch (error) {
    run.signal.throwIfAborted();
    return built(settle(error, report));
  }
}
