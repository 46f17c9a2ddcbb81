import { expect, test } from 'vitest';
import { nameMissing } from './missing-scripts.js';

const named = (text: string) => nameMissing([...text].map((character) => character.codePointAt(0)!));

test('a few characters are named each, those of a whole writing system together', () => {
  expect(named('字✨')).toEqual([
    { name: '“✨” (U+2728)', first: '✨' },
    { name: '“字” (U+5B57)', first: '字', family: 'Noto Serif SC' },
  ]);
  expect(named('万。一、七丁x').map(({ name }) => name)).toEqual([
    '“x” (U+0078)',
    'the 6 Chinese characters “一”, “丁”, “七” and others',
  ]);
});
