import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

/** Tags that WOFF2 writes as a number, in the order of the standard (W3C WOFF 2.0, 5.2). */
const KNOWN =
  'cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG  sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill'
    .match(/.{4} ?/g)!
    .map((tag) => tag.slice(0, 4));

/** Of 11: two more levels win six per cent and take six times as long. */
const QUALITY = 9;

interface Table {
  readonly tag: string;
  readonly data: Buffer;
}

/**
 * Packs an sfnt font as WOFF2 with its tables as they are: every reader takes that (the standard calls it
 * the null transform), and Node's own Brotli does it twenty times quicker than the reference encoder in wasm.
 */
export async function toWoff2(sfnt: Buffer): Promise<Buffer> {
  const tables = readTables(sfnt);
  const directory = Buffer.concat(tables.map(entry));
  const data = Buffer.concat(tables.map((table) => table.data));
  const compressed = await promisify(brotliCompress)(data, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_FONT,
      [constants.BROTLI_PARAM_QUALITY]: QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: data.length,
    },
  });
  const header = Buffer.alloc(48);
  const end = header.length + directory.length + compressed.length;
  const padding = Buffer.alloc((4 - (end % 4)) % 4);
  header.write('wOF2', 0, 'latin1');
  sfnt.copy(header, 4, 0, 4);
  header.writeUInt32BE(end + padding.length, 8);
  header.writeUInt16BE(tables.length, 12);
  header.writeUInt32BE(
    12 + 16 * tables.length + tables.reduce((sum, { data }) => sum + Math.ceil(data.length / 4) * 4, 0),
    16,
  );
  header.writeUInt32BE(compressed.length, 20);
  header.writeUInt16BE(1, 24);
  return Buffer.concat([header, directory, compressed, padding]);
}

function readTables(sfnt: Buffer): Table[] {
  const tables = Array.from({ length: sfnt.readUInt16BE(4) }, (_, i): Table => {
    const at = 12 + 16 * i;
    const from = sfnt.readUInt32BE(at + 8);
    return {
      tag: sfnt.toString('latin1', at, at + 4),
      data: Buffer.from(sfnt.subarray(from, from + sfnt.readUInt32BE(at + 12))),
    };
  });
  const kept = tables.filter(({ tag }) => tag !== 'DSIG');
  const head = kept.find(({ tag }) => tag === 'head');
  // Bit 11 says that the font went through a lossless compression.
  head?.data.writeUInt16BE(head.data.readUInt16BE(16) | 0x0800, 16);
  return kept;
}

function entry({ tag, data }: Table): Buffer {
  const known = KNOWN.indexOf(tag);
  // Version 3 is the null transform of glyf and loca, version 0 that of all others.
  const version = tag === 'glyf' || tag === 'loca' ? 3 : 0;
  const flags = Buffer.from([(version << 6) | (known < 0 ? 63 : known)]);
  return Buffer.concat([
    flags,
    known < 0 ? Buffer.from(tag, 'latin1') : Buffer.alloc(0),
    base128(data.length),
  ]);
}

function base128(value: number): Buffer {
  const bytes = [value & 0x7f];
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & 0x7f) | 0x80);
  return Buffer.from(bytes);
}
