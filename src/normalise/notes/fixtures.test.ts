import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { expect, test } from 'vitest';
import { type NotesOptions, remarkNotes } from './remark-notes.js';

const folder = path.join(import.meta.dirname, 'fixtures');
const cases = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'input.md')
  .map((file) => path.dirname(file).split(path.sep).join('/'));

const process = (markdown: string, options: NotesOptions) => {
  const file = new VFile(markdown);
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkDirective)
    .use(remarkMath)
    .use(remarkNotes, options)
    .use(remarkStringify);
  return { file, output: String(processor.processSync(file)) };
};

const plain = ({ ruleId, reason, line, column, fatal }: VFileMessage) => ({
  ruleId,
  at: `${line}:${column}`,
  severity: fatal ? 'error' : fatal === false ? 'warning' : 'info',
  reason,
});

const inOrder = (messages: readonly VFileMessage[]) =>
  [...messages].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));

const golden = (file: string, actual: string) => {
  const at = path.join(folder, file);
  if (globalThis.process.env.UPDATE === '1') writeFileSync(at, actual);
  expect(existsSync(at), `${file} is missing; UPDATE=1 writes it`).toBe(true);
  expect(actual).toBe(readFileSync(at, 'utf8'));
};

test.each(cases)('%s', (name) => {
  const read = (file: string) => readFileSync(path.join(folder, name, file), 'utf8');
  const options = existsSync(path.join(folder, name, 'options.json')) ? JSON.parse(read('options.json')) : {};
  const { file, output } = process(read('input.md'), options);
  golden(`${name}/output.md`, output);
  golden(`${name}/messages.json`, `${JSON.stringify(inOrder(file.messages).map(plain), null, 2)}\n`);
  expect(process(output, options).output, 'a second run changes nothing').toBe(output);
});
