import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { leavesFolder } from '../leaves-folder.js';
import { LINE_MAP_ENDING, readLineMap } from '../report/line-map.js';
import { LineOrigins } from '../report/line-origins.js';
import type { RawPlace } from '../report/report.js';
import { LIMITS } from './limits.js';
import type { LoadOptions } from './load-options.js';
import { shownPath } from './shown-path.js';

/** A text of a book that may have been cleaned from a raw one. */
interface CleanedText {
  /** Absolute path. */
  readonly file: string;
  /** Path as messages name it. */
  readonly shown: string;
  readonly text: string;
  /** Absolute path of the folder outside which nothing is read, links followed. */
  readonly folder: string;
}

/**
 * Lets messages about a text name the line of the raw text, where `octavo clean` left a map of them beside it. The
 * map is read now and understood only when a message needs it; without one, or with one that is of no use, messages
 * name the line of the Markdown alone.
 */
export async function loadLineMap(text: CleanedText, { cwd, report }: LoadOptions): Promise<void> {
  const file = text.file + LINE_MAP_ENDING;
  const shown = text.shown + LINE_MAP_ENDING;
  const warn = (reason: string) =>
    report.add({
      severity: 'warning',
      code: 'line-map',
      reason,
      place: { path: shown },
      note: 'Messages name no lines of the raw text. Clean the text again, or delete the map.',
    });
  const json = await readMap(file, text.folder);
  if (json === undefined) return;
  if (typeof json !== 'string') return warn(`${shown} ${json.fault}`);
  let origins: LineOrigins | undefined | null = null;
  report.raws.set(text.shown, ({ line, column }) => {
    if (origins === null) {
      const map = readLineMap(json);
      origins = map && new LineOrigins(map, text.text);
      if (!map) warn(`${shown} is no map of lines`);
    }
    const origin = origins?.originOf(line!, column);
    if (!origin) return undefined;
    const raw = shownPath(path.resolve(path.dirname(text.file), origin.source), cwd);
    return { path: raw, line: origin.line, ...(origin.isNear ? { isNear: true } : {}) } satisfies RawPlace;
  });
}

/** The map's text; undefined where there is none. */
async function readMap(file: string, folder: string): Promise<string | undefined | { fault: string }> {
  try {
    // closed: a link may point anywhere, so it is its target that counts.
    if (leavesFolder(folder, await realpath(file))) return { fault: 'lies outside the book’s folder' };
    const stats = await stat(file);
    if (!stats.isFile() || stats.size > LIMITS.manuscript) return { fault: 'is no map of lines' };
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? undefined : { fault: `cannot be read: ${message}` };
  }
}
