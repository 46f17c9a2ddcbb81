/** A transformation as a PDF writes it: a b c d e f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The matrix that does `first`, then `second`. */
export function multiply([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}

/** Moves a point. */
export function transform([a, b, c, d, e, f]: Matrix, x: number, y: number): [x: number, y: number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** Numbers as operands of a content stream: four decimals, which is finer than any press. */
export function operands(...values: readonly number[]): string {
  return values.map((value) => String(rounded(value))).join(' ');
}

export const rounded = (value: number) => Math.round(value * 1e4) / 1e4 + 0;
