import { expect, test } from 'vitest';
import { readManuscript } from '../edition/read-manuscript.js';
import { bookOf, editionOf } from '../edition/testing/edition-of.js';
import { OctavoError } from '../report/errors.js';

const text = (body: string) => `# Title\n\nFirst.\n\n${body}\n`;

test.each([
  ['quotations', '> '.repeat(401) + 'x'],
  ['stars', `${'*'.repeat(50_000)}a${'*'.repeat(50_000)}`],
  ['low lines', `a${'_'.repeat(50_000)}`],
  ['backticks', `a ${'`'.repeat(200)} b`],
  ['block tags', '<div>'.repeat(5000)],
  ['inline tags', `a ${'<b>'.repeat(5000)}`],
  ['lists', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth * 2)}- x`).join('\n')],
])('too many %s are refused with their line', async (_name, body) => {
  const book = bookOf({ markdown: text(body) });
  let error: unknown;
  try {
    readManuscript(book.manuscripts[0]!, book);
  } catch (caught) {
    error = caught;
  }
  expect(error).toBeInstanceOf(OctavoError);
  const [detail] = (error as OctavoError).details;
  expect(detail.code).toBe('limit');
  expect(detail.place?.path).toBe('chapter.md');
  expect(detail.place?.line).toBeGreaterThanOrEqual(5);
});

test.each([
  ['200 quotations', `${'> '.repeat(200)}deep`],
  ['a long rule of stars', '*'.repeat(2000)],
  ['a long line to write on', `Name: ${'_'.repeat(60)}`],
  ['tags forgotten in many paragraphs', 'a <b>bold\n\n'.repeat(500)],
  ['unclosed brackets', '['.repeat(5000)],
  ['unclosed emphasis', '*a **b '.repeat(2000)],
  ['unclosed attributes', '{a="'.repeat(5000)],
  ['unclosed mathematics', '$a '.repeat(5000)],
  ['unclosed directives', ':sc['.repeat(500)],
])('%s are read', async (_name, body) => {
  const { edition } = await editionOf({ markdown: text(body) });
  expect(edition.sections).toHaveLength(1);
});
