import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Book } from '../../../../config/book.js';
import { FAMILIES } from '../../../../fonts/families.js';

const require = createRequire(import.meta.url);

/** Faces of the mathematics, which no text family has. */
const MATH = '@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2';

/** `@font-face` rules of every family the edition may use, each face from its file. */
export function fontFaces({ typography, folder }: Pick<Book, 'typography' | 'folder'>): string {
  const own = typography.fonts.flatMap(({ name, roman, italic, bold, boldItalic }) =>
    family(name, { roman, italic, bold, boldItalic }, (file) => path.resolve(folder, file)),
  );
  const ours = FAMILIES.flatMap(({ name, faces }) => family(name, faces, (file) => require.resolve(file)));
  return [...own, ...ours, face('STIX Two Math', 'normal', 400, require.resolve(MATH))].join('\n');
}

type Faces = Readonly<Partial<Record<'roman' | 'italic' | 'bold' | 'boldItalic', string | undefined>>>;

function family(name: string, faces: Faces, resolve: (file: string) => string): string[] {
  const rules: [string | undefined, string, number][] = [
    [faces.roman, 'normal', 400],
    [faces.italic, 'italic', 400],
    [faces.bold, 'normal', 700],
    [faces.boldItalic, 'italic', 700],
  ];
  return rules.flatMap(([file, style, weight]) => (file ? [face(name, style, weight, resolve(file))] : []));
}

function face(name: string, style: string, weight: number, file: string): string {
  const source = `src:url("${pathToFileURL(file).href}")`;
  return `@font-face{font-family:${cssString(name)};font-style:${style};font-weight:${weight};${source}}`;
}

/** A string in CSS syntax. */
export function cssString(text: string): string {
  return `"${text.replace(/["\\\n<]/g, (char) => `\\${char.codePointAt(0)!.toString(16)} `)}"`;
}
