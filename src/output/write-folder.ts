import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A file to be written. */
export interface WrittenFile {
  /** Path below the folder, with forward slashes. */
  readonly name: string;
  readonly bytes: Uint8Array | string;
}

/** What another run that writes the same folder at this moment makes of a rename or a copy. */
const COLLISIONS = new Set(['ENOTEMPTY', 'EEXIST', 'ENOENT', 'EPERM', 'EBUSY']);
const ATTEMPTS = 20;
/** Milliseconds between two. */
const PAUSE = 50;

/**
 * Replaces a folder by one that holds these files and those kept from the old one.
 *
 * atomic: everything is written to a new folder beside it, on the same disk, and takes the old one's name when it
 * is whole. Whoever is stopped in the middle leaves the old folder as it was. Only between the two renames at the
 * end is it, for an instant, under another name, from where the next run takes it back. Of two runs that write it at
 * once the later one stays.
 *
 * @param kept Names of old files to carry over.
 */
export async function writeFolder(
  folder: string,
  files: readonly WrittenFile[],
  kept: readonly string[],
): Promise<void> {
  await mkdir(path.dirname(folder), { recursive: true });
  for (let attempt = 1; ; attempt++) {
    await recoverFolder(folder);
    try {
      await replaceFolder(folder, files, kept);
      return;
    } catch (error) {
      const isCollision = COLLISIONS.has((error as NodeJS.ErrnoException).code ?? '');
      if (!isCollision || attempt === ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}

async function replaceFolder(
  folder: string,
  files: readonly WrittenFile[],
  kept: readonly string[],
): Promise<void> {
  const temporary = beside(folder, `new-${process.pid}`);
  const previous = beside(folder, `previous-${process.pid}`);
  let isAside = false;
  try {
    await mkdir(temporary);
    const place = async (name: string, put: (file: string) => Promise<void>) => {
      const file = path.join(temporary, name);
      await mkdir(path.dirname(file), { recursive: true });
      await put(file);
    };
    for (const name of kept) await place(name, (file) => copyFile(path.join(folder, name), file));
    for (const { name, bytes } of files) await place(name, (file) => writeFile(file, bytes, { flush: true }));
    isAside = await rename(folder, previous).then(() => true, unlessMissing);
    await rename(temporary, folder);
    await rm(previous, { recursive: true, force: true });
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    // Where another run has put its own folder there meanwhile, that one stays; else the next run takes this back.
    if (isAside && existsSync(folder)) await rm(previous, { recursive: true, force: true });
    else if (isAside) await rename(previous, folder);
    throw error;
  }
}

const beside = (folder: string, suffix: string): string =>
  path.join(path.dirname(folder), `.${path.basename(folder)}.${suffix}`);

/** Puts back what a run that was killed at the wrong instant left aside, and removes what it left unfinished. */
export async function recoverFolder(folder: string): Promise<void> {
  const parent = path.dirname(folder);
  const name = path.basename(folder);
  const names = await readdir(parent).catch((error: NodeJS.ErrnoException): string[] => {
    unlessMissing(error);
    return [];
  });
  let isThere = names.includes(name);
  for (const left of names) {
    const [, kind, pid] =
      (left.startsWith(`.${name}.`) && /^(new|previous)-(\d+)$/.exec(left.slice(name.length + 2))) || [];
    // What a run that goes on has put aside is its own.
    if (!pid || isRunning(Number(pid))) continue;
    const remains = path.join(parent, left);
    if (kind === 'previous' && !isThere) {
      await rename(remains, folder);
      isThere = true;
    } else await rm(remains, { recursive: true, force: true });
  }
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

function unlessMissing(error: NodeJS.ErrnoException): false {
  if (error.code !== 'ENOENT') throw error;
  return false;
}
