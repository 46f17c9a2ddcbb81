import type { PdfFile } from '../file/pdf-file.js';

/** Base names of the fonts that are in the file as drawings (Type 3): faked faces and coloured signs. */
export function hasDrawnFont(file: PdfFile): boolean {
  for (let number = 1; number < file.size; number++) {
    if (/\/Subtype \/Type3\b/.test(file.text(number))) return true;
  }
  return false;
}
