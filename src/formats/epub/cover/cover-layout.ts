import type { Book } from '../../../config/book.js';
import { readFont } from '../../../fonts/font-file.js';
import { type Outline, outline } from '../../../fonts/outline.js';
import { type Typeface, typefacesFor } from '../../../fonts/typefaces.js';

/** Pixels, as shops ask: 1.6 to 1, the longer side 2,560. */
export const COVER_WIDTH = 1600;
export const COVER_HEIGHT = 2560;

/** A line of the cover with its place: the left end of its base line. */
export interface CoverLine extends Outline {
  readonly x: number;
  readonly y: number;
}

const MEASURE = 1180;
const LEADING = 1.12;
const FLEURON = '❦';

/** Sets the cover: author at the head, the title as large as it fits, ornament, subtitle, publisher at the foot. */
export async function coverLines(book: Book): Promise<CoverLine[]> {
  const { text, all } = typefacesFor(book.typography, book.folder);
  const roman = (words: string) => faceFor(words, [text, ...all], 'roman');
  const italic = (words: string) => faceFor(words, [text, ...all], 'italic');
  const lines: CoverLine[] = [];
  const put = async (
    file: string,
    words: string,
    size: number,
    y: number,
    features: string[] = [],
    spacing = 0,
  ) => {
    const line = await fitted(file, words, size, features, spacing);
    lines.push({ ...line, x: (COVER_WIDTH - line.width) / 2, y });
  };

  const authors = book.creators.filter(({ role }) => role === 'author').map(({ name }) => name);
  const names = { sizes: [96, 80, 64, 48, 36], height: 360 };
  for (const [i, name] of authors.entries()) {
    const size = names.sizes.find((size) => authors.length * size * 1.25 <= names.height) ?? 36;
    await put(await roman(name), name, size, 400 + i * size * 1.25, ['smcp'], 0.06);
  }

  const title = await block(
    roman,
    book.title,
    [240, 220, 200, 180, 160, 140, 120, 105, 90, 75, 60, 45],
    1000,
  );
  let y = 1110 - (title.lines.length * title.size * LEADING) / 2 + title.size;
  for (const line of title.lines) {
    await put(await roman(line), line, title.size, y);
    y += title.size * LEADING;
  }
  await put(await roman(FLEURON), FLEURON, 120, y + 110);
  y += 290;
  if (book.subtitle) {
    const subtitle = await block(italic, book.subtitle, [84, 72, 60, 48, 36, 24], 2200 - y);
    for (const line of subtitle.lines) {
      await put(await italic(line), line, subtitle.size, y);
      y += subtitle.size * LEADING;
    }
  }
  if (book.publisher) await put(await roman(book.publisher), book.publisher, 64, 2330, ['smcp'], 0.06);
  return lines;
}

type FaceOf = (words: string) => Promise<string>;

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
async function block(
  face: FaceOf,
  words: string,
  sizes: readonly number[],
  height: number,
): Promise<{ size: number; lines: string[] }> {
  for (const size of sizes) {
    const lines = await wrap(face, words, size);
    const widths = await Promise.all(
      lines.map(async (line) => (await outline(await face(line), line, size)).width),
    );
    if (lines.length * size * LEADING <= height && Math.max(...widths) <= MEASURE) return { size, lines };
  }
  const size = sizes.at(-1)!;
  return { size, lines: await wrap(face, words, size) };
}

/** Breaks words into lines of the measure, as even as they can be: the narrowest measure that needs no more lines. */
async function wrap(face: FaceOf, words: string, size: number): Promise<string[]> {
  const parts = piecesOf(words);
  const widths = await Promise.all(
    parts.map(async (part) => (await outline(await face(part), part, size)).width),
  );
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
  return fill(measure).map((line) => line.trim());
}

/** Words with the space after them; in scripts without spaces, what the locale’s rules take for words. */
function piecesOf(text: string): string[] {
  if (!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(text))
    return text.match(/\S+\s*/g) ?? [text];
  return [...new Intl.Segmenter('und', { granularity: 'word' }).segment(text)].map(({ segment }) => segment);
}

/** The line, made smaller if it is wider than the measure. */
async function fitted(
  file: string,
  words: string,
  size: number,
  features: readonly string[],
  spacing: number,
): Promise<Outline> {
  const line = await outline(file, words, size, features, spacing);
  return line.width <= MEASURE
    ? line
    : outline(file, words, (size * MEASURE) / line.width, features, spacing);
}
