import type { Book } from '../../../../config/book.js';
import type { PageGeometry } from '../../../../paginate/types.js';
import { templateText } from '../front/templates.js';
import { cssString, fontFaces } from './font-faces.js';
import { pageRules } from './page-rules.js';

/** The style of an edition: its fonts, its pages, its measures as variables, then `templates/pdf/book.css`. */
export function styleSheet(book: Book, geometry: PageGeometry, direction: 'ltr' | 'rtl'): string {
  const { font, sans, mono } = book.typography;
  const stack = (...names: string[]) => [...new Set(names)].map(cssString).join(',');
  const variables = [
    `--text:${stack(font, 'EB Garamond', 'STIX Two Math', 'Source Sans 3')},serif`,
    `--sans:${stack(sans, 'Source Sans 3', 'EB Garamond')},sans-serif`,
    `--mono:${stack(mono, 'JetBrains Mono', 'EB Garamond')},monospace`,
    `--size:${geometry.size}px`,
    `--leading:${geometry.leading}px`,
    `--measure:${geometry.measure}px`,
    `--lines:${geometry.lines}`,
  ];
  return [
    fontFaces(book),
    pageRules(geometry, direction),
    `:root{${variables.join(';')}}`,
    templateText('book.css'),
  ].join('\n');
}
