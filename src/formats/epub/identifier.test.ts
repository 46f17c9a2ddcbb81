import { expect, test } from 'vitest';
import { identifierFrom, isbnOf } from './identifier.js';

test.each([
  ['978-0-306-40615-7', 'urn:isbn:9780306406157', 'isbn'],
  ['ISBN 0-306-40615-2', 'urn:isbn:9780306406157', 'isbn'],
  ['urn:isbn:9780306406157', 'urn:isbn:9780306406157', 'isbn'],
  ['https://doi.org/10.1234/tides', 'doi:10.1234/tides', 'doi'],
  ['A1B2C3D4-0000-4000-8000-00000000000A', 'urn:uuid:a1b2c3d4-0000-4000-8000-00000000000a', 'uuid'],
  ['shelf 14', 'shelf 14', 'other'],
  ['978-0-306-40615-8', '978-0-306-40615-8', 'other'],
])('%s is %s', (text, value, scheme) => expect(identifierFrom(text)).toEqual({ value, scheme }));

test('an ISBN of ten digits may end in X', () => expect(isbnOf('080442957X')).toBe('9780804429573'));
