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
  for (const [family, style, weight, data] of faces) {
    const text = atob(data);
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    document.fonts.add(new FontFace(family, bytes, { style, weight }));
  }
}
