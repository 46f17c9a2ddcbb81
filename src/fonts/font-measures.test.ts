import { expect, test } from 'vitest';
import { readFont } from './font-file.js';
import { fontMeasures } from './font-measures.js';
import { typefacesFor } from './typefaces.js';

test.each([
  ['EB Garamond', 0.65, 0.3545],
  ['Literata', 0.701, 0.4375],
  ['Source Sans 3', 0.66, 0.312],
])('measures %s as a browser does', async (font, cap, middle) => {
  const { text } = typefacesFor({ font, sans: 'Source Sans 3', mono: 'JetBrains Mono', fonts: [] }, '.');
  const measures = fontMeasures((await readFont(text.faces.roman)).sfnt);
  expect(measures.cap).toBeCloseTo(cap, 2);
  expect(measures.middle).toBeCloseTo(middle, 2);
});
