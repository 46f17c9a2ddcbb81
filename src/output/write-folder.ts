import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A file to be written. */
export interface WrittenFile {
  /** Path below the folder, with forward slashes. */
  readonly name: string;
  readonly bytes: Uint8Array | string;
}

/**
 * Replaces a folder by one that holds these files and those kept from the old one.
 *
 * atomic: everything is written to a new folder beside it, on the same disk, and takes the old one's name when it
 * is whole. Whoever is stopped in the middle leaves the old folder as it was. Only between the two renames at the
 * end is it, for an instant, under another name, from where the next run takes it back.
 *
 * @param kept Names of old files to carry over.
 */
export async function writeFolder(
  folder: string,
  files: readonly WrittenFile[],
  kept: readonly string[],
): Promise<void> {
  const beside = (suffix: string) => path.join(path.dirname(folder), `.${path.basename(folder)}.${suffix}`);
  const temporary = beside(`new-${process.pid}`);
  const previous = beside('previous');
  await mkdir(path.dirname(folder), { recursive: true });
  await recoverFolder(folder);
  try {
    await mkdir(temporary);
    const place = async (name: string, put: (file: string) => Promise<void>) => {
      const file = path.join(temporary, name);
      await mkdir(path.dirname(file), { recursive: true });
      await put(file);
    };
    for (const name of kept) await place(name, (file) => copyFile(path.join(folder, name), file));
    for (const { name, bytes } of files) await place(name, (file) => writeFile(file, bytes, { flush: true }));
    await rename(folder, previous).catch(unlessMissing);
    await rename(temporary, folder);
    await rm(previous, { recursive: true, force: true });
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    await rename(previous, folder).catch(unlessMissing);
    throw error;
  }
}

/** Puts back what a run that was killed at the wrong instant left aside, and removes what it left unfinished. */
export async function recoverFolder(folder: string): Promise<void> {
  const parent = path.dirname(folder);
  const prefix = `.${path.basename(folder)}.`;
  const names = await readdir(parent).catch((error: NodeJS.ErrnoException): string[] => {
    unlessMissing(error);
    return [];
  });
  for (const name of names) {
    const [, pid] = name.startsWith(prefix) ? (/^new-(\d+)$/.exec(name.slice(prefix.length)) ?? []) : [];
    if (pid && !isRunning(Number(pid))) await rm(path.join(parent, name), { recursive: true, force: true });
  }
  const previous = path.join(parent, `${prefix}previous`);
  if (!names.includes(`${prefix}previous`)) return;
  if (names.includes(path.basename(folder))) await rm(previous, { recursive: true, force: true });
  else await rename(previous, folder);
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function unlessMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
