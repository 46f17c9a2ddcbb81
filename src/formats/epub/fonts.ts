import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Edition } from '../../edition/edition.js';
import type { Face } from '../../fonts/families.js';
import { readFont } from '../../fonts/font-file.js';
import { licenceName } from '../../fonts/licence-name.js';
import { subsetFace } from '../../fonts/subset-face.js';
import { type BookTypefaces, type Typeface, typefacesFor } from '../../fonts/typefaces.js';
import type { Report } from '../../report/report.js';
import { reportMissingCharacters } from '../missing-characters.js';
import { charactersUsed, type Role } from './characters-used.js';
import type { FontCredit } from './matter-pages.js';
import type { Item } from './package.js';
import type { TextFile } from './text-file.js';

export interface EmbeddedFonts {
  readonly items: readonly Item[];
  /** Licences by their paths below `META-INF/`. */
  readonly licences: ReadonlyMap<string, Uint8Array>;
  /** Font-face rules and the families of text, code and formulas. */
  readonly css: string;
  readonly families: readonly FontCredit[];
}

export const NO_FONTS: EmbeddedFonts = { items: [], licences: new Map(), css: '', families: [] };

/** Packs subsets of the book’s faces: of each the characters that are set in it, and no face that sets none. */
export async function embedFonts(
  edition: Edition,
  files: readonly Pick<TextFile, 'content'>[],
  report: Report,
): Promise<EmbeddedFonts> {
  const { typography, folder } = edition.book;
  const typefaces = typefacesFor(typography, folder);
  const wanted = new Wanted();
  const uses = charactersUsed(files);
  const missing = new Set<number>();
  for (const [use, characters] of uses) {
    const [role, face] = use.split('/') as [Role, Face];
    const first = typefaces[role];
    for (const character of characters) {
      const family = await lender(character, first, typefaces);
      if (family) wanted.add(family, family === first ? face : 'roman', character);
      else missing.add(character);
    }
  }
  reportMissingCharacters(edition, missing, report);
  return pack(wanted, typefaces, uses);
}

class Wanted {
  readonly faces = new Map<Typeface, Map<Face, Set<number>>>();

  add(family: Typeface, face: Face, character: number) {
    const faces = this.faces.get(family) ?? new Map<Face, Set<number>>();
    this.faces.set(family, faces);
    const there: Face = family.faces[face] ? face : 'roman';
    const characters = faces.get(there) ?? new Set<number>();
    faces.set(there, characters.add(character));
  }
}

/** The family that has the character: the one asked for, else the first other that can lend it. */
async function lender(
  character: number,
  first: Typeface,
  { all }: BookTypefaces,
): Promise<Typeface | undefined> {
  for (const family of [first, ...all])
    if ((await readFont(family.faces.roman)).characters.has(character)) return family;
  return undefined;
}

async function pack(
  wanted: Wanted,
  typefaces: BookTypefaces,
  uses: ReadonlyMap<string, unknown>,
): Promise<EmbeddedFonts> {
  const items: Item[] = [];
  const licences = new Map<string, Uint8Array>();
  const rules: string[] = [];
  const families: FontCredit[] = [];
  const order = [typefaces.text, typefaces.mono, typefaces.math, ...typefaces.all];
  const sorted = [...wanted.faces].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  for (const [family, faces] of sorted) {
    const stem = family.name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
    for (const [face, characters] of [...faces].sort(([a], [b]) => a.localeCompare(b, 'en'))) {
      const href = `fonts/${stem}-${face.toLowerCase()}.woff2`;
      const bytes = subsetFace(family.faces[face]!, characters);
      // The packer waits for it, and is told then.
      void Promise.allSettled([bytes]);
      items.push({ href, mediaType: 'font/woff2', bytes });
      rules.push(fontFace(family.name, face, href));
    }
    const licence = family.licence && `licences/${stem}.txt`;
    if (licence) licences.set(licence, await readFile(family.licence!));
    const named = family.licence && (await licenceName(family.licence));
    families.push({
      name: family.name,
      ...(licence && { licence }),
      ...(named && { licenceName: named }),
    });
  }
  const lenders = sorted.map(([family]) => family);
  const stack = (first: Typeface) =>
    [first, ...lenders.filter((family) => family !== first)]
      .map((family) => JSON.stringify(family.name))
      .concat(first.generic)
      .join(', ');
  rules.push(`body {\n  font-family: ${stack(typefaces.text)};\n}`);
  if ([...uses.keys()].some((use) => use.startsWith('mono/')))
    rules.push(`pre,\ncode,\nkbd,\nsamp {\n  font-family: ${stack(typefaces.mono)};\n}`);
  if ([...uses.keys()].some((use) => use.startsWith('math/')))
    rules.push(`math {\n  font-family: ${stack(typefaces.math)};\n}`);
  return { items, licences, css: `${rules.join('\n\n')}\n`, families };
}

function fontFace(family: string, face: Face, href: string): string {
  const weight = face === 'bold' || face === 'boldItalic' ? 'bold' : 'normal';
  const style = face === 'italic' || face === 'boldItalic' ? 'italic' : 'normal';
  return `@font-face {\n  font-family: ${JSON.stringify(family)};\n  font-weight: ${weight};\n  font-style: ${style};\n  src: url("${path.posix.normalize(href)}") format("woff2");\n}`;
}
