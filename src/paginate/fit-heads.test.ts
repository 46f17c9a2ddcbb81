import { expect, test } from 'vitest';
import { shorterHeads } from './fit-heads.js';

test('shortens a head to the title before its subtitle, then word by word', () => {
  expect(shorterHeads('The Ferrymen: a history, in parts')).toEqual([
    'The Ferrymen',
    'The Ferrymen: a history, in…',
    'The Ferrymen: a history…',
    'The Ferrymen: a…',
    'The Ferrymen…',
    'The…',
  ]);
});

test('shortens what has no spaces between its characters', () => {
  expect(shorterHeads('河水慢')).toEqual(['河水…', '河…']);
});
