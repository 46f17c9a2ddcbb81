import subsetFont from 'subset-font';
import { readFont } from '../../../fonts/font-file.js';
import { fontTables } from '../../../fonts/font-tables.js';

/** A font of the ten digits alone, as a PDF embeds it. Measures are in thousandths of the size. */
export interface DigitsFont {
  readonly name: string;
  /** TrueType or OpenType with TrueType outlines. */
  readonly sfnt: Uint8Array;
  /** Widths of 0 to 9. */
  readonly widths: readonly number[];
  readonly ascent: number;
  readonly descent: number;
  readonly box: readonly [number, number, number, number];
}

/** Takes the digits out of a font file. */
export async function digitsFont(family: string, file: string): Promise<DigitsFont> {
  const { sfnt: whole } = await readFont(file);
  const sfnt = await subsetFont(whole, '0123456789', { targetFormat: 'sfnt' });
  const tables = fontTables(sfnt);
  const head = tables('head');
  const scale = 1000 / head.getUint16(18);
  const hhea = tables('hhea');
  const metrics = hhea.getUint16(34);
  const hmtx = tables('hmtx');
  const glyphs = glyphsOf(tables('cmap'));
  const widthOf = (glyph: number) => hmtx.getUint16(4 * Math.min(glyph, metrics - 1)) * scale;
  const box = [36, 38, 40, 42].map((at) => Math.round(head.getInt16(at) * scale));
  return {
    name: family.replace(/[^A-Za-z0-9]/g, ''),
    sfnt,
    widths: Array.from({ length: 10 }, (_, digit) => Math.round(widthOf(glyphs(0x30 + digit)))),
    ascent: Math.round(hhea.getInt16(4) * scale),
    descent: Math.round(hhea.getInt16(6) * scale),
    box: box as [number, number, number, number],
  };
}

/** Reads a character map of format 4, which every font for the basic plane has. */
function glyphsOf(cmap: DataView): (code: number) => number {
  for (let record = 4, left = cmap.getUint16(2); left > 0; record += 8, left--) {
    const at = cmap.getUint32(record + 4);
    if (cmap.getUint16(at) !== 4) continue;
    const count = cmap.getUint16(at + 6) / 2;
    return (code) => {
      for (let k = 0; k < count; k++) {
        const end = cmap.getUint16(at + 14 + 2 * k);
        const start = cmap.getUint16(at + 16 + 2 * count + 2 * k);
        if (code < start || code > end) continue;
        const delta = cmap.getUint16(at + 16 + 4 * count + 2 * k);
        const rangeAt = at + 16 + 6 * count + 2 * k;
        const range = cmap.getUint16(rangeAt);
        if (range === 0) return (code + delta) & 0xffff;
        const glyph = cmap.getUint16(rangeAt + range + 2 * (code - start));
        return glyph && (glyph + delta) & 0xffff;
      }
      return 0;
    };
  }
  throw new Error('a font without a character map of format 4');
}
