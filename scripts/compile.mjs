// Compiles src/ to lib/ from scratch, so that a deleted module never lingers in the package.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const typescript = path.dirname(createRequire(import.meta.url).resolve('typescript/package.json'));
rmSync(path.join(root, 'lib'), { recursive: true, force: true });
const { status } = spawnSync(
  process.execPath,
  [path.join(typescript, 'bin/tsc'), '-p', 'tsconfig.build.json'],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
process.exit(status ?? 1);
