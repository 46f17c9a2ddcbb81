import { EXIT, OctavoError } from '../../report/errors.js';
import { wideWithoutMark } from '../decode.js';

/** How a file is read: as characters, as a web page, as a word processor's document. */
export type Form = 'text' | 'html' | 'docx';

/** Bytes above which a file is refused: a library of one file is a mistake, and memory has an end. */
export const SOURCE_LIMIT = 64 * 2 ** 20;

interface Kind {
  readonly what: string;
  readonly signature: readonly number[];
  readonly at?: number;
  readonly remedy: string;
}

const OCR = 'Read its text first with an OCR program: tesseract PICTURE OUT -l LANGUAGE.';
const UNPACK = 'Unpack it and clean the files inside.';
/** Files that are no texts, by their first bytes, with the way to the text in them. */
const KINDS: readonly Kind[] = [
  {
    what: 'a PDF',
    signature: [0x25, 0x50, 0x44, 0x46],
    remedy:
      'Extract its text first: pdftotext FILE.pdf FILE.txt (with -layout where it has tables or columns).',
  },
  { what: 'a PNG picture', signature: [0x89, 0x50, 0x4e, 0x47], remedy: OCR },
  { what: 'a JPEG picture', signature: [0xff, 0xd8, 0xff], remedy: OCR },
  { what: 'a TIFF picture', signature: [0x49, 0x49, 0x2a, 0x00], remedy: OCR },
  { what: 'a TIFF picture', signature: [0x4d, 0x4d, 0x00, 0x2a], remedy: OCR },
  {
    what: 'a DjVu file',
    signature: [0x41, 0x54, 0x26, 0x54],
    remedy: 'Extract its text first: djvutxt FILE.djvu FILE.txt.',
  },
  {
    what: 'an old Word document',
    signature: [0xd0, 0xcf, 0x11, 0xe0],
    remedy: 'Open it in a word processor and save it as .docx.',
  },
  {
    what: 'an RTF document',
    signature: [0x7b, 0x5c, 0x72, 0x74, 0x66],
    remedy: 'Open it in a word processor and save it as .docx.',
  },
  { what: 'a gzip archive', signature: [0x1f, 0x8b], remedy: UNPACK },
  {
    what: 'a Mobipocket book',
    signature: [0x42, 0x4f, 0x4f, 0x4b, 0x4d, 0x4f, 0x42, 0x49],
    at: 60,
    remedy: 'Convert it to HTML first.',
  },
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/**
 * Says how a file is to be read, by its bytes and then by its name.
 *
 * @throws {OctavoError} `not-a-text`, `empty-source` or `file-too-large`, with the way to the text.
 */
export function identify(name: string, bytes: Uint8Array): Form {
  const refuse = (code: string, reason: string, note: string) =>
    new OctavoError({ code, reason: `${name} ${reason}`, place: { path: name }, note }, EXIT.content);
  if (bytes.length > SOURCE_LIMIT) {
    const size = Math.round(bytes.length / 2 ** 20);
    throw refuse(
      'file-too-large',
      `has ${size} MB, and the limit is ${SOURCE_LIMIT / 2 ** 20} MB`,
      'Split it into parts, and clean each.',
    );
  }
  if (bytes.length === 0) throw refuse('empty-source', 'is empty', 'Nothing was written.');
  if (begins(bytes, ZIP)) {
    if (hasEntry(bytes, 'word/document.xml')) return 'docx';
    const what = hasEntry(bytes, 'application/epub+zip') ? 'an EPUB' : 'a ZIP archive, and no Word document';
    throw refuse('not-a-text', `is ${what}`, UNPACK);
  }
  if (/\.docx$/i.test(name)) {
    throw refuse(
      'not-a-text',
      'is not a Word document, though its name says so',
      'Open it in a word processor and save it again as .docx.',
    );
  }
  for (const { what, signature, at = 0, remedy } of KINDS) {
    if (begins(bytes.subarray(at), signature)) throw refuse('not-a-text', `is ${what}, not a text`, remedy);
  }
  const wide =
    begins(bytes, [0xff, 0xfe]) || begins(bytes, [0xfe, 0xff]) || wideWithoutMark(bytes) !== undefined;
  if (!wide && isBinary(bytes)) {
    throw refuse(
      'not-a-text',
      'is a binary file, not a text',
      'Octavo cleans .txt, .md, .html and .docx files.',
    );
  }
  if (/\.x?html?$/i.test(name)) return 'html';
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2000)).toString('latin1');
  return /^(?:\xEF\xBB\xBF)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html)\b/i.test(
    head,
  )
    ? 'html'
    : 'text';
}

const begins = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((byte, index) => bytes[index] === byte);

/** Whether an archive names an entry: names stand in it uncompressed. */
function hasEntry(bytes: Uint8Array, entry: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(entry, 0, 'latin1');
}

/** A text has no NUL and hardly a control character. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 64 * 1024);
  let control = 0;
  for (const byte of sample) {
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27 && byte !== 26)
      control++;
  }
  return control > sample.length / 20;
}
