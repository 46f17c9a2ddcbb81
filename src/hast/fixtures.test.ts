import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { toHtml } from 'hast-util-to-html';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../markdown/parse-markdown.js';
import { normaliseHeadings } from '../normalise/headings/normalise-headings.js';
import { normaliseNotes } from '../normalise/notes/normalise-notes.js';
import { toEditionHast } from './to-edition-hast.js';

const folder = path.join(import.meta.dirname, 'fixtures');

function golden(file: string, actual: string): void {
  const at = path.join(folder, file);
  if (process.env.UPDATE === '1') writeFileSync(at, actual);
  expect(existsSync(at), `${file} is missing; UPDATE=1 writes it`).toBe(true);
  expect(actual).toBe(readFileSync(at, 'utf8'));
}

test.each(readdirSync(folder))('%s', (name) => {
  const file = new VFile(readFileSync(path.join(folder, name, 'input.md'), 'utf8'));
  const tree = parseMarkdown(file);
  normaliseNotes(tree, file);
  normaliseHeadings(tree, file);
  golden(`${name}/output.html`, `${toHtml(toEditionHast(tree, file)).trim()}\n`);
  const messages = file.messages.map(
    (message) =>
      `${message.place ? `${message.line}:${message.column}` : 'nowhere'} ${message.ruleId}: ${message.reason}\n`,
  );
  golden(`${name}/messages.txt`, messages.join(''));
});
