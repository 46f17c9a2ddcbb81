import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * Makes a folder whole or not at all: filled under a temporary name beside it and then renamed, so that two runs
 * at once, or a run that is killed, never leave half of one. Does nothing when the folder is there.
 */
export async function wholeFolder(folder: string, fill: (temporary: string) => Promise<void>): Promise<void> {
  if (existsSync(folder)) return;
  await mkdir(path.dirname(folder), { recursive: true });
  const temporary = await mkdtemp(`${folder}.unfinished-`);
  try {
    await fill(temporary);
    await rename(temporary, folder);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    // Another run has finished the same folder meanwhile: that one will do.
    if (!existsSync(folder)) throw error;
  }
}
