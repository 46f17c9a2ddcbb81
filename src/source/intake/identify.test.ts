import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { identify, SOURCE_LIMIT } from './identify.js';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('what is no text is refused with the way to the text', () => {
  test.each([
    ['a.txt', bytes('%PDF-1.7\n'), /a PDF, not a text/, /pdftotext/],
    ['a.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1), /a PNG picture/, /OCR/],
    ['a.txt', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1), /old Word document/, /save it as \.docx/],
    ['a.txt', bytes('{\\rtf1 text}'), /an RTF document/, /save it as \.docx/],
    ['a.txt', zipSync({ 'b.txt': bytes('b') }), /a ZIP archive/, /Unpack/],
    ['a.docx', bytes('plain words'), /not a Word document/, /save it again/],
    ['a.txt', Uint8Array.of(65, 0, 66, 0, 67), /a binary file/, /\.docx/],
    ['a.txt', new Uint8Array(), /is empty/, /Nothing/],
    ['a.txt', new Uint8Array(SOURCE_LIMIT + 1), /the limit is 64 MB/, /Split/],
  ])('%s %#', (name, content, reason, note) => {
    try {
      identify(name, content);
      expect.unreachable();
    } catch (error) {
      const [detail] = (error as { details: { reason: string; note: string }[] }).details;
      expect(detail!.reason).toMatch(reason);
      expect(detail!.note).toMatch(note);
    }
  });
});

test.each([
  ['a.txt', 'A line.', 'text'],
  ['a', '<!DOCTYPE html><p>x', 'html'],
  ['a.txt', '<?xml version="1.0"?>\n<html><body/></html>', 'html'],
  ['a.htm', 'no tags at all', 'html'],
  ['a.txt', '<poem> in brackets', 'text'],
])('%s with “%s” is read as %s%s', (name, text, form) => {
  expect(identify(name, bytes(text))).toBe(form);
});

test('a Word document is known by what is in it', () => {
  expect(identify('a.bin', zipSync({ 'word/document.xml': bytes('<w/>') }))).toBe('docx');
});
