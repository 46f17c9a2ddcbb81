import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Manifest } from '../../output/manifest.js';

export const CLI = path.resolve(import.meta.dirname, '../../../lib/cli.js');

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Called with the process, to stop it. */
  readonly started?: (stop: (signal: NodeJS.Signals) => void) => void;
}

/** Runs the compiled command line, as a person would. */
export function octavo(args: readonly string[], { cwd, env = {}, started }: RunOptions): Promise<Ran> {
  const { GITHUB_ACTIONS: _, FORCE_COLOR: __, ...rest } = process.env;
  const child = spawn(process.execPath, [CLI, ...args], { cwd, env: { ...rest, ...env } });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text;
  });
  started?.((signal) => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err }));
  });
}

/** A new folder with these files. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'octavo-test-')));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

/** The SHA-256 of every file below a folder, hidden ones too. */
export function fingerprint(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
  return Object.fromEntries(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(path.join(folder, name)))
        .digest('hex'),
    ]),
  );
}

/** What is wrong with a folder of finished books: files that no manifest knows, or that are not what it says. */
export function faultsOf(dist: string): string[] {
  const found = fingerprint(dist);
  return readdirSync(dist).flatMap((slug) => {
    const { files } = JSON.parse(readFileSync(path.join(dist, slug, 'manifest.json'), 'utf8')) as Manifest;
    const known = new Map(files.map(({ name, sha256 }) => [`${slug}/${name}`, sha256]));
    const there = Object.keys(found).filter(
      (name) => name.startsWith(`${slug}/`) && !name.endsWith('manifest.json'),
    );
    return [
      ...there.filter((name) => !known.has(name)).map((name) => `${name} is unknown`),
      ...[...known].filter(([name, hash]) => found[name] !== hash).map(([name]) => `${name} is not whole`),
    ];
  });
}
