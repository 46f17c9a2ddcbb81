import { expect, test } from 'vitest';
import { commonPaperFor, parsePaper } from './choose-paper.js';
import { IMPOSE_DEFAULTS, type ImposedFold } from './options.js';
import { parsePageRanges, selectPages } from './page-range.js';
import { paperName } from './paper-name.js';

const chosen = (fold: ImposedFold, width: number, height: number) =>
  paperName(commonPaperFor({ ...IMPOSE_DEFAULTS, fold, trim: { width, height } }));

test('the commonest paper that the pages fit on is taken, else the largest', () => {
  expect(chosen('booklet', 148, 210)).toBe('A4');
  expect(chosen('booklet', 139.7, 215.9)).toBe('Letter');
  expect(chosen('booklet', 210, 297)).toBe('A3');
  expect(chosen('booklet', 215.9, 279.4)).toBe('Tabloid');
  expect(chosen('4-up', 105, 148)).toBe('A4');
  expect(chosen('booklet', 297, 420)).toBe('SRA3');
});

test('papers have names and sizes', () => {
  expect(paperName(parsePaper('A4'))).toBe('A4');
  expect(parsePaper('12x18in').width).toBeCloseTo(304.8, 6);
  expect(paperName(parsePaper('100 × 200mm'))).toBe('100 × 200 mm');
  expect(() => parsePaper('a44')).toThrow('Unexpected paper “a44”');
  expect(() => parsePaper('0x10mm')).toThrow('Unexpected paper');
});

test('pages are taken in the order in which they are named', () => {
  const select = (text: string) => selectPages(parsePageRanges(text), 9);
  expect(select('1-3,7')).toEqual([1, 2, 3, 7]);
  expect(select('8-')).toEqual([8, 9]);
  expect(select(' 9 , 2–3 ')).toEqual([9, 2, 3]);
  for (const wrong of ['', '0', '3-2', 'a', '1,,2', '-4'])
    expect(() => select(wrong)).toThrow('Unexpected pages');
  expect(() => select('4-10')).toThrow('There is no page 10: the file has 9 pages');
});
