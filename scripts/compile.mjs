// Compiles src/ to lib/ from scratch, so that a deleted module never lingers in the package, and writes the JSON
// Schema of book.yaml beside it.
import { spawnSync } from 'node:child_process';
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.resolve(import.meta.dirname, '..');
const lib = path.join(root, 'lib');
const typescript = path.dirname(createRequire(import.meta.url).resolve('typescript/package.json'));
rmSync(lib, { recursive: true, force: true });
const { status } = spawnSync(
  process.execPath,
  [path.join(typescript, 'bin/tsc'), '-p', 'tsconfig.build.json'],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
if (status !== 0) process.exit(status ?? 1);
const { writeJsonSchema } = await import(pathToFileURL(path.join(lib, 'config/json-schema.js')).href);
writeFileSync(path.join(lib, 'book.schema.json'), writeJsonSchema());
chmodSync(path.join(lib, 'cli.js'), 0o755);
