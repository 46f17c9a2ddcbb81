import type { PdfFile } from '../file/pdf-file.js';
import type { Structure } from './structure.js';

/**
 * Chromium tags a `figure` as `Figure`, and the picture in it as one more. A `Figure` must say what it shows (PDF/UA,
 * 7.3), which only the picture does: what stands round it, or round a table, is a division.
 */
export function mendFigures(file: PdfFile, structure: Structure): void {
  for (const { number, kids } of structure.ofType('Figure')) {
    if (kids.length > 0 && !file.text(number).includes('/Alt ')) structure.retype(number, 'Div');
  }
}
