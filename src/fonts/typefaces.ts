import { realpathSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { leavesFolder } from '../leaves-folder.js';
import { type Detail, EXIT, OctavoError } from '../report/errors.js';
import { FAMILIES, type Face, type FontFamily } from './families.js';

/** A family with the files of its faces found. A family from the book's folder may lack all but the roman. */
export interface Typeface {
  readonly name: string;
  readonly generic: FontFamily['generic'];
  /** Absolute paths. */
  readonly faces: Readonly<Partial<Record<Face, string>> & { roman: string }>;
  /** Absolute path of the licence that travels with the font. */
  readonly licence?: string;
}

export interface BookTypefaces {
  readonly text: Typeface;
  readonly sans: Typeface;
  readonly mono: Typeface;
  readonly math: Typeface;
  /** Every family that can lend a character that the others lack, the book's own first. */
  readonly all: readonly Typeface[];
}

/** What a book says of its fonts: `typography` in `book.yaml`. */
export interface FontChoice {
  readonly font: string;
  readonly sans: string;
  readonly mono: string;
  readonly fonts: readonly {
    readonly name: string;
    readonly roman: string;
    readonly italic?: string | undefined;
    readonly bold?: string | undefined;
    readonly boldItalic?: string | undefined;
    readonly licence?: string | undefined;
  }[];
}

const require = createRequire(import.meta.url);
export const FACES: readonly Face[] = ['roman', 'italic', 'bold', 'boldItalic'];

/** The one font of formulas; its package names the licence, the OFL, in its own file. */
const MATH: Typeface = {
  name: 'STIX Two Math',
  generic: 'serif',
  faces: {
    roman: require.resolve('@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2'),
  },
  licence: require.resolve('@fontsource/stix-two-math/LICENSE'),
};

/** Puts the place of a key of `book.yaml` into what is wrong with it. */
export type Locate = (path: readonly PropertyKey[], what: 'key' | 'value', detail: Detail) => Detail;

/**
 * Finds the families of a book: those that come with Octavo and those that `typography.fonts` names.
 *
 * @throws OctavoError for a family that nobody knows and for a file that is not there or not in the folder.
 */
export function typefacesFor(
  typography: FontChoice,
  folder: string,
  locate: Locate = (_, __, detail) => detail,
): BookTypefaces {
  const own = typography.fonts.map((font, index): Typeface => {
    const find = (file: string, key: Face | 'licence') =>
      insideFolder(folder, file, font.name, (detail) =>
        locate(['typography', 'fonts', index, key], 'value', detail),
      );
    const { roman, italic, bold, boldItalic, licence } = font;
    return {
      name: font.name,
      generic:
        font.name === typography.mono ? 'monospace' : font.name === typography.sans ? 'sans-serif' : 'serif',
      faces: {
        roman: find(roman, 'roman'),
        ...(italic && { italic: find(italic, 'italic') }),
        ...(bold && { bold: find(bold, 'bold') }),
        ...(boldItalic && { boldItalic: find(boldItalic, 'boldItalic') }),
      },
      ...(licence && { licence: find(licence, 'licence') }),
    };
  });
  const all = [...own, ...FAMILIES.map(bundled), MATH];
  const named = (name: string, key: string): Typeface => {
    const found = all.find((family) => family.name.toLowerCase() === name.toLowerCase());
    if (found) return found;
    throw new OctavoError(
      locate(['typography', key], 'value', {
        code: 'font-unknown',
        reason: `Unknown font “${name}” in typography.${key}, expected one of ${all.map((one) => one.name).join(', ')}`,
        note: 'Name the files of another font under typography.fonts.',
      }),
      EXIT.usage,
    );
  };
  return {
    text: named(typography.font, 'font'),
    sans: named(typography.sans, 'sans'),
    mono: named(typography.mono, 'mono'),
    math: MATH,
    all,
  };
}

function bundled(family: FontFamily): Typeface {
  const faces = Object.fromEntries(
    FACES.map((face) => [face, require.resolve(family.faces[face])]),
  ) as Record<Face, string>;
  return { ...family, faces, licence: require.resolve(family.licence) };
}

function insideFolder(
  folder: string,
  file: string,
  family: string,
  placed: (detail: Detail) => Detail,
): string {
  const fail = (reason: string, note: string) =>
    new OctavoError(
      placed({ code: 'font-missing', reason: `${reason}: ${file} of the font “${family}”`, note }),
      EXIT.usage,
    );
  const wanted = path.resolve(folder, file);
  if (!statSync(wanted, { throwIfNoEntry: false })?.isFile())
    throw fail('Font file not found', 'Paths in typography.fonts are relative to the folder of the book.');
  const real = realpathSync(wanted);
  if (leavesFolder(realpathSync(folder), real))
    throw fail('Font file outside of the book’s folder', 'Copy it into the folder of the book.');
  return real;
}
