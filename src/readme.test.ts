import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const examples = [...readme.matchAll(/^```js\n([\s\S]*?)^```$/gm)].map(([, code]) => code!);

/** Runs an example as the module of somebody who has installed the package. */
function run(code: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test('the example of remarkNotes prints what its comment says', () => {
  const notes = examples.find((code) => code.includes('import { remarkNotes }'));
  expect(run(notes!)).toMatchObject({
    status: 0,
    stdout: 'The wheel stopped in March.[^1]\n\n[^1]: So the miller’s daughter says.\n\n',
    stderr: '',
  });
});

test.each(examples.map((code, index) => [index + 1, code]))('example %i runs', (_, code) => {
  expect(run(String(code))).toMatchObject({ status: 0 });
});
