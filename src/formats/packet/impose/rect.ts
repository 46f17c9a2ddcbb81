import { type Matrix, transform } from './matrix.js';

/** A rectangle in points from the lower left corner of a sheet. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The rectangle after the sheet was turned upside down in its plane. */
export function turnedRect(rect: Rect, paper: { width: number; height: number }): Rect {
  return {
    ...rect,
    x: paper.width - rect.x - rect.width,
    y: paper.height - rect.y - rect.height,
  };
}

/** The upright rectangle round a rectangle that was transformed. */
export function transformedBounds(matrix: Matrix, { x, y, width, height }: Rect): Rect {
  const corners = [x, x + width].flatMap((cx) => [y, y + height].map((cy) => transform(matrix, cx, cy)));
  const xs = corners.map((corner) => corner[0]);
  const ys = corners.map((corner) => corner[1]);
  const [left, bottom] = [Math.min(...xs), Math.min(...ys)];
  return { x: left, y: bottom, width: Math.max(...xs) - left, height: Math.max(...ys) - bottom };
}
