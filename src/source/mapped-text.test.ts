import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MappedText } from './mapped-text.js';

test('a slice, a joint and a replacement keep the origin of every character', () => {
  const text = MappedText.source('The arm-\naments of 1914.');
  const joined = text.replace(/-\n/g, () => '');
  expect(joined.value).toBe('The armaments of 1914.');
  expect(joined.originAt(joined.value.indexOf('aments'))).toBe(text.value.indexOf('aments'));
  expect(joined.slice(4).originAt(0)).toBe(4);
});

test('inserted characters stand for one place', () => {
  const text = MappedText.source('ab').replace(/b/g, () => 'xyz');
  expect([0, 1, 2, 3].map((at) => text.originAt(at))).toEqual([0, 1, 1, 1]);
});

test('replacing with nothing changed gives the same text', () => {
  const text = MappedText.source('abc');
  expect(text.replace(/b/g, () => undefined)).toBe(text);
});

/** A chain of random repairs: every character that was copied must still be the character of its origin. */
test('whatever is done to a text, copied characters are those of their origins', () => {
  const repair = fc.oneof(
    fc.tuple(fc.constant('slice' as const), fc.nat(40), fc.nat(40)),
    fc.tuple(fc.constant('drop' as const), fc.nat(3), fc.nat(3)),
    fc.tuple(fc.constant('double' as const), fc.nat(40), fc.nat(40)),
  );
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 40 }),
      fc.array(repair, { maxLength: 6 }),
      (raw, repairs) => {
        let text = MappedText.source(raw);
        for (const [kind, a, b] of repairs) {
          if (kind === 'slice') text = text.slice(Math.min(a, b), Math.max(a, b));
          else if (kind === 'drop') text = text.replace(/[aeiou ]/g, () => '');
          else text = MappedText.concat([text.slice(0, a), text.slice(Math.min(a, b))]);
        }
        for (let at = 0; at < text.length; at++) expect(text.value[at]).toBe(raw[text.originAt(at)]);
      },
    ),
  );
});
