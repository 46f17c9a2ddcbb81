import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type HtmlSection, htmlOf, portionsOf } from './document.js';

const sections = fc.array(
  fc.record({
    html: fc.integer({ min: 20, max: 400_000 }).map((length) => `<section>${'x'.repeat(length)}</section>`),
    runsOn: fc.boolean(),
  }),
  { minLength: 1, maxLength: 30 },
);

test('portions hold every section once and in order, and begin where a new page does', () => {
  fc.assert(
    fc.property(sections, (all) => {
      const portions = portionsOf({ opening: '', sections: all });
      expect(portions.flat()).toEqual(all);
      for (const [k, portion] of portions.entries()) {
        expect(portion.length).toBeGreaterThan(0);
        if (k > 0) expect(portion[0]!.runsOn).toBe(false);
      }
    }),
    { numRuns: 40 },
  );
});

const chapters = (count: number, length: number): HtmlSection[] =>
  Array.from({ length: count }, () => ({ html: 'x'.repeat(length), runsOn: false }));

test('a short text stays whole, a book is halved, a long one divided further', () => {
  const count = (all: HtmlSection[]) => portionsOf({ opening: '', sections: all }).length;
  expect(count(chapters(10, 10_000))).toBe(1);
  expect(count(chapters(20, 35_000))).toBe(2);
  expect(count(chapters(80, 35_000))).toBe(4);
  expect(count(chapters(1, 900_000))).toBe(1);
});

test('a portion is a document with the head of the whole', () => {
  const document = {
    opening: '<!doctype html><html><head><title>T</title></head><body>',
    sections: [{ html: '<section id="a"></section>', runsOn: false }],
  };
  expect(htmlOf(document, document.sections)).toBe(
    '<!doctype html><html><head><title>T</title></head><body>\n<section id="a"></section></body></html>',
  );
});
