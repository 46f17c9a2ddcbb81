import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PACKAGE_FOLDER } from '../package-folder.js';

/** Libraries whose version changes the bytes of an edition. */
const LIBRARIES = [
  '@cantoo/pdf-lib',
  '@sparticuz/chromium',
  'epub-gen-memory',
  'hyphen',
  'puppeteer-core',
  'sharp',
  'subset-font',
];

/** The versions of Octavo and of the libraries that its output depends on. */
export function toolVersions(): Record<string, string> {
  return Object.fromEntries([
    ['octavo', ownVersion()],
    ...LIBRARIES.map((name) => [name, libraryVersion(name)] as const),
  ]);
}

/** The version of this Octavo. */
export function ownVersion(): string {
  return versionIn(path.join(PACKAGE_FOLDER, 'package.json')) ?? 'unknown';
}

function libraryVersion(name: string): string {
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? [];
  for (const folder of folders) {
    const version = versionIn(`${folder}/${name}/package.json`);
    if (version) return version;
  }
  return 'absent';
}

function versionIn(file: string): string | undefined {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
