import { expect, test } from 'vitest';
import { editionOf } from './testing/edition-of.js';

const told = async (markdown: string | Record<string, string>) =>
  (await editionOf({ markdown })).report.messages.map(
    ({ code, reason, place, note }) => `${place?.path}:${place?.line} ${code}: ${reason}. ${note}`,
  );

test('a reference to no entry of the index is told of, with the nearest', async () => {
  expect(
    await told(
      '# One\n\nA :index[Fish] and :index[nets]{as=Fish sub=nets}.\n\n:index{term=cod see=Fihs} :index{term=eel also="Fish, nets"} :index{term=cod see=whales}',
    ),
  ).toEqual([
    'chapter.md:5 index-reference: The index has no entry “Fihs”, to which “cod” leads. Did you mean “Fish”?',
    'chapter.md:5 index-reference: The index has no entry “whales”, to which “cod” leads. Mark a place for it, or take the reference away. An entry below another is named with a comma: “Fish, pike”.',
  ]);
});

test('a passage that has one end is told of; one that goes on into a note or another text is whole', async () => {
  expect(
    await told({
      'a.md':
        '# A\n\n:index{term=cod range=start} :index{term=eel range=start}[^1]\n\n[^1]: Note :index{term=eel range=end}.',
      'b.md':
        '# B\n\n:index{term=cod range=end}\n\n:index{term=cod sub=dried range=end}\n\n:index{term=cod range=start}',
    }),
  ).toEqual([
    'b.md:5 index-passage: A passage on “cod, dried” ends and has not begun. Mark both ends under the same words, with `range=start` and `range=end`. Until then it counts as one place.',
    'b.md:7 index-passage: A passage on “cod” begins and does not end. Mark both ends under the same words, with `range=start` and `range=end`. Until then it counts as one place.',
  ]);
});
