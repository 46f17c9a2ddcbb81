import chardet from 'chardet';
import { bestSingleByte, decodeDos, SINGLE_BYTE } from './intake/single-byte.js';

export interface Decoded {
  readonly text: string;
  /** Name of the encoding, as the Encoding Standard has it, or `cp437`, `cp850`. */
  readonly encoding: string;
}

/** Reads bytes as text: UTF-8 where they are that, else what their frequencies speak for. */
export function decode(bytes: Uint8Array): Decoded {
  const wide = byteOrderMark(bytes) ?? wideWithoutMark(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: wide };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const encoding = guess(bytes);
    return { text: decodeAs(encoding, bytes), encoding };
  }
}

/** Windows-1252 where it differs from Latin-1: the bytes from 0x80 to 0x9F. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/**
 * Decodes bytes in a named encoding.
 *
 * @throws {RangeError} for an encoding that nobody knows.
 */
export function decodeAs(encoding: string, bytes: Uint8Array): string {
  const dos = decodeDos(encoding, bytes);
  if (dos !== undefined) return dos;
  const decoder = new TextDecoder(encoding);
  const text = decoder.decode(bytes);
  // Several releases of Node take Windows-1252 for Latin-1, and its quotation marks for control characters.
  if (decoder.encoding !== 'windows-1252') return text;
  return text.replace(/[\u0080-\u009F]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80]!);
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** Bytes that are looked at for a wide encoding. */
const SAMPLE = 64 * 1024;
/** Spaces and line ends alone make so many of the characters of any text in which words are parted. */
const FEWEST_ZEROS = 0.05;

/**
 * UTF-16 that does not say so: every second byte of its spaces, line ends and ASCII letters is zero, and no other.
 */
export function wideWithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return undefined;
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) zeros[at % 2]!++;
  const [even = 0, odd = 0] = zeros;
  const least = (sample.length / 2) * FEWEST_ZEROS;
  const encoding =
    even === 0 && odd > least ? 'utf-16le' : odd === 0 && even > least ? 'utf-16be' : undefined;
  if (!encoding) return undefined;
  const text = new TextDecoder(encoding).decode(sample);
  const words = text.match(/[\p{L}\p{M}\s]/gu)?.length ?? 0;
  return words > text.length * 0.6 && !/[\u0000-\u0008\uFFFD]/.test(text) ? encoding : undefined;
}

/** Western texts are taken for Windows-1252, which holds all of Latin-1 that a text uses. */
function guess(bytes: Uint8Array): string {
  const found = chardet.detect(bytes.subarray(0, 200_000))?.toLowerCase() ?? 'windows-1252';
  const name = /^(?:utf-8|ascii|iso-8859-1)$/.test(found) ? 'windows-1252' : nameOf(found);
  // Encodings of several bytes are told by their form; those of one only by what they make of the text.
  const isWide = /^(?:utf-|shift_jis|euc-|gb|big5|iso-2022)/.test(name);
  // Damaged UTF-8 is repaired as characters, one by one.
  if (isMostlyUtf8(bytes)) return 'windows-1252';
  const isKnown = (SINGLE_BYTE as readonly string[]).includes(name);
  return isWide ? name : bestSingleByte(bytes, isKnown ? name : 'windows-1252', decodeAs);
}

function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, 2 ** 20));
  let whole = 0;
  let broken = 0;
  for (const character of text) {
    if (character === '\uFFFD') broken++;
    else if (character >= '\u0080') whole++;
  }
  return whole >= 4 && broken < whole * 0.2;
}

function nameOf(found: string): string {
  try {
    return new TextDecoder(found).encoding;
  } catch (error) {
    if (error instanceof RangeError) return 'windows-1252';
    throw error;
  }
}
