import { expect, test } from 'vitest';
import { indexEntries, referredEntry } from './index-entries.js';
import { indexGroups } from './index-groups.js';

const groupsOf = (language: string, ...terms: string[]) =>
  indexGroups(
    indexEntries(
      terms.map((term, i) => ({ id: `m${i}`, term })),
      language,
    ),
    language,
  ).map(({ letter, entries }) => [letter, ...entries.map(({ term }) => term)]);

test.each([
  [
    'en',
    ['Éperlan', 'eel', 'zander', 'apple'],
    [
      ['A', 'apple'],
      ['E', 'eel', 'Éperlan'],
      ['Z', 'zander'],
    ],
  ],
  [
    'de',
    ['Äpfel', 'Zander', 'Apfel'],
    [
      ['A', 'Apfel', 'Äpfel'],
      ['Z', 'Zander'],
    ],
  ],
  [
    'sv',
    ['ål', 'zander', 'abborre', 'ärla'],
    [
      ['A', 'abborre'],
      ['Z', 'zander'],
      ['Å', 'ål'],
      ['Ä', 'ärla'],
    ],
  ],
  [
    'el',
    ['Ἀχιλλεύς', 'βίος', 'ἄνδρα'],
    [
      ['Α', 'ἄνδρα', 'Ἀχιλλεύς'],
      ['Β', 'βίος'],
    ],
  ],
  [
    'ru',
    ['щука', 'ёрш', 'Енисей'],
    [
      ['Е', 'Енисей', 'ёрш'],
      ['Щ', 'щука'],
    ],
  ],
  [
    'he',
    ['מים', 'אבן', 'אור'],
    [
      ['א', 'אבן', 'אור'],
      ['מ', 'מים'],
    ],
  ],
] as const)('in %s letters are those of the language', (language, terms, wanted) => {
  expect(groupsOf(language, ...terms)).toEqual(wanted);
});

test('figures and signs stand before the letters, quotation marks count for nothing, Chinese has no letters', () => {
  expect(groupsOf('en', '“Bass”', '12 pounds', 'ale', '% of salt', 'cod')).toEqual([
    ['#', '% of salt', '12 pounds'],
    ['A', 'ale'],
    ['B', '“Bass”'],
    ['C', 'cod'],
  ]);
  expect(groupsOf('zh', '鱼', '船')).toEqual([[undefined, '船', '鱼']]);
});

test('a subentry stays under its term, and is referred to by both words', () => {
  const marks = [
    { id: 'a', term: 'fish', sub: 'zander' },
    { id: 'b', term: 'boats' },
    { id: 'c', term: 'fish', sub: 'pike' },
  ];
  const entries = indexEntries(marks, 'en');
  expect(indexGroups(entries, 'en').map(({ letter, entries: own }) => [letter, own.length])).toEqual([
    ['B', 1],
    ['F', 3],
  ]);
  expect(referredEntry('fish', entries)).toBe(entries[1]);
  expect(referredEntry('Fish: pike', entries)).toBe(entries[2]);
  expect(referredEntry('pike', entries)).toBeUndefined();
});
