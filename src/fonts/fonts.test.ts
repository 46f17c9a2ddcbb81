import { copyFileSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fontverter from 'fontverter';
import { Blob, Face, Feature, Font, shape, Buffer as TextBuffer } from 'harfbuzzjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FAMILIES } from './families.js';
import { readFont } from './font-file.js';
import { outline } from './outline.js';
import { subsetFace } from './subset-face.js';
import { type FontChoice, typefacesFor } from './typefaces.js';

const CHOICE: FontChoice = { font: 'EB Garamond', sans: 'Source Sans 3', mono: 'JetBrains Mono', fonts: [] };
const TEXT = 'Halla 1234 office fjord Qu';
const codes = (text: string) => [...text].map((character) => character.codePointAt(0)!);
const roman = typefacesFor(CHOICE, '.').text.faces.roman;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'octavo-fonts-'));
  copyFileSync(roman, path.join(folder, 'own.ttf'));
  writeFileSync(path.join(folder, 'essay.ttf'), 'This is no font.');
  symlinkSync('/etc/hostname', path.join(folder, 'outside.ttf'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('families', () => {
  test.each(FAMILIES.map(({ name }) => name))('%s has four faces and a licence', (name) => {
    const family = typefacesFor({ ...CHOICE, font: name }, '.').text;
    expect(Object.keys(family.faces)).toEqual(['roman', 'italic', 'bold', 'boldItalic']);
    expect(family.licence).toBeTruthy();
  });

  test('the book’s own come from its folder', () => {
    const own = { name: 'Own', roman: 'own.ttf' };
    const { text, all } = typefacesFor({ ...CHOICE, font: 'own', fonts: [own] }, folder);
    expect(text).toMatchObject({ name: 'Own', generic: 'serif' });
    expect(all[0]).toBe(text);
  });

  test.each([
    [{ font: 'Comic' }, 'Unknown font “Comic” in typography.font, expected one of EB Garamond'],
    [{ fonts: [{ name: 'Own', roman: 'none.ttf' }] }, 'Font file not found: none.ttf'],
    [{ fonts: [{ name: 'Own', roman: 'outside.ttf' }] }, 'Font file outside of the book’s folder'],
    [{ fonts: [{ name: 'Own', roman: '../../../etc/hostname' }] }, 'Font file outside of the book’s folder'],
  ])('%o is refused', (wrong, reason) => {
    expect(() => typefacesFor({ ...CHOICE, ...wrong }, folder)).toThrow(reason);
  });

  test('what is no font is refused', async () => {
    await expect(readFont(path.join(folder, 'essay.ttf'))).rejects.toThrow('is no font that can be read');
  });
});

describe('a subset', () => {
  const faceOf = async (bytes: Buffer) => new Face(new Blob(await fontverter.convert(bytes, 'sfnt')));
  const glyphs = (face: Face, text: string, feature?: string) => {
    const buffer = new TextBuffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    shape(new Font(face), buffer, feature ? [new Feature(feature, 1)] : []);
    return buffer.getGlyphInfos().map(({ codepoint }) => codepoint);
  };

  test('has the characters asked for and no other, in a small file', async () => {
    const bytes = await subsetFace(roman, codes(TEXT));
    expect(bytes.subarray(0, 4).toString()).toBe('wOF2');
    expect(bytes.length).toBeLessThan(40_000);
    const characters = new Set((await faceOf(bytes)).collectUnicodes());
    expect(characters).toEqual(new Set(codes(TEXT)));
  });

  test.each(['smcp', 'onum', 'c2sc', 'sups'])(
    'keeps the glyphs that %s puts in their stead',
    async (feature) => {
      const face = await faceOf(await subsetFace(roman, codes(TEXT)));
      const [plain, changed] = [glyphs(face, 'Halla1234'), glyphs(face, 'Halla1234', feature)];
      expect(changed).not.toEqual(plain);
      expect(changed).not.toContain(0);
    },
  );

  test('keeps ligatures and kerning', async () => {
    const face = await faceOf(await subsetFace(roman, codes(TEXT)));
    expect(glyphs(face, 'office').length).toBeLessThan('office'.length);
    expect(face.getTableFeatureTags('GPOS')).toContain('kern');
  });

  test('is the same each time', async () => {
    const [one, two] = [await subsetFace(roman, codes(TEXT)), await subsetFace(roman, codes(TEXT))];
    expect(Buffer.compare(one, two)).toBe(0);
  });

  test('unpacks to the very tables that went in', async () => {
    const math = typefacesFor(CHOICE, '.').math.faces.roman;
    const face = await faceOf(await subsetFace(math, codes('𝑛=∑')));
    expect(face.referenceTable('MATH')?.length).toBeGreaterThan(0);
    expect(glyphs(face, '∑')).not.toContain(0);
  });
});

test('an outline is as wide as its text, in proportion to the size', async () => {
  const [small, large] = [await outline(roman, 'Halla', 10), await outline(roman, 'Halla', 20)];
  expect(large.width).toBeCloseTo(2 * small.width, 6);
  expect(small.svg.match(/<path /g)).toHaveLength(5);
  expect((await outline(roman, 'Halla', 10, ['smcp'], 0.1)).width).not.toBeCloseTo(small.width, 1);
});
