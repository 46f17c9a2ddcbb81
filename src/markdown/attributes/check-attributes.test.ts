import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../parse-markdown.js';

test.each([
  ['# A {#a .b short=c lang=fr label="Chapter I"}', []],
  ['# A {shrt=c}', ['1:1 Unexpected attribute `shrt`, expected `short`']],
  [
    '# A {#1 bad}',
    ['1:1 Unexpected `{#1 bad}` after a heading, expected attributes such as `{#id .class short="…"}`'],
  ],
  ['# The set {a, b}', []],
  ['![a](b.png){width=60% alt=c caption="d"}', []],
  ['![a](b.png){width=wide}', ['1:1 Unexpected width `wide`, expected a percentage such as `60%`']],
  [':::verse{numbred}\nx\n:::', ['1:1 Unexpected attribute `numbred`, expected `numbered`']],
  [':index[a]{sub=b as=c} :lang[d]{lang=fr} :page-mark{n=3}', []],
  [':sc[a]{colour=red}', ['1:1 Unexpected attribute `colour`, expected `id`, `class`, `lang`']],
])('%j', (markdown, expected) => {
  const file = new VFile(markdown);
  parseMarkdown(file);
  expect(file.messages.map(({ line, column, reason }) => `${line}:${column} ${reason}`)).toEqual(expected);
});
