import type { Book } from '../../../config/book.js';
import { icuLocale } from '../../../config/icu-locale.js';
import { readFont } from '../../../fonts/font-file.js';
import { type Outline, outline } from '../../../fonts/outline.js';
import { type Typeface, typefacesFor } from '../../../fonts/typefaces.js';
import { Hyphenator } from '../../../paginate/lines/hyphenator.js';

/** Pixels, as shops ask: 1.6 to 1, the longer side 2,560. */
export const COVER_WIDTH = 1600;
export const COVER_HEIGHT = 2560;

/** A line of the cover with its place: the left end of its base line. */
export interface CoverLine extends Outline {
  readonly x: number;
  readonly y: number;
  /** Height of the type. */
  readonly size: number;
}

const MEASURE = 1180;
const LEADING = 1.12;
const FLEURON = '❦';

/** Between these heights the title stands, in the middle of what the names above it leave. */
const TITLE_TOP = 600;
const TITLE_FOOT = 1620;
const NAMES_TOP = 400;
/** So many authors have a line each; more stand one after the other. */
const AUTHORS_IN_LINES = 4;

/** Sets the cover: authors at the head, the title as large as it fits, ornament, subtitle, publisher at the foot. */
export async function coverLines(book: Book): Promise<CoverLine[]> {
  const { text, all } = typefacesFor(book.typography, book.folder);
  const roman: Style = {
    face: (words) => faceFor(words, [text, ...all], 'roman'),
    features: [],
    spacing: 0,
    language: book.language,
  };
  const italic: Style = { ...roman, face: (words) => faceFor(words, [text, ...all], 'italic') };
  // Letters that are joined in writing are not to be set apart.
  const isJoined = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}]/u.test(
    book.creators.map(({ name }) => name).join(''),
  );
  const capitals: Style = { ...roman, features: ['smcp'], spacing: isJoined ? 0 : 0.06 };
  const lines: CoverLine[] = [];
  const put = async (style: Style, words: string, size: number, y: number) => {
    const line = await fitted(style, words, size);
    lines.push({ ...line, x: (COVER_WIDTH - line.width) / 2, y, size });
  };
  /** Sets a block from a base line down; gives the base line after its last. */
  const putAll = async (style: Style, block: Block, from: number) => {
    for (const [i, line] of block.lines.entries())
      await put(style, line, block.size, from + i * block.size * LEADING);
    return from + block.lines.length * block.size * LEADING;
  };

  let top = TITLE_TOP;
  const authors = book.creators.filter(({ role }) => role === 'author').map(({ name }) => name);
  if (authors.length > 0) {
    const names =
      authors.length > AUTHORS_IN_LINES
        ? [new Intl.ListFormat(icuLocale(book.language), { type: 'unit' }).format(authors)]
        : authors;
    const block = await blockOf(capitals, names, [96, 84, 72, 62, 54, 46, 40, 34], 420);
    top = Math.max(top, (await putAll(capitals, block, NAMES_TOP)) + 40);
  }
  const title = await blockOf(
    roman,
    [book.title],
    [340, 300, 270, 240, 220, 200, 180, 160, 140, 120, 105, 90, 75, 60, 45],
    TITLE_FOOT - top,
  );
  const middle = (top + TITLE_FOOT) / 2;
  // The first base line lies about a capital below the head of the block.
  let y = middle - (title.lines.length * title.size * LEADING) / 2 + title.size * 0.9;
  y = (await putAll(roman, title, y)) - title.size * (LEADING - 1);
  await put(roman, FLEURON, 120, y - title.size + 270);
  y += 450 - title.size;
  if (book.subtitle) {
    const subtitle = await blockOf(italic, [book.subtitle], [84, 72, 60, 48, 36, 24], 2220 - y);
    await putAll(italic, subtitle, y);
  }
  if (book.publisher) {
    const publisher = await blockOf(capitals, [book.publisher], [64, 54, 46, 40], 110);
    await putAll(capitals, publisher, 2330 - (publisher.lines.length - 1) * publisher.size);
  }
  return lines;
}

/** Characters of the cover that no font of the book has. */
export async function lettersWithoutFont(book: Book): Promise<Set<number>> {
  const { text, all } = typefacesFor(book.typography, book.folder);
  const authors = book.creators.filter(({ role }) => role === 'author').map(({ name }) => name);
  const words = [book.title, book.subtitle, book.publisher, ...authors].join('').replace(/[\s\p{Cf}]/gu, '');
  const missing = new Set([...words].map((character) => character.codePointAt(0)!));
  for (const { faces } of [text, ...all]) {
    if (missing.size === 0) break;
    for (const known of (await readFont(faces.roman)).characters) missing.delete(known);
  }
  return missing;
}

