import { expect, test } from 'vitest';
import { nativeValue } from './foreign-values.js';

test.each([
  ['Ada Writer', ['Ada Writer']],
  ['Ada Writer and Bob Smith', ['Ada Writer', 'Bob Smith']],
  ['Ada Writer & Bob Smith; Cy Jones', ['Ada Writer', 'Bob Smith', 'Cy Jones']],
  ['Ada Writer, Bob Smith, and Cy Jones', ['Ada Writer', 'Bob Smith', 'Cy Jones']],
  ['Writer, Ada', ['Writer, Ada']],
  ['Smith and Sons', ['Smith and Sons']],
  [
    ['Ada Writer', { name: 'Bob' }],
    ['Ada Writer', { name: 'Bob' }],
  ],
  [3, 3],
])('creators %j → %j', (value, expected) => {
  expect(nativeValue('creators', value)).toEqual(expected);
});

test('a locale is a language tag', () => {
  expect(nativeValue('language', 'pt_BR')).toBe('pt-BR');
  expect(nativeValue('rights', 'CC_BY')).toBe('CC_BY');
});
