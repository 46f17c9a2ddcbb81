import type { ElementContent } from 'hast';
import type { Face } from '../../fonts/families.js';
import type { TextFile } from './text-file.js';

/** What a family is used for. */
export type Role = 'text' | 'mono' | 'math';

/** What the style sheet slants and darkens, elements and `.classes`. */
export const ITALIC: ReadonlySet<string> = new Set([
  ...['em', 'i', 'cite', 'dfn', 'var', 'address', 'h3', 'h4', 'h5', 'h6'],
  ...['.stage-direction', '.continued-title', '.subtitle', '.byline-other', '.text-source'],
  ...['.hljs-comment', '.hljs-quote'],
]);
export const BOLD: ReadonlySet<string> = new Set([
  ...['strong', 'b', 'th', 'dt'],
  ...['.hljs-keyword', '.hljs-built_in', '.hljs-selector-tag'],
]);
const MONO = new Set(['code', 'pre', 'kbd', 'samp']);

/** The characters of the text by `role/face`, as the style sheet sets them. */
export function charactersUsed(files: readonly Pick<TextFile, 'content'>[]): Map<string, Set<number>> {
  const texts = new Map<string, string[]>();
  const add = (key: string, words: string) => {
    const pieces = texts.get(key);
    if (pieces) pieces.push(words);
    else texts.set(key, [words]);
  };
  const walk = (nodes: readonly ElementContent[], role: Role, italic: boolean, bold: boolean) => {
    const face: Face = italic ? (bold ? 'boldItalic' : 'italic') : bold ? 'bold' : 'roman';
    for (const node of nodes) {
      if (node.type === 'text') add(`${role}/${face}`, node.value);
      else if (node.type === 'element') {
        const { className } = node.properties;
        const classes = Array.isArray(className) ? className : [];
        const names = [node.tagName, ...classes.map((name) => `.${name}`)];
        // The name of its column stands before a cell where a table falls into rows.
        if (typeof node.properties.dataLabel === 'string')
          add('text/italic', `${node.properties.dataLabel}: `);
        if (node.properties.dataNumber !== undefined) add('text/roman', String(node.properties.dataNumber));
        const inner = MONO.has(node.tagName) ? 'mono' : node.tagName === 'math' ? 'math' : role;
        walk(
          node.children,
          inner,
          italic || names.some((name) => ITALIC.has(name)),
          bold || names.some((name) => BOLD.has(name)),
        );
      }
    }
  };
  for (const { content } of files) walk(content, 'text', false, false);
  // What the style sheet itself writes.
  texts.set('text/roman', [...(texts.get('text/roman') ?? []), '*\u2003: ']);
  const used = new Map([...texts].map(([use, pieces]) => [use, codePointsIn(pieces.join(''))]));
  for (const [use, characters] of used) {
    if (use.startsWith('math/')) {
      for (const letter of [...characters]) {
        const slanted = mathItalic(letter);
        if (slanted) characters.add(slanted);
      }
    }
    for (const character of characters) if (isInvisible(character)) characters.delete(character);
    if (characters.size === 0) used.delete(use);
    // Small capitals and the like are of the same font; the space is in every one.
    else characters.add(0x20);
  }
  return used;
}

/** Each code point once: a book has a million of them and a hundred that differ. */
function codePointsIn(text: string): Set<number> {
  const seen = new Uint8Array(0x11_0000);
  const found = new Set<number>();
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i)!;
    if (code > 0xffff) i++;
    if (seen[code]) continue;
    seen[code] = 1;
    found.add(code);
  }
  return found;
}

/** The italic letter that a single one in a formula is drawn with (MathML Core, text-transform: math-auto). */
function mathItalic(code: number): number | undefined {
  const letter = String.fromCodePoint(code);
  // The italic h has been in Unicode since before the others.
  if (letter === 'h') return 0x210e;
  if (/[A-Z]/.test(letter)) return 0x1d434 + code - 0x41;
  if (/[a-z]/.test(letter)) return 0x1d44e + code - 0x61;
  if (/[\u0391-\u03a9]/.test(letter)) return 0x1d6e2 + code - 0x391;
  if (/[\u03b1-\u03c9]/.test(letter)) return 0x1d6fc + code - 0x3b1;
  return undefined;
}

/** Controls, joiners, variation selectors and the like need no glyph. */
function isInvisible(character: number): boolean {
  return /[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\u2028\u2029]|\p{Variation_Selector}/u.test(
    String.fromCodePoint(character),
  );
}
