import { toString as textOf } from 'hast-util-to-string';
import { expect, test } from 'vitest';
import { indexEntries } from '../../../edition/index-entries.js';
import type { LaidPage } from '../../../paginate/types.js';
import { indexPages } from './index-pages.js';
import { indexText } from './index-section.js';

const MARKS = [
  { id: 'a', term: 'oars' },
  { id: 'b', term: 'boats', sub: 'leaking', range: 'start' },
  { id: 'c', term: 'Éperlan' },
  { id: 'd', term: 'boats', sub: 'leaking', range: 'end' },
  { id: 'e', term: 'oars' },
  { id: 'f', term: 'boats', see: 'vessels' },
  { id: 'g', term: 'oars', also: 'ropes' },
  { id: 'h', term: 'oars', also: 'boats' },
  { id: 'i', term: 'oars', range: 'end' },
] as const;

test('sorts entries by the language, joins the ends of passages, and leads from entry to entry', () => {
  const entries = indexEntries(MARKS, 'en');
  expect(entries).toEqual([
    { term: 'boats', marks: [], see: ['vessels'], also: [] },
    { term: 'boats', sub: 'leaking', marks: [{ from: 'b', to: 'd' }], see: [], also: [] },
    { term: 'Éperlan', marks: [{ from: 'c', to: 'c' }], see: [], also: [] },
    {
      term: 'oars',
      marks: [
        { from: 'a', to: 'a' },
        { from: 'e', to: 'e' },
        { from: 'i', to: 'i' },
      ],
      see: [],
      also: ['boats', 'ropes'],
    },
  ]);
  expect(indexText(entries, 'en').map(textOf)).toEqual([
    'boats, see vessels',
    'leaking, 000',
    'Éperlan, 000',
    'oars, 000, 000, 000; see also boats; ropes',
  ]);
});

test('prints each page once, and neighbours as a range, roman apart from arabic', () => {
  const pages = ['i', 'ii', 'iii', '1', '2', '3', '4', '5'].map((label) => ({ label }) as LaidPage);
  const anchors = new Map([
    ['a', 1],
    ['b', 2],
    ['c', 3],
    ['d', 5],
    ['e', 7],
  ]);
  const at = (from: string, to = from) => ({ from, to });
  expect(indexPages([at('a'), at('b'), at('c'), at('d'), at('d')], { anchors, pages })).toBe('ii–iii, 1, 3');
  expect(indexPages([at('c', 'd'), at('e'), at('nowhere')], { anchors, pages })).toBe('1–3, 5');
});
