import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { recoverFolder, writeFolder } from './write-folder.js';

const place = () => path.join(mkdtempSync(path.join(os.tmpdir(), 'octavo-write-')), 'book');
const read = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
  );

test('writes, replaces, keeps what it is told to keep, and leaves nothing beside', async () => {
  const folder = place();
  await writeFolder(
    folder,
    [
      { name: 'a', bytes: '1' },
      { name: 'b', bytes: '1' },
      { name: 'c/d', bytes: '1' },
    ],
    [],
  );
  expect(readdirSync(folder)).toEqual(['a', 'b', 'c']);
  await writeFolder(folder, [{ name: 'a', bytes: '2' }], ['b']);
  expect(read(folder)).toEqual({ a: '2', b: '1' });
  expect(readdirSync(path.dirname(folder))).toEqual(['book']);
});

test('a failure in the middle leaves the old folder as it was', async () => {
  const folder = place();
  await writeFolder(folder, [{ name: 'a', bytes: '1' }], []);
  const impossible = [
    { name: 'a', bytes: '2' },
    { name: 'a/b', bytes: '2' },
  ];
  await expect(writeFolder(folder, impossible, [])).rejects.toThrow();
  expect(read(folder)).toEqual({ a: '1' });
  expect(readdirSync(path.dirname(folder))).toEqual(['book']);
});

test('what a killed run left aside is taken back, and what it left unfinished is removed', async () => {
  const folder = place();
  await writeFolder(folder, [{ name: 'a', bytes: '1' }], []);
  renameSync(folder, path.join(path.dirname(folder), '.book.previous-999999998'));
  mkdirSync(path.join(path.dirname(folder), '.book.new-999999999'));
  await recoverFolder(folder);
  expect(read(folder)).toEqual({ a: '1' });
  expect(readdirSync(path.dirname(folder))).toEqual(['book']);
});

test('whoever kills it, a whole folder stays', async () => {
  const folder = place();
  const writer = path.join(path.dirname(folder), 'writer.mjs');
  const source = new URL('../../lib/output/write-folder.js', import.meta.url);
  writeFileSync(
    writer,
    `import { writeFolder } from ${JSON.stringify(source.href)};
     for (let n = 0; ; n += 1) {
       await writeFolder(${JSON.stringify(folder)}, Array.from({ length: 20 }, (_, i) => ({ name: String(i), bytes: String(n) })), []);
       if (n === 0) console.log('ready');
     }`,
  );
  for (let round = 0; round < 12; round += 1) {
    const child = spawn(process.execPath, [writer], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    await new Promise((resolve) => setTimeout(resolve, 7 * round));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    await recoverFolder(folder);
    expect(existsSync(folder)).toBe(true);
    const files = read(folder);
    expect(Object.keys(files)).toHaveLength(20);
    expect(new Set(Object.values(files)).size).toBe(1);
  }
});

test('two that write at once both succeed, and the folder is whole', async () => {
  const folder = place();
  const writer = path.join(path.dirname(folder), 'writer.mjs');
  const source = new URL('../../lib/output/write-folder.js', import.meta.url);
  writeFileSync(
    writer,
    `import { writeFolder } from ${JSON.stringify(source.href)};
     for (let n = 0; n < 60; n += 1)
       await writeFolder(${JSON.stringify(folder)}, Array.from({ length: 9 }, (_, i) => ({ name: String(i), bytes: process.argv[2] + n })), []);`,
  );
  const codes = await Promise.all(
    ['a', 'b', 'c'].map((name) => {
      const child = spawn(process.execPath, [writer, name], { stdio: 'inherit' });
      return new Promise((resolve) => child.once('exit', resolve));
    }),
  );
  expect(codes).toEqual([0, 0, 0]);
  const files = read(folder);
  expect(Object.keys(files)).toHaveLength(9);
  expect(new Set(Object.values(files)).size).toBe(1);
  expect(readdirSync(path.dirname(folder)).sort()).toEqual(['book', 'writer.mjs']);
});
