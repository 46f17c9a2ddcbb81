// Writes the chapters of the handbook that are made from tables in the code: what book.yaml may say, and what the
// messages mean. A test says when they are out of date; then run `npm run reference`.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.resolve(import.meta.dirname, '..');
const { REFERENCE } = await import(pathToFileURL(path.join(root, 'lib/commands/reference.js')).href);

for (const { file, render } of REFERENCE) {
  const target = path.join(root, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, render());
  console.log(file);
}
