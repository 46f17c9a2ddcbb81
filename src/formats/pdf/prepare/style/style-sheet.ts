import { templateText } from '../../../../package-folder.js';
import type { PageGeometry } from '../../../../paginate/types.js';
import type { BookFonts } from './book-fonts.js';
import { cssString } from './css-string.js';

/** The style of an edition: its fonts and measures as variables, then `templates/pdf/book.css`. */
export function styleSheet(fonts: BookFonts, geometry: PageGeometry): string {
  const stack = (names: readonly string[], generic: string) => [...names.map(cssString), generic].join(',');
  const variables = [
    `--text:${stack(fonts.text, 'serif')}`,
    `--sans:${stack(fonts.sans, 'sans-serif')}`,
    `--mono:${stack(fonts.mono, 'monospace')}`,
    `--cap:${fonts.measures.cap}`,
    `--middle:${fonts.measures.middle}`,
    `--size:${geometry.size}px`,
    `--leading:${geometry.leading}px`,
    `--measure:${geometry.measure}px`,
    `--lines:${geometry.lines}`,
  ];
  return `:root{${variables.join(';')}}\n${templateText('pdf/book.css')}\n${templateText('mathematics.css')}`;
}
