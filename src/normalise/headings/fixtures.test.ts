import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Heading } from 'mdast';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../markdown/parse-markdown.js';
import { stringifyMarkdown } from '../../markdown/stringify-markdown.js';
import { headingMark } from './heading-marks.js';
import { headingText } from './heading-text.js';
import { normaliseHeadings } from './normalise-headings.js';

const folder = path.join(import.meta.dirname, 'fixtures');

function golden(file: string, actual: string): void {
  const at = path.join(folder, file);
  if (process.env.UPDATE === '1') writeFileSync(at, actual);
  expect(existsSync(at), `${file} is missing; UPDATE=1 writes it`).toBe(true);
  expect(actual).toBe(readFileSync(at, 'utf8'));
}

/** One line a heading: level, label, title, mark. */
function outline(heading: Heading): string {
  const { label } = heading.data?.attributes?.values ?? {};
  const mark = headingMark(heading);
  const title = mark ? heading.children.slice(0, -1) : heading.children;
  const parts = [label && `[${label}]`, headingText(title), mark && `(${mark.value})`];
  return `${'  '.repeat(heading.depth - 1)}${heading.depth} ${parts.filter(Boolean).join(' ')}\n`;
}

test.each(readdirSync(folder))('%s', (name) => {
  const read = (file: string) => readFileSync(path.join(folder, name, file), 'utf8');
  const options = existsSync(path.join(folder, name, 'options.json')) ? JSON.parse(read('options.json')) : {};
  const file = new VFile(read('input.md'));
  const tree = parseMarkdown(file);
  normaliseHeadings(tree, file, options);
  let headings = '';
  visit(tree, 'heading', (heading) => {
    headings += outline(heading);
  });
  golden(`${name}/outline.txt`, headings);
  golden(`${name}/output.md`, stringifyMarkdown(tree));
  golden(
    `${name}/messages.txt`,
    file.messages.map((message) => `${message.line}: ${message.ruleId}: ${message.reason}\n`).join(''),
  );
});
