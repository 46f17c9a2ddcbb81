import { readFile, stat } from 'node:fs/promises';
import { type Detail, EXIT, type ExitCode, OctavoError } from '../report/errors.js';
import type { Place } from '../report/report.js';

export interface ReadTextOptions {
  /** Absolute path. */
  readonly file: string;
  /** Path as messages name it. */
  readonly path: string;
  /** Bytes above which the file is refused. */
  readonly limit: number;
  /** Where the book names the file, for a file that cannot be read at all. */
  readonly namedAt?: Place | undefined;
  readonly exitCode?: ExitCode;
}

/**
 * Reads a text file as UTF-8, without its byte order mark, with lines that end in a line feed.
 *
 * @throws {OctavoError} `unreadable-file`, `file-too-large`, or `not-utf8` with the line of the first wrong byte.
 */
export async function readText(options: ReadTextOptions): Promise<string> {
  const { file, path, limit } = options;
  const fail = (detail: Detail, cause?: unknown) =>
    new OctavoError(detail, options.exitCode ?? EXIT.content, { cause });
  let bytes: Buffer;
  try {
    const { size } = await stat(file);
    if (size > limit) {
      throw fail({
        code: 'file-too-large',
        reason: `${path} is ${megabytes(size)}, and the limit is ${megabytes(limit)}`,
        place: { path },
        note: 'Split the file into chapters.',
      });
    }
    bytes = await readFile(file);
  } catch (error) {
    if (error instanceof OctavoError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw fail(
      {
        code: code === 'ENOENT' ? 'missing-file' : 'unreadable-file',
        reason: code === 'ENOENT' ? `There is no file ${path}` : `Cannot read ${path}: ${message}`,
        place: options.namedAt ?? { path },
        note: 'Check the name and the permissions of the file.',
      },
      error,
    );
  }
  try {
    // A text that Windows has saved is the same text.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    throw fail(notUtf8(bytes, path));
  }
}

function notUtf8(bytes: Buffer, path: string): Detail {
  const offset = firstInvalidByte(bytes);
  const before = bytes.subarray(0, offset);
  const line = before.toString('latin1').split('\n').length;
  const column = before.subarray(before.lastIndexOf(10) + 1).toString('utf8').length + 1;
  const hex = bytes[offset]!.toString(16).toUpperCase().padStart(2, '0');
  return {
    code: 'not-utf8',
    reason: `${path} is not UTF-8: byte ${offset} (0x${hex}) begins no character`,
    place: { path, line, column },
    note: 'Save the file as UTF-8, or let octavo clean find out how it was encoded.',
  };
}

/** The offset of the first character that is none, in a text that is known to be wrong. */
function firstInvalidByte(bytes: Uint8Array): number {
  // The longest prefix that could be the beginning of a text, then back over the character it may have cut.
  let [good, bad] = [0, bytes.length + 1];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (decodes(bytes.subarray(0, middle), true)) good = middle;
    else bad = middle;
  }
  while (!decodes(bytes.subarray(0, good), false)) good -= 1;
  return good;
}

function decodes(bytes: Uint8Array, isCut: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isCut });
    return true;
  } catch {
    return false;
  }
}

const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MB`;
