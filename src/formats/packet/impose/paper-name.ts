import { PAPER_SIZES } from '../../../config/trim-sizes.js';
import type { Size } from './options.js';

/** Sizes that differ by less than this are one, in millimetres. */
const SAME = 0.6;

/** The name that shops and printers know a paper by, else its size: `A4`, `Half letter`, `120 × 180 mm`. */
export function paperName({ width, height }: Size): string {
  const near = (a: number, b: number) => Math.abs(a - b) < SAME;
  const found = Object.entries(PAPER_SIZES).find(
    ([, size]) =>
      (near(size.width, width) && near(size.height, height)) ||
      (near(size.width, height) && near(size.height, width)),
  );
  if (!found) return `${millimetre(width)} × ${millimetre(height)} mm`;
  const [name] = found;
  if (/^(sr)?[ab]\d$/.test(name)) return name.toUpperCase();
  if (/^[\d.]+x[\d.]+$/.test(name)) return `${name.replace('x', ' × ')} in`;
  const words = name.replace('-', ' ');
  return words[0]!.toUpperCase() + words.slice(1);
}

const millimetre = (value: number) => String(Math.round(value * 10) / 10);