/** How words are set: the face that has them, its features, the space between letters in em. */
interface Style {
  readonly face: (words: string) => Promise<string>;
  readonly features: readonly string[];
  readonly spacing: number;
  readonly language: string;
}

/** Words in lines of one size. */
interface Block {
  readonly size: number;
  readonly lines: readonly string[];
}

/** The first face that has every character; if none has, the book’s own. */
async function faceFor(
  words: string,
  families: readonly Typeface[],
  face: 'roman' | 'italic',
): Promise<string> {
  for (const { faces } of families) {
    const file = faces[face] ?? faces.roman;
    const { characters } = await readFont(file);
    if ([...words].every((character) => /\s/.test(character) || characters.has(character.codePointAt(0)!)))
      return file;
  }
  return families[0]!.faces.roman;
}

/** Words broken into lines at the largest size at which they keep to the measure and the height. */
async function blockOf(
  style: Style,
  paragraphs: readonly string[],
  sizes: readonly number[],
  height: number,
): Promise<Block> {
  let block: Block = { size: 0, lines: [] };
  for (const size of sizes) {
    const lines = (await Promise.all(paragraphs.map((words) => wrap(style, words, size)))).flat();
    block = { size, lines };
    const widths = await Promise.all(lines.map((line) => widthOf(style, line, size)));
    if (lines.length * size * LEADING <= height && Math.max(...widths) <= MEASURE) break;
  }
  return block;
}

async function widthOf({ face, features, spacing }: Style, words: string, size: number): Promise<number> {
  return (await outline(await face(words), words, size, features, spacing)).width;
}

/** Breaks words into lines of the measure, as even as they can be: the narrowest measure that needs no more lines. */
async function wrap(style: Style, words: string, size: number): Promise<string[]> {
  const parts = await breakable(style, words);
  const widths = await Promise.all(parts.map((part) => widthOf(style, part, size)));
  const space = size * 0.25;
  const fill = (measure: number) => {
    const lines: string[] = [];
    let width = 0;
    for (const [i, part] of parts.entries()) {
      const joined = width + space + widths[i]!;
      const fits = lines.length > 0 && joined <= measure;
      if (fits) lines[lines.length - 1] += part;
      else lines.push(part);
      width = fits ? joined : widths[i]!;
    }
    return lines;
  };
  const least = fill(MEASURE).length;
  let measure = MEASURE;
  while (measure > 400 && fill(measure - 20).length === least) measure -= 20;
  return fill(measure).map((line) =>
    line
      .trim()
      .replace(/\u00ad$/, '-')
      .replaceAll('\u00ad', ''),
  );
}

/** A word longer than a line at this size is divided. */
const LEAST_OF_LONG_WORDS = 140;
const hyphenator = new Hyphenator();

/** The pieces of a text between which a line may end; after a syllable with a soft hyphen. */
async function breakable(style: Style, words: string): Promise<string[]> {
  const pieces = await Promise.all(
    piecesOf(words).map(async (word) => {
      if ((await widthOf(style, word.trim(), LEAST_OF_LONG_WORDS)) <= MEASURE) return [word];
      const points = hyphenator.points(word.trim(), style.language);
      return [0, ...points].map((from, i) =>
        i < points.length ? `${word.slice(from, points[i])}\u00ad` : word.slice(from),
      );
    }),
  );
  return pieces.flat();
}

/** Words with the space or hyphen after them; in scripts without spaces, what the locale’s rules take for words. */
function piecesOf(text: string): string[] {
  if (!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(text))
    return text.match(/\S+?(?:\p{Pd}(?=\S)|\s+|$)/gu) ?? [text];
  return [...new Intl.Segmenter('en', { granularity: 'word' }).segment(text)].map(({ segment }) => segment);
}

/** The line, made smaller if it is wider than the measure. */
async function fitted({ face, features, spacing }: Style, words: string, size: number): Promise<Outline> {
  const file = await face(words);
  const line = await outline(file, words, size, features, spacing);
  return line.width <= MEASURE
    ? line
    : outline(file, words, (size * MEASURE) / line.width, features, spacing);
}
