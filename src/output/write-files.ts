import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { EXIT, OctavoError } from '../report/errors.js';

/**
 * Writes single files, all of them or none.
 *
 * atomic: each is written whole under a temporary name beside its place; only when all are there do they take
 * their names.
 *
 * @param files Contents by absolute path.
 * @throws {OctavoError} `not-writable`
 */
export async function writeFiles(files: ReadonlyMap<string, Uint8Array | string>): Promise<void> {
  const moves: { temporary: string; file: string }[] = [];
  try {
    for (const [file, bytes] of files) {
      const temporary = path.join(path.dirname(file), `.${path.basename(file)}.new-${process.pid}`);
      await mkdir(path.dirname(file), { recursive: true });
      moves.push({ temporary, file });
      await writeFile(temporary, bytes, { flush: true });
    }
    for (const { temporary, file } of moves) await rename(temporary, file);
  } catch (error) {
    for (const { temporary } of moves) await rm(temporary, { force: true });
    const { message, path: file } = error as NodeJS.ErrnoException;
    throw new OctavoError(
      {
        code: 'not-writable',
        reason: `Cannot write ${file ?? [...files.keys()].join(', ')}: ${message}`,
        note: 'Check permissions and free space, or name another place.',
      },
      EXIT.machine,
      { cause: error },
    );
  }
}
