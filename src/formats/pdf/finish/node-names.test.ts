import { expect, test } from 'vitest';
import { stableNodeNames } from './node-names.js';

const renamed = (text: string) =>
  Buffer.from(stableNodeNames(Buffer.from(text, 'latin1')).bytes).toString('latin1');

test('names elements by their order, whatever numbers the browser was at', () => {
  const file = (first: number) => {
    const name = (n: number) => `(node${String(first + n).padStart(8, '0')})`;
    return `/ID ${name(2)} \xff\x00 /Names [${name(0)} 1 0 R ${name(2)} 2 0 R] /Headers [${name(1)}] (node) (node1)`;
  };
  expect(renamed(file(79))).toBe(renamed(file(99_990)));
  expect(renamed(file(79))).toBe(
    '/ID (node00000003) \xff\x00 /Names [(node00000001) 1 0 R (node00000003) 2 0 R] /Headers [(node00000002)] (node) (node1)',
  );
});

test('goes on counting after the portion before', () => {
  const { bytes, last } = stableNodeNames(Buffer.from('(node00000007) (node00000003)'), 4);
  expect([Buffer.from(bytes).toString(), last]).toEqual(['(node00000006) (node00000005)', 6]);
});
