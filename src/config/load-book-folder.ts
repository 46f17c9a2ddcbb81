import path from 'node:path';
import { type Detail, EXIT, OctavoError } from '../report/errors.js';
import type { Book, Manuscript } from './book.js';
import { defaultEditions } from './default-editions.js';
import { fileEntries } from './file-entries.js';
import { type EntryProblem, findManuscripts } from './find-manuscripts.js';
import { identifierOf } from './identifier.js';
import { LIMITS } from './limits.js';
import type { LoadOptions } from './load-options.js';
import { parseConfig } from './parse-config.js';
import { readText } from './read-text.js';
import { shownPath } from './shown-path.js';
import { slugOf } from './slug.js';
import { YamlSource } from './yaml-source.js';

/** Loads the book that a `book.yaml` describes. */
export async function loadBookFolder(configFile: string, { cwd, report }: LoadOptions): Promise<Book> {
  const folder = path.dirname(configFile);
  const configPath = shownPath(configFile, cwd);
  const text = await readText({
    file: configFile,
    path: configPath,
    limit: LIMITS.config,
    exitCode: EXIT.usage,
  });
  const source = new YamlSource(configPath, text);
  const config = parseConfig(source);
  const entries = fileEntries(config);
  const details: Detail[] = [];
  if (!config.chapters?.length && !config.parts?.length) details.push(source.at([], 'value', noChapters()));
  if (config.chapters && config.parts) details.push(source.at(['parts'], 'key', chaptersAndParts()));
  const { found, problems } = await findManuscripts(folder, entries);
  const placed = ({ entry, detail }: EntryProblem) => source.at(entry.at, 'value', detail);
  details.push(...problems.map(placed));
  const texts: (Manuscript & { isPartText: boolean })[] = [];
  for (const { file, entry } of found) {
    const shown = shownPath(file, cwd);
    try {
      const text = await readText({ file, path: shown, limit: LIMITS.manuscript });
      report.sources.set(shown, text);
      if (text.trim() === '') details.push(placed({ entry, detail: emptyFile(shown) }));
      texts.push({
        file,
        path: shown,
        text,
        matter: entry.matter,
        ...(entry.part === undefined ? {} : { part: entry.part }),
        isPartText: entry.isPartText ?? false,
      });
    } catch (error) {
      if (!(error instanceof OctavoError)) throw error;
      details.push(...error.details);
    }
  }
  const [first, ...rest] = details;
  if (first) throw new OctavoError([first, ...rest], EXIT.usage);
  return {
    ...config,
    folder,
    configPath,
    slug: config.slug ?? slugOf(config.title),
    identifier: config.identifier ?? identifierOf(config.title, config.creators),
    manuscripts: texts.filter((one) => !one.isPartText).map(({ isPartText: _, ...manuscript }) => manuscript),
    parts: (config.parts ?? []).map(({ title }, index) => {
      const manuscript = texts.find((one) => one.isPartText && one.part === index);
      return manuscript ? { title, manuscript } : { title };
    }),
    editions: config.editions ?? defaultEditions(),
  };
}

const noChapters = (): Detail => ({
  code: 'empty-book',
  reason: 'The book has no chapters',
  note: 'Name the files, for example “chapters: [text/*.md]”.',
});

const chaptersAndParts = (): Detail => ({
  code: 'config-value',
  reason: 'The book has both “chapters” and “parts”',
  note: 'Move the chapters into the parts, or use “front” and “back” for what stands outside them.',
});

const emptyFile = (name: string): Detail => ({
  code: 'empty-file',
  reason: `${name} is empty`,
  note: 'Write its text, or take it out of the book.',
});
