import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pdfDate, pdfText, readPdfText } from './pdf-text.js';

test('writes literals and UTF-16', () => {
  expect(pdfText('A (small) \\ book')).toBe('(A \\(small\\) \\\\ book)');
  expect(pdfText('Żółw')).toBe('<FEFF017B00F301420077>');
});

test('any text is read as it was written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(readPdfText(pdfText(text))).toBe(text);
    }),
  );
});

test('reads nested brackets and octal digits', () => {
  expect(readPdfText('(a(b)c\\051 \\101) /Next')).toBe('a(b)c) A');
});

test('dates are in universal time', () => {
  expect(pdfDate(new Date('2020-02-02T03:04:05.678Z'))).toBe('(D:20200202030405Z)');
});
