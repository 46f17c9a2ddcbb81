import fontkit from '@cantoo/fontkit';
import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { templateText } from '../../package-folder.js';
import { BOLD, charactersUsed, ITALIC } from './characters-used.js';
import { buildEpub } from './testing/build.js';

/** The elements and classes that rules with a declaration are for. */
function styled(declaration: RegExp): string[] {
  const css = templateText('epub/style.css').replace(/\/\*[\s\S]*?\*\//g, '');
  return [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
    .filter(([, , body]) => declaration.test(body!))
    .flatMap(([, selectors]) => selectors!.split(','))
    .map((selector) => /[.\w-]+$/.exec(selector.trim())![0].replace(/^\w+(?=\.)/, ''));
}

test('the faces counted are those that the style sheet sets', () => {
  const slanted = styled(/font-style:\s*italic/);
  expect(slanted).toContain('.text-source');
  expect(slanted.filter((name) => !ITALIC.has(name))).toEqual([]);
  const dark = styled(/font-weight:\s*bold/);
  expect(dark).toContain('dt');
  expect(dark.filter((name) => !BOLD.has(name))).toEqual([]);
});

test('contents, names of fonts and numbers of lines have their glyphs', async () => {
  const { texts, bytes, report } = await buildEpub({
    markdown: '# One\n\n## Two\n\n### Ξενία\n\nText.',
    book: { language: 'en' },
  });
  expect(report.messages).toEqual([]);
  expect(texts['toc.xhtml']).toContain('>Ξενία</a>');
  const roman = await glyphsOf(bytes, 'eb-garamond-roman');
  for (const letter of 'ΞενίαContents(META-INF/licences1.') expect(roman, letter).toContain(letter);
  expect(await glyphsOf(bytes, 'eb-garamond-bold')).toEqual(expect.arrayContaining([...'Fonts']));
  const content = [
    { type: 'element' as const, tagName: 'span', properties: { dataNumber: 15 }, children: [] },
  ];
  expect(charactersUsed([{ content }]).get('text/roman')).toContain('5'.codePointAt(0));
});

/** The characters that a packed face has. */
async function glyphsOf(epub: Uint8Array, face: string): Promise<string[]> {
  const file = (await JSZip.loadAsync(epub)).file(`OEBPS/fonts/${face}.woff2`)!;
  const font = fontkit.create(await file.async('nodebuffer'));
  return (font as unknown as { characterSet: number[] }).characterSet.map((code) =>
    String.fromCodePoint(code),
  );
}
