import { toString as textOf } from 'mdast-util-to-string';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { parseMarkdown } from './parse-markdown.js';

function read(markdown: string) {
  const file = new VFile(markdown);
  const tree = parseMarkdown(file);
  return { text: textOf(tree), messages: file.messages.map(({ line, reason }) => `${line} ${reason}`) };
}

test.each([
  'At 12:30, a:b, John 3:16, C:\\temp, ratio 1:x[2], :unknown[text]{a=b} and 10:sc.',
  'std::vector, ::, ::: and :-)',
])('%j is ordinary text', (markdown) => {
  const { text, messages } = read(markdown);
  expect(text).toBe(markdown.replaceAll('\\\\', '\\'));
  expect(messages).toEqual([]);
});

test.each([
  [
    ':cs[a] and :indx[b]',
    ':cs[a] and :indx[b]',
    ['1 Unexpected `:cs` in the text, expected `:sc`', '1 Unexpected `:indx` in the text, expected `:index`'],
  ],
  [':::vers\na *b*\n:::', 'a b', ['1 Unexpected directive `:::vers`, expected `:::verse`']],
  ['::page-brake', '::page-brake', ['1 Unexpected directive `::page-brake`, expected `::page-break`']],
  [
    '::nothing[a *b* c]{d=e}',
    '::nothing[a b c]{d=e}',
    ['1 Unexpected directive `::nothing`, expected a known name'],
  ],
  [':::sc\na\n:::', 'a', ['1 Unexpected directive `:::sc`, expected a known name']],
])('%j keeps its words and is reported', (markdown, text, messages) => {
  expect(read(markdown)).toEqual({ text, messages });
});

test.each(['::: verse\nA line\n:::', ':::\tverse{lang=fr}\nA line\n:::', '> :::   verse\n> A line\n> ::: '])(
  '%j is verse, white space or not',
  (markdown) => {
    const file = new VFile(markdown);
    const [first] = parseMarkdown(file).children;
    const verse = first?.type === 'blockquote' ? first.children[0] : first;
    expect(verse).toMatchObject({ type: 'containerDirective', name: 'verse' });
    expect(textOf(verse)).toBe('A line');
    expect(file.messages).toEqual([]);
  },
);

test.each([
  [
    ':::tip A title\nText\n\n:::',
    [
      '1 Unexpected `:::tip A title`, expected a line `:::name` and nothing after it but `[…]` or `{…}`',
      '4 Unexpected `:::`, expected an open directive before it',
    ],
  ],
  [
    '::: {.vers}\nText\n:::',
    [
      '1 Unexpected `::: {.vers}`, expected a line `:::verse` and nothing after it but `[…]` or `{…}`',
      '3 Unexpected `:::`, expected an open directive before it',
    ],
  ],
])('%j is printed as it stands, and told of', (markdown, messages) => {
  const read = new VFile(markdown);
  const tree = parseMarkdown(read);
  expect(textOf(tree)).toBe(markdown.replaceAll('\n\n', ''));
  expect(read.messages.map(({ line, reason }) => `${line} ${reason}`)).toEqual(messages);
});
