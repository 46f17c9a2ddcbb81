import { Feature, Font, shape, Buffer as TextBuffer } from 'harfbuzzjs';
import { readFont } from './font-file.js';

/** A line of text as shapes, so that whatever draws it needs no font. */
export interface Outline {
  /** SVG paths of the glyphs, standing on y = 0, drawn downwards, in units of the wished size. */
  readonly svg: string;
  /** Width in the same units. */
  readonly width: number;
}

/**
 * Shapes a line of text and gives its outlines. Script and direction are those of the text itself.
 *
 * @param features - OpenType features to turn on, such as `smcp`.
 * @param spacing - Space added after each glyph, as a part of the size.
 */
export async function outline(
  file: string,
  text: string,
  size: number,
  features: readonly string[] = [],
  spacing = 0,
): Promise<Outline> {
  const { harfbuzz } = await readFont(file);
  const font = new Font(harfbuzz);
  const buffer = new TextBuffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  shape(
    font,
    buffer,
    features.map((tag) => new Feature(tag, 1)),
  );
  const scale = size / harfbuzz.upem;
  let x = 0;
  const paths: string[] = [];
  const places = buffer.getGlyphPositions();
  for (const [i, { codepoint }] of buffer.getGlyphInfos().entries()) {
    const { xAdvance, xOffset, yOffset } = places[i]!;
    const path = font.glyphToPath(codepoint);
    if (path) paths.push(`<path transform="translate(${x + xOffset} ${yOffset})" d="${path}"/>`);
    x += xAdvance + (i < places.length - 1 ? spacing * harfbuzz.upem : 0);
  }
  return { svg: `<g transform="scale(${scale} ${-scale})">${paths.join('')}</g>`, width: x * scale };
}
