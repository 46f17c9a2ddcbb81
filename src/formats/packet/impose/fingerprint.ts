import { createHash } from 'node:crypto';
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { contentStreams, decodeContent } from './page-content.js';

const RESOURCES = PDFName.of('Resources');

/**
 * Gives for each page a hash of everything that it is painted with: its operators and, down to the last byte,
 * the fonts, pictures and forms that they use. Pages with equal hashes look alike and hold the same text.
 *
 * A page's one content stream counts as it is packed, several count unpacked: as `pageForm` takes them over.
 */
export function fingerprintPages(document: PDFDocument, pages: readonly PDFPage[]): string[] {
  const fingerprint = fingerprints(document);
  return pages.map((page) => {
    const streams = contentStreams(document, page.node);
    const content = streams.length === 1 ? streams[0]!.getContents() : decodeContent(streams);
    return fingerprint(content, page.node.Resources());
  });
}

/** Whether a form paints what the fingerprint of a page says. */
export function formMatches(
  form: PDFRawStream,
  fingerprint: ReturnType<typeof fingerprints>,
  expected: string | undefined,
): boolean {
  const resources = form.dict.lookupMaybe(RESOURCES, PDFDict);
  return (
    fingerprint(form.getContents(), resources) === expected ||
    fingerprint(decodeContent([form]), resources) === expected
  );
}

/** Gives the hashing function for one document; what pages share is hashed once. */
export function fingerprints(document: PDFDocument) {
  const known = new Map<PDFRef, string>();
  const open = new Map<PDFRef, number>();

  /** An object as text, the same for equal objects however they are numbered and their keys are ordered. */
  const written = (object: PDFObject | undefined): string => {
    if (object instanceof PDFRef) return ofRef(object);
    if (object instanceof PDFArray) return `[${object.asArray().map(written).join(' ')}]`;
    if (object instanceof PDFDict) {
      const entries = object.entries().map(([key, value]) => `${key.toString()} ${written(value)}`);
      return `<<${entries.sort().join('')}>>`;
    }
    if (object instanceof PDFRawStream) return `${written(object.dict)}${sha256(object.getContents())}`;
    return String(object ?? null);
  };

  const ofRef = (ref: PDFRef): string => {
    const found = known.get(ref);
    if (found) return found;
    // A circle is told by how far up it closes, so that equal graphs with other numbers hash alike.
    const depth = open.get(ref);
    if (depth !== undefined) return `circle ${open.size - depth}`;
    open.set(ref, open.size);
    const digest = sha256(written(document.context.lookup(ref)));
    open.delete(ref);
    known.set(ref, digest);
    return digest;
  };

  return (content: Uint8Array, resources: PDFDict | undefined): string =>
    sha256(`${sha256(content)}${resources ? written(resources) : '<<>>'}`);
}

const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest('hex');
