import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bookDate } from './book-date.js';
import { identifierOf } from './identifier.js';
import { naturalOrder } from './natural-order.js';
import { slugOf } from './slug.js';

describe('slugOf', () => {
  test.each([
    ['Three Letters', 'three-letters'],
    ['L’Été à Nîmes', 'lete-a-nimes'],
    ['Über die Brücke: Ein Weg', 'uber-die-brucke-ein-weg'],
    ['Война и мир', 'война-и-мир'],
    ['第一章', '第一章'],
    ['…?!', 'book'],
    ['Aux', 'aux-book'],
    ['../../etc/passwd', 'etc-passwd'],
    [`${'word '.repeat(30)}`, Array(12).fill('word').join('-')],
  ])('%s → %s', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  test('is always one safe name of a folder', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const slug = slugOf(title);
        expect(slug).toMatch(/^[\p{L}\p{N}\p{M}]+(-[\p{L}\p{N}\p{M}]+)*$/u);
        expect(slugOf(slug)).toBe(slug);
      }),
    );
  });
});

describe('bookDate', () => {
  test.each([
    [undefined, undefined, '2000-01-01T00:00:00.000Z'],
    ['1999', undefined, '1999-01-01T00:00:00.000Z'],
    ['1999-05', undefined, '1999-05-01T00:00:00.000Z'],
    ['1999-05-06', undefined, '1999-05-06T00:00:00.000Z'],
    ['1999', '86400', '1970-01-02T00:00:00.000Z'],
    ['1999', 'soon', '1999-01-01T00:00:00.000Z'],
  ])('date %s and epoch %s give %s', (date, epoch, expected) => {
    expect(bookDate(date, epoch).toISOString()).toBe(expected);
  });
});

describe('identifierOf', () => {
  test('is a version-5 UUID of title and creators', () => {
    const one = identifierOf('A', [{ name: 'B' }]);
    expect(one).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(identifierOf('A', [{ name: 'B' }])).toBe(one);
    expect(identifierOf('A', [{ name: 'C' }])).not.toBe(one);
  });
});

describe('naturalOrder', () => {
  test('counts as people do', () => {
    const files = ['b/1.md', 'a/10.md', 'a/9.md', 'Z.md', 'a.md', 'a/2-b.md', 'a/2.md'];
    expect(files.sort(naturalOrder)).toEqual([
      'a.md',
      'a/2.md',
      'a/2-b.md',
      'a/9.md',
      'a/10.md',
      'b/1.md',
      'Z.md',
    ]);
  });

  test('is a total order, whatever order the files come in', () => {
    const names = fc.uniqueArray(fc.string({ unit: fc.constantFrom(...'aAäb10/-.') }), { maxLength: 8 });
    fc.assert(
      fc.property(names, (files) => {
        expect([...files].reverse().sort(naturalOrder)).toEqual([...files].sort(naturalOrder));
      }),
    );
  });
});
