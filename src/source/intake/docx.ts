import { Unzip, UnzipInflate } from 'fflate';
import { OctavoError } from '../../report/errors.js';

/** Bytes that a document may unpack to. A book of a million words has a tenth of it. */
const UNPACKED_LIMIT = 256 * 2 ** 20;

export interface Picture {
  /** File name, as the Markdown refers to it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Docx {
  /** The document as HTML, one block a line, so that line numbers count blocks. */
  readonly html: string;
  readonly pictures: readonly Picture[];
  /** What the converter did not understand. */
  readonly warnings: readonly string[];
}

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  'u => em',
  'strike => s',
  'small-caps => span.smallcaps',
];

/** A style of the author's own loses nothing: its text comes through as a paragraph. */
const STYLE_UNKNOWN = /^Unrecognised (?:paragraph|run|table) style/;

/**
 * Reads a Word document as HTML: headings by their styles, real footnotes and endnotes as links, pictures apart.
 *
 * @throws {OctavoError} `not-a-docx`, or `too-large` for one that unpacks to more than a text can have.
 */
export async function readDocx(name: string, bytes: Uint8Array, pictureFolder: string): Promise<Docx> {
  refuseBombs(name, bytes);
  const { default: mammoth } = await import('mammoth');
  const pictures: Picture[] = [];
  try {
    const { value, messages } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        styleMap: STYLES,
        // An address inside the file leads nowhere without the prefix that keeps it unique.
        idPrefix: 'docx-',
        convertImage: mammoth.images.imgElement(async (image) => {
          const ending = /^image\/(\w+)/.exec(image.contentType)?.[1]?.replace('jpeg', 'jpg') ?? 'bin';
          const file = `${pictureFolder}/picture-${pictures.length + 1}.${ending}`;
          pictures.push({ name: file, bytes: new Uint8Array(await image.readAsArrayBuffer()) });
          return { src: file };
        }),
      },
    );
    const html = value.replace(/<\/(?:p|h[1-6]|li|tr|blockquote|table|ul|ol)>/g, (tag) => `${tag}\n`);
    return {
      html,
      pictures,
      warnings: messages.map(({ message }) => message).filter((text) => !STYLE_UNKNOWN.test(text)),
    };
  } catch (error) {
    if (error instanceof OctavoError) throw error;
    throw notADocx(name, error);
  }
}

const notADocx = (name: string, cause: unknown) =>
  new OctavoError(
    {
      code: 'not-a-docx',
      reason: `${name} cannot be read as a Word document`,
      place: { path: name },
      note: 'Open it in a word processor and save it again as .docx.',
    },
    undefined,
    { cause },
  );

/** Unpacks without keeping anything, and stops at the limit: what an archive says of its sizes may be a lie. */
function refuseBombs(name: string, bytes: Uint8Array): void {
  let size = 0;
  const unzip = new Unzip((file) => {
    file.ondata = (error, chunk) => {
      // fflate hands what is thrown below back to us as an error of the archive.
      if (error) throw error instanceof OctavoError ? error : notADocx(name, error);
      size += chunk.length;
      if (size > UNPACKED_LIMIT) {
        throw new OctavoError({
          code: 'file-too-large',
          reason: `${name} unpacks to more than ${UNPACKED_LIMIT / 2 ** 20} MB`,
          place: { path: name },
          note: 'No text is so large; take the pictures out, or save the document again.',
        });
      }
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  // Small pieces, so that the limit is noticed before much has been unpacked.
  for (let at = 0; at < bytes.length; at += 65_536) {
    unzip.push(bytes.subarray(at, at + 65_536), at + 65_536 >= bytes.length);
  }
}
