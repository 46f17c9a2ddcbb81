import { readFileSync } from 'node:fs';
import type { NeededFace } from './book-fonts.js';

/**
 * A script that hands the faces to the page as bytes, before anything is laid out. Faces that Chromium loads from
 * addresses, even from `data:` ones, fail now and then without a word, and the text is set in another font.
 */
export function fontScript(faces: readonly NeededFace[]): string {
  const list = faces.map(({ family, italic, bold, file }) => [
    family,
    italic ? 'italic' : 'normal',
    bold ? '700' : '400',
    readFileSync(file, 'base64'),
  ]);
  return `(${addFaces})(${JSON.stringify(list).replaceAll('<', '\\u003c')})`;
}

/** Runs in the page. */
function addFaces(
  faces: readonly (readonly [family: string, style: string, weight: string, data: string])[],
) {
  // Browsers have had this since 2025, some twenty times as fast as a loop; one that is named may be older.
  const { fromBase64 } = Uint8Array as { fromBase64?: (data: string) => Uint8Array<ArrayBuffer> };
  const bytesOf = (data: string) =>
    fromBase64 ? fromBase64(data) : Uint8Array.from(atob(data), (byte) => byte.charCodeAt(0));
  for (const [family, style, weight, data] of faces)
    document.fonts.add(new FontFace(family, bytesOf(data), { style, weight }));
}
