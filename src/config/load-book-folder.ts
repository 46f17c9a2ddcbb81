import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { type Detail, EXIT, OctavoError } from '../report/errors.js';
import type { Book, Manuscript } from './book.js';
import { checkStructure } from './check-structure.js';
import { defaultEditions } from './default-editions.js';
import { type EntryProblem, type FileEntry, fileEntries } from './file-entries.js';
import { type FoundFile, findManuscripts } from './find-manuscripts.js';
import { LIMITS } from './limits.js';
import { loadLineMap } from './load-line-map.js';
import type { LoadOptions } from './load-options.js';
import { named } from './named.js';
import { naturalOrder } from './natural-order.js';
import { parseConfig } from './parse-config.js';
import { readText } from './read-text.js';
import { shownPath } from './shown-path.js';
import { YamlSource } from './yaml-source.js';

interface ReadFile {
  readonly entry: FileEntry;
  readonly manuscript: Manuscript;
}

/** Loads the book that a `book.yaml` describes. */
export async function loadBookFolder(configFile: string, { cwd, report }: LoadOptions): Promise<Book> {
  const folder = await realpath(path.dirname(configFile));
  const configPath = shownPath(configFile, cwd);
  const text = await readText({
    file: configFile,
    path: configPath,
    limit: LIMITS.config,
    exitCode: EXIT.usage,
  });
  const source = new YamlSource(configPath, text);
  const config = parseConfig(source);
  const { entries, problems: unknownBooks } = await fileEntries(config, folder);
  const { found, problems } = await findManuscripts(folder, entries);
  const placed = ({ entry, detail }: EntryProblem) => source.at(entry.at, 'value', detail);
  const faults = [...checkStructure(source, config), ...[...unknownBooks, ...problems].map(placed)];
  const texts: ReadFile[] = [];
  const unfit: Detail[] = [];
  for (const one of found) {
    // As the person named the folder, not as its links resolve.
    const named = path.join(path.dirname(configFile), path.relative(folder, one.file));
    const shown = shownPath(named, cwd);
    try {
      const text = await readText({ file: one.file, path: shown, limit: LIMITS.manuscript });
      report.sources.set(shown, text);
      await loadLineMap({ file: one.file, shown, text, folder: one.folder }, { cwd, report });
      if (text.trim() === '') unfit.push(placed({ entry: one.entry, detail: emptyFile(shown) }));
      texts.push({ entry: one.entry, manuscript: manuscriptOf(one, shown, text) });
    } catch (error) {
      if (!(error instanceof OctavoError)) throw error;
      unfit.push(...error.details);
    }
  }
  const [first, ...rest] = [...faults, ...unfit].sort(byPlace);
  if (first) throw new OctavoError([first, ...rest], faults.length > 0 ? EXIT.usage : EXIT.content);
  const { chapters: _, parts, texts: __, front: ___, back: ____, ...stated } = config;
  const book = {
    ...stated,
    folder,
    configPath,
    locate: (...about: Parameters<YamlSource['at']>) => source.at(...about),
    manuscripts: texts.filter(({ entry }) => !entry.isPartText).map(({ manuscript }) => manuscript),
    parts: (parts ?? []).map(({ title }, index) => {
      const text = texts.find(({ entry }) => entry.isPartText && entry.part === index);
      return text ? { title, manuscript: text.manuscript } : { title };
    }),
    editions: config.editions ?? defaultEditions(),
  };
  return named(book, config.title);
}

function manuscriptOf({ file, folder, entry }: FoundFile, shown: string, text: string): Manuscript {
  const { matter, part, text: packetText, host } = entry;
  return {
    file,
    folder,
    path: shown,
    text,
    matter,
    ...(part === undefined ? {} : { part }),
    ...(packetText === undefined ? {} : { entry: packetText }),
    ...(host === undefined ? {} : { host }),
  };
}

function byPlace(one: Detail, two: Detail): number {
  return (
    naturalOrder(one.place?.path ?? '', two.place?.path ?? '') ||
    (one.place?.line ?? 0) - (two.place?.line ?? 0) ||
    (one.place?.column ?? 0) - (two.place?.column ?? 0)
  );
}

const emptyFile = (name: string): Detail => ({
  code: 'empty-file',
  reason: `${name} is empty`,
  note: 'Write its text, or take it out of the book.',
});
