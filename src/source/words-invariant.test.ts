import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clean } from './clean.js';
import { lostWords } from './testing/words.js';

/** Pieces of which odd texts are made: marks in wrong places, labels, heads, half of everything. */
const PIECES = [
  'the lamp',
  'Kites fell',
  'HALLA.',
  'CHAPTER I',
  'in 19174',
  'arm-',
  'aments',
  '[1]',
  '[Footnote 1: a toy',
  ']',
  '1.',
  '2)',
  '* ',
  '***',
  '---',
  '_red_',
  '_open',
  '=bold=',
  '**x**',
  '`code',
  '```',
  ':::verse',
  ':::',
  '> quoted',
  '# Title',
  '| a | b |',
  'https://lamps.example/a_b',
  'Source: A Book',
  'Notes',
  '[Pg 12]',
  '{3}',
  '¹',
  '<sup>2</sup>',
  '<em>',
  '&amp;mdash;',
  '†',
  '“Is it?”',
  'n i g h t',
  'Varrow, 4 May 1902',
  'Dear Orrin,',
  '   indented',
  '\f',
  '12',
  'Contents',
  'The Lamp ..... 3',
  '$x$',
  '\\',
  '[a](b)',
  '[^1]: note',
  '[^1]',
];
const text = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(' ', '\n', '\n\n', '')), {
    minLength: 1,
    maxLength: 40,
  })
  .map((pieces) => pieces.flat().join(''));

test('whatever a text is made of, every word is in the result or in the log, and a second cleaning changes nothing', () => {
  fc.assert(
    fc.property(text, fc.constantFrom('odd.txt', 'odd.md'), (raw, name) => {
      const { markdown, log, lines } = clean({ name, text: raw });
      const decoded = log.changed
        .filter(({ rule }) => rule === 'encoding')
        .reduce((sofar, { before, after }) => sofar.replace(before, after), raw);
      expect(
        lostWords(
          decoded,
          markdown,
          log.removed.map((row) => row.text),
        ),
      ).toEqual([]);
      expect(lines).toHaveLength(markdown.split('\n').length);
      expect(clean({ name: 'odd.md', text: markdown }).markdown).toBe(markdown);
    }),
    { numRuns: 300, seed: 7 },
  );
});

test('a text may have more lines than a call takes arguments, with blank lines between them or without', () => {
  for (const gap of ['\n', '\n\n']) {
    const text = Array.from({ length: 140_000 }, (_, at) => `lamp ${at % 7}`).join(gap);
    const head = '*** START OF THE PROJECT GUTENBERG EBOOK LAMPS ***\n\n';
    expect(clean({ name: 'lamps.txt', text: head + text }).markdown.length).toBeGreaterThan(900_000);
  }
});
