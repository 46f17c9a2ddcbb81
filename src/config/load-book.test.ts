import { existsSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { renderMessages } from '../report/render-messages.js';
import { Report } from '../report/report.js';
import { settle } from '../report/settle.js';
import { loadBook } from './load-book.js';
import { bookSchema } from './schema.js';

const FIXTURES = path.join(import.meta.dirname, 'fixtures');

const DEFAULTS = JSON.stringify(bookSchema.parse({ title: 'any' }).typography);

/** Leaves out what depends on the machine, and what is a default. */
const portable = (cwd: string) => (key: string, value: unknown) => {
  if (typeof value === 'string' && path.isAbsolute(value))
    return path.relative(cwd, value).split(path.sep).join('/');
  if (key === 'typography' && JSON.stringify(value) === DEFAULTS) return undefined;
  if (key === 'text') return `${String(value).length} characters`;
  return key === 'editions' ? Object.keys(value as object) : value;
};

/** What loading says, and what it gives: the folder of the machine left out. */
async function outcome(cwd: string, target: string): Promise<string> {
  const report = new Report();
  let result: string;
  try {
    result = JSON.stringify(await loadBook(target, { cwd, report }), portable(cwd), 2);
  } catch (error) {
    result = `exit code ${settle(error, report)}`;
  }
  return `${[renderMessages(report.messages, report, false), result].filter(Boolean).join('\n\n')}\n`;
}

test.each(readdirSync(FIXTURES))('%s', async (name) => {
  const folder = path.join(FIXTURES, name);
  const target = existsSync(path.join(folder, 'book')) ? 'book' : 'essay.md';
  const got = await outcome(folder, target);
  const golden = path.join(folder, 'expected.txt');
  if (process.env.UPDATE) writeFileSync(golden, got);
  expect(got).toBe(readFileSync(golden, 'utf8'));
});

test.skipIf(process.platform === 'win32')(
  'follows links before it believes that a file lies in the folder',
  async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'octavo-links-'));
    await mkdir(path.join(folder, 'book'));
    writeFileSync(path.join(folder, 'secret.md'), '# Secret\n');
    writeFileSync(path.join(folder, 'book/book.yaml'), 'title: A\nchapters: [link.md]\n');
    symlinkSync('../secret.md', path.join(folder, 'book/link.md'));
    expect(await outcome(folder, 'book')).toContain(
      'book/book.yaml:2:12 error link.md lies outside the book’s folder',
    );
  },
);

test('says what is no book at all', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'octavo-none-'));
  writeFileSync(path.join(folder, 'x.pdf'), '%PDF-');
  expect(await outcome(folder, 'nothing')).toContain('There is no file or folder nothing');
  expect(await outcome(folder, 'x.pdf')).toContain('x.pdf is neither a book folder nor a Markdown file');
  expect(await outcome(folder, '.')).toContain('There is no file book.yaml');
});

test('a clone elsewhere gives the same book', async () => {
  const other = mkdtempSync(path.join(os.tmpdir(), 'octavo-clone-'));
  await mkdir(path.join(other, 'book/text'), { recursive: true });
  const from = path.join(FIXTURES, 'natural-order/book');
  for (const file of ['book.yaml', 'text/10.md', 'text/2.md', 'text/1.md']) {
    writeFileSync(path.join(other, 'book', file), readFileSync(path.join(from, file)));
  }
  expect(await outcome(other, 'book')).toBe(await outcome(path.dirname(from), 'book'));
});

test('a book saved on Windows is the same book', async () => {
  const other = mkdtempSync(path.join(os.tmpdir(), 'octavo-crlf-'));
  await mkdir(path.join(other, 'book/text'), { recursive: true });
  const from = path.join(FIXTURES, 'natural-order/book');
  for (const file of ['book.yaml', 'text/10.md', 'text/2.md', 'text/1.md']) {
    const text = readFileSync(path.join(from, file), 'utf8');
    writeFileSync(path.join(other, 'book', file), `\u{feff}${text.replaceAll('\n', '\r\n')}`);
  }
  expect(await outcome(other, 'book')).toBe(await outcome(path.dirname(from), 'book'));
});
