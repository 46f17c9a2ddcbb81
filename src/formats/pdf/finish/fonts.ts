import type { PdfFile } from '../file/pdf-file.js';

/** Whether a font is in the file as drawings (Type 3), as faked faces and coloured signs are. */
export function hasDrawnFont(file: PdfFile): boolean {
  for (let number = 1; number < file.size; number++) {
    if (file.begins(number, '<</Type /Font') && /\/Subtype \/Type3\b/.test(file.text(number))) return true;
  }
  return false;
}
