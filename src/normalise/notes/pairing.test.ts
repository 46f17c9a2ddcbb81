import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pair } from './pairing.js';

/** A document in short: `a1` is a call, `[1 2]` a group of notes, `#` a heading. */
function read(text: string) {
  const calls: { label: string; order: number }[] = [];
  const sets: { notes: { label: string; order: number }[]; order: number; end: number }[] = [];
  const headings: number[] = [];
  let order = 0;
  for (const [token, inside] of text.matchAll(/\[([^\]]*)\]|\S+/g)) {
    order += 10;
    if (token === '#') headings.push(order);
    else if (inside === undefined) calls.push({ label: token, order });
    else {
      const notes = inside.split(' ').map((label, index) => ({ label, order: order + index / 10 }));
      sets.push({ notes, order, end: order + 1 });
    }
  }
  const pairs = pair(calls, sets, headings);
  return calls.map((call) => {
    const note = pairs.get(call);
    return note ? sets.findIndex(({ notes }) => notes.includes(note)) : undefined;
  });
}

test.each([
  ['one group', '1 2 3 [1 2 3]', [0, 0, 0]],
  ['several calls to one note', '1 2 1 3 [1 2 3]', [0, 0, 0, 0]],
  ['a group after each chapter', '# 1 2 [1 2] # 1 [1]', [0, 0, 1]],
  ['groups together at the end', '# 1 2 3 # 1 2 # [1 2 3] [1 2]', [0, 0, 0, 1, 1]],
  ['groups together, without headings', '1 2 1 2 3 [1 2] [1 2 3]', [0, 0, 1, 1, 1]],
  ['stars that start again', '* † * [* †] [*]', [0, 0, 1]],
  ['a note elsewhere, its label there once', '1 [1] 2 3 [3] 4 [2 4]', [0, 2, 1, 2]],
  [
    'a label that comes twice proves nothing elsewhere',
    '# 1 2 3 [1 2] # 1 2 3 [1 2 3]',
    [0, 0, undefined, 1, 1, 1],
  ],
  [
    'the chapter that accounts for its whole list',
    '# 1 2 3 # 1 2 [1 2]',
    [undefined, undefined, undefined, 0, 0],
  ],
  ['a list that two chapters share', '# 1 2 3 # 1 [1 2 3]', [0, 0, 0, 0]],
  ['no groups', '1 2', [undefined, undefined]],
] as const)('%s', (_, text, expected) => {
  expect(read(text)).toEqual(expected);
});

test('chapters of any numbers of notes find their own groups, wherever these stand', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 }),
      fc.boolean(),
      (counts, together) => {
        const run = (count: number) =>
          Array.from({ length: count }, (_, index) => String(index + 1)).join(' ');
        const text = together
          ? `${counts.map((count) => `# ${run(count)}`).join(' ')} # ${counts.map((count) => `[${run(count)}]`).join(' ')}`
          : counts.map((count) => `# ${run(count)} [${run(count)}]`).join(' ');
        expect(read(text)).toEqual(counts.flatMap((count, set) => new Array(count).fill(set)));
      },
    ),
  );
});
