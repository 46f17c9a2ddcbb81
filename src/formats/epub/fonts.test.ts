import { expect, test } from 'vitest';
import { buildEpub } from './testing/build.js';

const fontsOf = (opf: string) =>
  [...opf.matchAll(/href="(fonts\/[^"]+)" media-type="([^"]+)"/g)].map(([, href, type]) => [href, type]);

test('faces are packed as far as they are used', async () => {
  const { texts } = await buildEpub({ markdown: '# One\n\nPlain and *slanted*.' });
  // The bold is that of the imprint.
  expect(fontsOf(texts['content.opf']!)).toEqual([
    ['fonts/eb-garamond-bold.woff2', 'font/woff2'],
    ['fonts/eb-garamond-italic.woff2', 'font/woff2'],
    ['fonts/eb-garamond-roman.woff2', 'font/woff2'],
  ]);
  expect(texts['style.css']).toMatch(
    /font-family: "EB Garamond";\s*font-weight: normal;\s*font-style: italic;/,
  );
  expect(texts['META-INF/licences/eb-garamond.txt']).toContain('SIL OPEN FONT LICENSE');
});

test('code and formulas bring their own', async () => {
  const { texts } = await buildEpub({ markdown: '# One\n\n`code` and $x$.' });
  expect(fontsOf(texts['content.opf']!).map(([href]) => href)).toEqual([
    'fonts/eb-garamond-bold.woff2',
    'fonts/eb-garamond-roman.woff2',
    'fonts/jetbrains-mono-roman.woff2',
    'fonts/stix-two-math-roman.woff2',
  ]);
});

test('Greek and Cyrillic need nothing said', async () => {
  const { report } = await buildEpub({ markdown: '# One\n\nἌνδρα μοι ἔννεπε, Μοῦσα. Привет, мир.' });
  expect(report.messages).toEqual([]);
});

test('what the family lacks another lends', async () => {
  const { texts, report } = await buildEpub({ markdown: '# One\n\nTicked ✓ and boxed ☐.' });
  expect(report.messages).toEqual([]);
  expect(fontsOf(texts['content.opf']!).length).toBeGreaterThan(1);
  expect(texts['style.css']).toMatch(/body \{\s*font-family: "EB Garamond", "[^"]+".*serif;/);
});

test('a character that no font has is named with its place', async () => {
  const { report } = await buildEpub({ markdown: '# One\n\nFirst line,\nsecond 字 line.' });
  expect(report.messages).toMatchObject([
    {
      severity: 'warning',
      code: 'character-without-font',
      reason: 'No font of the book has the character “字” (U+5B57)',
      place: { path: 'chapter.md', line: 4, column: 8 },
    },
  ]);
});

test('without embedding there is no face and no family: the reader’s own serves', async () => {
  const { texts, report } = await buildEpub({ markdown: '# One\n\n字' }, { config: { embedFonts: false } });
  expect(fontsOf(texts['content.opf']!)).toEqual([]);
  expect(texts['style.css']).not.toMatch(/@font-face|EB Garamond/);
  expect(report.messages).toEqual([]);
});
