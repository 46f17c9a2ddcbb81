import chardet from 'chardet';

export interface Decoded {
  readonly text: string;
  /** Name of the encoding, as the Encoding Standard has it. */
  readonly encoding: string;
}

/** Reads bytes as text: UTF-8 where they are that, else what their frequencies speak for. */
export function decode(bytes: Uint8Array): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked) return { text: new TextDecoder(marked).decode(bytes), encoding: marked };
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

/** Western texts are taken for Windows-1252, which holds all of Latin-1 that a text uses. */
function guess(bytes: Uint8Array): string {
  const name = chardet.detect(bytes.subarray(0, 200_000))?.toLowerCase() ?? 'windows-1252';
  if (name === 'utf-8' || name === 'ascii' || name === 'iso-8859-1') return 'windows-1252';
  try {
    return new TextDecoder(name).encoding;
  } catch (error) {
    if (error instanceof RangeError) return 'windows-1252';
    throw error;
  }
}
