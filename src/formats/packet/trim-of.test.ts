import { expect, test } from 'vitest';
import { bookSchema, type PacketEdition } from '../../config/schema.js';
import { packetTrim, paperOf, trimOf } from './trim-of.js';

function packetOf(config: Record<string, unknown>): PacketEdition {
  const { editions } = bookSchema.parse({ title: 'A', editions: { x: { format: 'packet', ...config } } });
  return editions!.x as PacketEdition;
}

test.each([
  [{ fold: 'none' }, 'a4'],
  [{ fold: 'booklet' }, 'a5'],
  [{ fold: 'signatures', paper: 'a3' }, 'a4'],
  [{ fold: 'booklet', paper: 'letter' }, 'half-letter'],
  [{ fold: '2-up', paper: 'tabloid' }, 'letter'],
  [{ fold: '4-up' }, 'a6'],
  [{ fold: 'booklet', trim: '6x9', paper: 'sra3' }, '6x9'],
  [
    { fold: 'booklet', paper: 'legal' },
    { width: '177.8mm', height: '215.9mm' },
  ],
  [
    { fold: 'booklet', gutter: '8mm' },
    { width: '144.5mm', height: '210mm' },
  ],
])('%j has pages of %j', (config, trim) => {
  expect(packetTrim(packetOf(config))).toEqual(trim);
});

test('sizes are in millimetres, whatever they were given in', () => {
  const packet = packetOf({
    trim: { width: '4in', height: '6in' },
    paper: { width: '20cm', height: '300mm' },
  });
  expect(trimOf(packet).width).toBeCloseTo(101.6, 6);
  expect(paperOf(packet)).toEqual({ width: 200, height: 300 });
});
