import type { Face } from '../../../../fonts/families.js';
import { readFont } from '../../../../fonts/font-file.js';
import { type FontMeasures, fontMeasures } from '../../../../fonts/font-measures.js';
import { type BookTypefaces, FACES, type Typeface } from '../../../../fonts/typefaces.js';
import type { FontNeeds } from './used-characters.js';

/** A face that the page must have. */
export interface NeededFace {
  readonly family: string;
  readonly italic: boolean;
  readonly bold: boolean;
  readonly file: string;
}

export interface BookFonts {
  readonly faces: readonly NeededFace[];
  /** Families in the order in which they are asked for a character. */
  readonly text: readonly string[];
  readonly sans: readonly string[];
  readonly mono: readonly string[];
  /** Families that are used, the book’s own first. */
  readonly families: readonly Typeface[];
  /** Of the upright face of the text. */
  readonly measures: FontMeasures;
  /** Characters that no font has. */
  readonly missing: readonly number[];
}

/** Chooses the faces that a text needs, and families that lend what the book's own fonts lack. */
export async function bookFonts(typefaces: BookTypefaces, needs: FontNeeds): Promise<BookFonts> {
  const { text, sans, mono, math, all } = typefaces;
  const wanted = new Map<Typeface, readonly Face[]>([
    [text, needs.bold ? FACES : ['roman', 'italic']],
    ...(needs.mono ? [[mono, FACES] as const] : []),
    ...(needs.sans ? [[sans, FACES] as const] : []),
    ...(needs.math ? [[math, FACES] as const] : []),
  ]);
  let lacking = await lackedBy(text, [...needs.characters].filter(isVisible));
  const lenders: Typeface[] = [];
  for (const family of lacking.length ? all : []) {
    if (family === text || !lacking.length) continue;
    const still = await lackedBy(family, lacking);
    if (still.length < lacking.length) {
      lenders.push(family);
      if (!wanted.has(family)) wanted.set(family, needs.bold ? FACES : ['roman', 'italic']);
    }
    lacking = still;
  }
  const stack = (...families: Typeface[]) => [
    ...new Set([...families, ...lenders].filter((family) => wanted.has(family)).map(({ name }) => name)),
  ];
  return {
    faces: [...wanted].flatMap(([family, faces]) => facesOf(family, faces)),
    families: [...wanted.keys()],
    measures: fontMeasures((await readFont(text.faces.roman)).sfnt),
    text: stack(text),
    sans: stack(sans, text),
    mono: stack(mono, text),
    missing: lacking,
  };
}

/** The faces that a family has of those asked for. */
function facesOf(family: Typeface, faces: readonly Face[] = FACES): NeededFace[] {
  return faces.flatMap((face) => {
    const file = family.faces[face];
    return file ? [{ family: family.name, ...STYLES[face], file }] : [];
  });
}

const STYLES: Readonly<Record<Face, { italic: boolean; bold: boolean }>> = {
  roman: { italic: false, bold: false },
  italic: { italic: true, bold: false },
  bold: { italic: false, bold: true },
  boldItalic: { italic: true, bold: true },
};

async function lackedBy({ faces }: Typeface, characters: readonly number[]): Promise<number[]> {
  const font = await readFont(faces.roman);
  return characters.filter((code) => !font.characters.has(code));
}

/** Marks, joiners and spaces of all kinds need no glyph of their own. */
function isVisible(code: number): boolean {
  return !/[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u.test(String.fromCodePoint(code));
}
