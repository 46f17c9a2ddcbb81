import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** The rooms in the order in which data flows: each may import those above it, and the shared ones. */
const SHARED = ['report', 'context.ts', 'package-folder.ts', 'leaves-folder.ts', 'fonts', 'media', 'browser'];
const ROOMS = [
  'config',
  'source',
  'markdown',
  'normalise',
  'hast',
  'edition',
  'paginate',
  'formats',
  'collate',
  'output',
];
const TOP = ['build.ts', 'open-run.ts', 'index.ts', 'commands', 'cli.ts'];
const ORDER = [...SHARED, ...ROOMS, ...TOP];

const src = import.meta.dirname;
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && statSync(path.join(src, file)).isFile(),
  )
  .map((file) => file.split(path.sep).join('/'));
const roomOf = (file: string) => file.split('/')[0]!;

test.each(files)('%s imports only rooms above its own', (file) => {
  const text = readFileSync(path.join(src, file), 'utf8');
  const own = ORDER.indexOf(roomOf(file));
  expect(own, `${file} stands in no known room`).toBeGreaterThanOrEqual(0);
  for (const [, specifier] of text.matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g)) {
    const target = path.posix.join(path.posix.dirname(file), specifier!).replace(/\.js$/, '.ts');
    if (target.startsWith('..')) continue;
    expect(ORDER.indexOf(roomOf(target)), `${file} imports ${target}`).toBeLessThanOrEqual(own);
  }
});
