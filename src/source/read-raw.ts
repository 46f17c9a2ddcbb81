import { createHash } from 'node:crypto';
import { OctavoError } from '../report/errors.js';
import { decode, decodeAs } from './decode.js';
import { type Picture, readDocx } from './intake/docx.js';
import { identify } from './intake/identify.js';

/** A file ready to be cleaned: characters, with what is known of where they come from. */
export interface Raw {
  readonly name: string;
  /** The file as it was found. */
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly form: 'text' | 'html';
  /** Hex SHA-256 of the file's bytes. */
  readonly sha256: string;
  /** Name of the encoding found, or `docx`. */
  readonly encoding: string;
  /** Pictures that stood inside the file, to be written beside the Markdown. */
  readonly pictures: readonly Picture[];
  /** What the reader of the format could not bring along. */
  readonly warnings: readonly string[];
}

/**
 * Reads the bytes of a file, whatever it is: a text in any encoding, a web page, a Word document.
 *
 * @param pictureFolder Where the Markdown will look for pictures that stand inside a document.
 * @throws {OctavoError} For anything that is not a text, with the way to the text in it.
 */
export async function readRaw(name: string, bytes: Uint8Array, pictureFolder = 'pictures'): Promise<Raw> {
  const form = identify(name, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (form === 'docx') {
    const { html, pictures, warnings } = await readDocx(name, bytes, pictureFolder);
    return { name, bytes, text: html, form: 'html', sha256, encoding: 'docx', pictures, warnings };
  }
  const { text, encoding } = form === 'html' ? decodePage(bytes) : decode(bytes);
  if (text.trim() === '') {
    throw new OctavoError({
      code: 'empty-source',
      reason: `${name} holds nothing but white space`,
      place: { path: name },
      note: 'Nothing was written.',
    });
  }
  refuseCutOff(name, bytes, encoding);
  return { name, bytes, text, form, sha256, encoding, pictures: [], warnings: [] };
}

/** A web page may say how it is encoded; UTF-8 that is valid needs no telling. */
function decodePage(bytes: Uint8Array): { text: string; encoding: string } {
  const found = decode(bytes);
  if (found.encoding.startsWith('utf')) return found;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1');
  const named = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
  if (!named || /^utf-?8$/i.test(named)) return found;
  try {
    return { text: decodeAs(named, bytes), encoding: new TextDecoder(named).encoding };
  } catch (error) {
    if (error instanceof RangeError) return found;
    throw error;
  }
}

/** UTF-8 that is whole but for its last character was cut off: more than that character may be lost. */
function refuseCutOff(name: string, bytes: Uint8Array, encoding: string): void {
  if (encoding.startsWith('utf') || bytes.length < 2) return;
  for (let cut = 1; cut <= 3 && cut < bytes.length; cut++) {
    const rest = bytes.subarray(0, bytes.length - cut);
    const tail = bytes.subarray(bytes.length - cut);
    const begins =
      tail[0]! >= 0xc2 && tail[0]! <= 0xf4 && tail.subarray(1).every((byte) => byte >= 0x80 && byte < 0xc0);
    if (!begins || !isWholeUtf8(rest)) continue;
    if (!rest.some((byte) => byte >= 0x80) && mayBeLetter(tail, rest.at(-1)!)) continue;
    throw new OctavoError({
      code: 'cut-off',
      reason: `${name} is UTF-8 that ends in the middle of a character`,
      place: { path: name, line: Buffer.from(rest).toString('utf8').split('\n').length },
      note: 'The file was probably cut off while it was copied: get it again whole. To clean it as it is, take the last bytes off.',
    });
  }
}

/**
 * Whether the last bytes of a text that is ASCII before them may be a letter of Windows-1252 and a mark: `café”`. In
 * that encoding the bytes that begin most characters of UTF-8 are capitals, which do not end a word of small letters.
 */
function mayBeLetter([first = 0, second]: Uint8Array, before: number): boolean {
  const isSmall = before >= 0x61 && before <= 0x7a;
  const isCapital = before >= 0x41 && before <= 0x5a;
  if (!isSmall && !isCapital) return false;
  // Closing quotation marks and an ellipsis may follow it.
  if (second !== undefined && ![0x85, 0x92, 0x94, 0xbb].includes(second)) return false;
  return isCapital || first >= 0xdf;
}

function isWholeUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
