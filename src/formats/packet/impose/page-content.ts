import { inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  type PDFDocument,
  PDFName,
  type PDFPageLeaf,
  PDFRawStream,
  PDFStream,
} from '@cantoo/pdf-lib';

const CONTENTS = PDFName.of('Contents');
const FILTER = PDFName.of('Filter');
const PARAMETERS = PDFName.of('DecodeParms');
const FLATE = PDFName.of('FlateDecode');

/** The content streams of a page in order. Throws where one of them is missing. */
export function contentStreams(document: PDFDocument, page: PDFPageLeaf): PDFRawStream[] {
  const contents = page.get(CONTENTS);
  if (!contents) return [];
  const found = document.context.lookup(contents);
  const streams =
    found instanceof PDFArray ? found.asArray().map((item) => document.context.lookup(item)) : [found];
  return streams.map((stream) => {
    if (stream instanceof PDFRawStream) return stream;
    throw new Error(`a content stream is missing${stream instanceof PDFStream ? ' its bytes' : ''}`);
  });
}

/** The operators of a page or a form. Those of several streams are one text with a line end between. */
export function decodeContent(streams: readonly PDFRawStream[]): Buffer {
  return Buffer.concat(streams.flatMap((stream) => [decodeStream(stream), Buffer.from('\n')]).slice(0, -1));
}

function decodeStream(stream: PDFRawStream): Uint8Array {
  const plainFlate = stream.dict.lookup(FILTER) === FLATE && !stream.dict.has(PARAMETERS);
  // Node's own inflate is many times quicker; the library's accepts streams that are slightly damaged.
  try {
    if (plainFlate) return inflateSync(stream.getContents());
  } catch {
    return decodePDFRawStream(stream).decode();
  }
  return decodePDFRawStream(stream).decode();
}
