import ejs from 'ejs';
import sharp from 'sharp';
import type { Book } from '../../../config/book.js';
import { templateText } from '../../../package-folder.js';
import { COVER_HEIGHT, COVER_WIDTH, coverLines } from './cover-layout.js';

/** The colour of the book’s printed cover, if it has one, so that both look alike. */
const COLOUR = '#26394a';

/**
 * A cover made of the template, as JPEG. Its letters are shapes from the book’s own faces, so it looks the same on
 * every machine and needs no browser.
 */
export async function coverFromTemplate(book: Book): Promise<Buffer> {
  const printed = Object.values(book.editions).find((edition) => edition.format === 'cover');
  const colour = printed?.format === 'cover' ? printed.colour : COLOUR;
  const svg = ejs.render(templateText('epub/cover.svg.ejs'), {
    width: COVER_WIDTH,
    height: COVER_HEIGHT,
    colour,
    ink: inkOn(colour),
    lines: await coverLines(book),
  });
  return sharp(Buffer.from(svg)).flatten().jpeg({ quality: 90, chromaSubsampling: '4:4:4' }).toBuffer();
}

/** Cream or near-black, whichever stands out (contrast of WCAG). */
function inkOn(colour: string): string {
  const ground = luminance(colour);
  const contrast = (ink: string) => {
    const [light, dark] = [luminance(ink), ground].sort((a, b) => b - a);
    return (light! + 0.05) / (dark! + 0.05);
  };
  return contrast(CREAM) >= contrast(BLACK) ? CREAM : BLACK;
}
const CREAM = '#f4ecdc';
const BLACK = '#1d1a17';

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.slice(1).match(/../g) ?? [])
    .map((hex) => Number.parseInt(hex, 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
