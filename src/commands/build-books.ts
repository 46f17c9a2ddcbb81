import os from 'node:os';
import path from 'node:path';
import pMap from 'p-map';
import { type BuildOptions, type Built, buildBook } from '../build.js';
import { shownPath } from '../config/shown-path.js';
import type { OutputFile } from '../formats/format.js';
import { EXIT, type ExitCode, OctavoError } from '../report/errors.js';
import { findBooks } from './find-books.js';
import type { Session } from './session.js';

/** Books at once, where nothing else is asked for: more would only wait for the one browser. */
const JOBS = Math.min(2, os.availableParallelism());

/** Builds several books, tells of each, and gives the gravest of their exit codes. */
export async function buildBooks(
  session: Session,
  named: readonly string[],
  options: Omit<BuildOptions, 'cwd'>,
  jobs: number = JOBS,
): Promise<ExitCode> {
  const { cwd, run } = session;
  const targets = await findBooks(named, cwd);
  const claim = claimSlugs();
  const books = await pMap(targets, (target) => buildBook(target, { ...options, cwd, claim }, run), {
    concurrency: jobs,
    stopOnError: true,
  });
  for (const built of books) {
    session.show(built.report);
    for (const line of linesOf(built, cwd)) session.say(line);
  }
  session.result(
    'books',
    books.map((built) => summaryOf(built, cwd)),
  );
  return Math.max(EXIT.fine, ...books.map(({ exitCode }) => exitCode)) as ExitCode;
}

/** Refuses a book that would be written to the folder of another one of the same run. */
function claimSlugs(): NonNullable<BuildOptions['claim']> {
  const owners = new Map<string, string>();
  return ({ slug }, target) => {
    const owner = owners.get(slug);
    if (owner !== undefined) {
      throw new OctavoError(
        {
          code: 'same-slug',
          reason: `${target} and ${owner} would both be written to ${slug}/`,
          note: 'Give one of them another “slug” in its book.yaml.',
        },
        EXIT.usage,
      );
    }
    owners.set(slug, target);
  };
}

/** A line for each file that was written: path, pages, size, time. */
function linesOf({ editions, folder }: Built, cwd: string): string[] {
  if (folder === undefined) return [];
  return editions.flatMap(({ files, time }) =>
    files.map((file) =>
      [
        shownPath(path.join(folder, file.name), cwd),
        file.pages === undefined ? undefined : `${file.pages} page${file.pages === 1 ? '' : 's'}`,
        sizeText(file.bytes.length),
        `${(time / 1000).toFixed(1)} s`,
      ]
        .filter((part) => part !== undefined)
        .join('  '),
    ),
  );
}

function sizeText(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

function summaryOf({ target, exitCode, book, folder, editions }: Built, cwd: string) {
  const fileOf = (edition: string, time: number, file: OutputFile) => ({
    path: folder === undefined ? file.name : shownPath(path.join(folder, file.name), cwd),
    edition,
    size: file.bytes.length,
    ...(file.pages === undefined ? {} : { pages: file.pages }),
    seconds: Number((time / 1000).toFixed(2)),
  });
  return {
    book: target,
    exitCode,
    ...(book?.title ? { title: book.title, slug: book.slug } : {}),
    written: folder !== undefined,
    files: editions.flatMap(({ edition, files, time }) => files.map((file) => fileOf(edition, time, file))),
  };
}

/** @throws {OctavoError} for anything but a whole number from 1. */
export function jobsOf(option: unknown): number | undefined {
  if (option === undefined) return undefined;
  if (/^[1-9]\d?$/.test(String(option))) return Number(option);
  throw new OctavoError(
    {
      code: 'option-value',
      reason: `Unexpected “${option}” for --jobs, expected a whole number from 1 to 99`,
    },
    EXIT.usage,
  );
}
