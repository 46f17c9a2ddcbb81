import { EncryptedPDFError, ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib';
import { EXIT, OctavoError } from '../../../report/errors.js';
import { contentStreams } from './page-content.js';

/** The end mark stands in the last kilobyte of a whole file. */
const TAIL = 1024;

/**
 * Loads a PDF to be imposed.
 * @throws OctavoError where the file is no PDF, is encrypted, damaged or cut off: what is left of a damaged file
 * could be imposed, but pages of it might be missing.
 */
export async function loadPdf(bytes: Uint8Array, path: string): Promise<PDFDocument> {
  const fail = (code: string, reason: string, note: string, cause?: unknown) =>
    new OctavoError({ code, reason, place: { path }, note }, EXIT.content, { cause });
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(TAIL, bytes.length));
  if (!head.includes('%PDF-')) throw fail('pdf-none', 'The file is not a PDF', 'Give a PDF file.');
  const repair = 'Make the PDF anew, or mend a copy with “qpdf in.pdf out.pdf” and compare its pages.';
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset + Math.max(0, bytes.length - TAIL));
  if (!tail.subarray(0, TAIL).includes('%%EOF'))
    throw fail('pdf-broken', 'The PDF is cut off before its end', repair);
  try {
    const document = await PDFDocument.load(bytes, {
      updateMetadata: false,
      parseSpeed: ParseSpeeds.Fastest,
      throwOnInvalidObject: true,
    });
    for (const page of document.getPages()) {
      page.getSize();
      contentStreams(document, page.node);
    }
    if (document.getPageCount() > 0) return document;
  } catch (error) {
    // Encrypted object streams fail to parse before the library looks whether the file is encrypted.
    if (
      error instanceof EncryptedPDFError ||
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('/Encrypt')
    )
      throw fail(
        'pdf-encrypted',
        'The PDF is encrypted',
        'Save a copy without a password, for example with “qpdf --decrypt in.pdf out.pdf”.',
        error,
      );
    throw fail('pdf-broken', 'The PDF is damaged and cannot be read', repair, error);
  }
  throw fail('pdf-broken', 'The PDF has no pages', repair);
}
