import { readFile } from 'node:fs/promises';
import fontverter from 'fontverter';
import { Blob, Face as HarfBuzzFace } from 'harfbuzzjs';
import { OctavoError } from '../report/errors.js';

/** A font read into memory. */
export interface FontFile {
  /** The tables as sfnt (TrueType or OpenType), whatever wrapping the file has. */
  readonly sfnt: Buffer;
  /** Code points that the font has a glyph for. */
  readonly characters: ReadonlySet<number>;
  readonly harfbuzz: HarfBuzzFace;
}

const known = new Map<string, Promise<FontFile>>();

/**
 * Reads a font: TTF, OTF, WOFF or WOFF2. Kept for the run, since every edition asks for the same faces.
 *
 * @throws OctavoError if it is no font.
 */
export function readFont(file: string): Promise<FontFile> {
  let font = known.get(file);
  if (!font) {
    font = load(file);
    known.set(file, font);
  }
  return font;
}

async function load(file: string): Promise<FontFile> {
  const bytes = await readFile(file);
  try {
    const sfnt = await fontverter.convert(bytes, 'sfnt');
    const harfbuzz = new HarfBuzzFace(new Blob(sfnt));
    const characters = new Set(harfbuzz.collectUnicodes());
    if (characters.size === 0) throw new Error('no characters in it');
    return { sfnt, characters, harfbuzz };
  } catch (cause) {
    throw new OctavoError(
      {
        code: 'font-unreadable',
        reason: `${file} is no font that can be read`,
        note: 'Give a TTF, OTF, WOFF or WOFF2 file.',
      },
      undefined,
      { cause },
    );
  }
}
