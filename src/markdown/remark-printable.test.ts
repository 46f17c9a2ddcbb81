import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { parseMarkdown } from './parse-markdown.js';

test('characters that cannot be printed are taken out and named', () => {
  const file = new VFile('A\u0007b\u0085 *c\uD800d* ![e\u0001f](g.png)\n\n`h\fi` 😀 é \u00AD \u200F');
  const tree = parseMarkdown(file);
  expect(JSON.stringify(tree)).not.toMatch(/\\u0007|\\ud800|\\u0001|\u0085/);
  expect(tree.children).toMatchObject([
    { children: [{ value: 'Ab ' }, { children: [{ value: 'cd' }] }, {}, { alt: 'ef' }] },
    { children: [{ value: 'h i' }, { value: ' 😀 é \u00AD \u200F' }] },
  ]);
  expect(file.messages.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
    '1 Unexpected U+0007, U+0085 in the text, removed',
    '1 Unexpected U+D800 in the text, removed',
    '1 Unexpected U+0001 in the text, removed',
  ]);
});
