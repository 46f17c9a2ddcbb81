import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { EXIT, OctavoError } from '../report/errors.js';
import { nearestName } from '../report/nearest-name.js';
import type { Report } from '../report/report.js';
import type { Book } from './book.js';
import { defaultEditions } from './default-editions.js';
import { nativeValue } from './foreign-values.js';
import { LIMITS } from './limits.js';
import { loadLineMap } from './load-line-map.js';
import type { LoadOptions } from './load-options.js';
import { named } from './named.js';
import { parseConfig, parseWith } from './parse-config.js';
import { readText } from './read-text.js';
import { bookSchema } from './schema.js';
import { shownPath } from './shown-path.js';
import { YamlSource } from './yaml-source.js';

/** Keys that other tools write into front matter, and what they are called here. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  author: 'creators',
  authors: 'creators',
  lang: 'language',
  keywords: 'subjects',
  tags: 'subjects',
  abstract: 'description',
};

/** Keys of `book.yaml` that make no sense in a book of one file. */
const OF_FOLDERS = new Set(['front', 'chapters', 'parts', 'texts', 'back']);

/** Keys that speak of a text rather than of the book: what `octavo clean` wrote, and what an edition credits. */
const OF_TEXTS = new Set(['raw', 'provenance', 'pages', 'kind']);

/** Keys that only describe the book. Other tools have forms of their own for them, which must not stop a build. */
const DESCRIPTIVE = [
  'subtitle',
  'creators',
  'language',
  'identifier',
  'publisher',
  'date',
  'edition',
  'source',
  'rights',
  'subjects',
  'series',
  'description',
] as const;

/**
 * Loads a single Markdown file as a book: its front matter may hold what `book.yaml` holds, and its title is
 * that of the front matter or, known when the text is read, its first heading. Keys that are unknown are reported and
 * passed over, since such files often come from elsewhere.
 */
export async function loadMarkdownFile(file: string, { cwd, report }: LoadOptions): Promise<Book> {
  const shown = shownPath(file, cwd);
  const text = await readText({ file, path: shown, limit: LIMITS.manuscript });
  report.sources.set(shown, text);
  const folder = await realpath(path.dirname(file));
  await loadLineMap({ file, shown, text, folder }, { cwd, report });
  if (text.trim() === '') {
    throw new OctavoError({ code: 'empty-file', reason: `${shown} is empty`, place: { path: shown } });
  }
  const { source, data } = frontMatter(shown, text, report);
  const isTitled = data.title !== undefined;
  const { front: _, back: __, ...config } = parseConfig(source, isTitled ? data : { ...data, title: '?' });
  const book = {
    ...config,
    folder: path.dirname(file),
    locate: (...about: Parameters<YamlSource['at']>) => source.at(...about),
    manuscripts: [{ file, folder: path.dirname(file), path: shown, text, matter: 'body' as const }],
    parts: [],
    editions: config.editions ?? defaultEditions(),
  };
  return isTitled ? named(book, config.title) : { ...book, title: '', slug: '', identifier: '' };
}

/** Lines between two of three hyphens each, at the head of the file. */
const FRONT_MATTER = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?---[ \t]*(?:\r?\n|$)/;

function frontMatter(shown: string, text: string, report: Report) {
  const yaml = FRONT_MATTER.exec(text)?.[1] ?? '';
  const source = new YamlSource(shown, text, `\n${yaml}`);
  const given = source.data ?? {};
  if (typeof given !== 'object' || Array.isArray(given)) {
    const detail = { code: 'front-matter', reason: 'Unexpected front matter, expected lines “key: value”' };
    throw new OctavoError(source.at([], 'value', detail), EXIT.usage);
  }
  const data: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) {
    const name = key in bookSchema.shape ? key : OTHER_NAMES[key];
    if (OF_TEXTS.has(key)) continue;
    if (name && !OF_FOLDERS.has(name)) data[name] ??= nativeValue(name, value);
    else {
      const meant = nearestName(key, [...Object.keys(bookSchema.shape), ...Object.keys(OTHER_NAMES)]);
      report.add({
        severity: 'warning',
        ...source.at([key], 'key', {
          code: 'unknown-key',
          reason: `The key “${key}” means nothing in the front matter of a book of one file`,
          note:
            name === undefined && meant
              ? `Did you mean “${meant}”?`
              : 'It is passed over. Remove it, or leave it for the tool that it is for.',
        }),
      });
    }
  }
  for (const key of DESCRIPTIVE) if (key in data && !isFit(key, data[key], source, report)) delete data[key];
  return { source, data };
}

/** Reports a value that the book cannot take, at its place. */
function isFit(
  key: (typeof DESCRIPTIVE)[number],
  value: unknown,
  source: YamlSource,
  report: Report,
): boolean {
  try {
    parseWith(z.object({ [key]: bookSchema.shape[key] }), source, { [key]: value });
    return true;
  } catch (error) {
    if (!(error instanceof OctavoError)) throw error;
    for (const detail of error.details) {
      report.add({ ...detail, severity: 'warning', note: detail.note ?? 'The book is made without it.' });
    }
    return false;
  }
}
