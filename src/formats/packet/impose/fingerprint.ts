import { createHash, type Hash } from 'node:crypto';
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import { contentStreams, decodeContent } from './page-content.js';

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
  const resources = form.dict.lookupMaybe(PDFName.of('Resources'), PDFDict);
  return (
    fingerprint(form.getContents(), resources) === expected ||
    fingerprint(decodeContent([form]), resources) === expected
  );
}

/** Gives the hashing function for one document; what pages share is hashed once. */
export function fingerprints(document: PDFDocument) {
  const known = new Map<PDFRef, string>();
  const open = new Map<PDFRef, number>();

  const add = (hash: Hash, object: PDFObject | undefined): void => {
    if (object instanceof PDFRef) hash.update(ofRef(object));
    else if (object instanceof PDFArray) {
      hash.update('[');
      for (const item of object.asArray()) add(hash, item);
      hash.update(']');
    } else if (object instanceof PDFDict) {
      hash.update('<<');
      const entries = object.entries().map(([key, value]) => [key.toString(), value] as const);
      for (const [key, value] of entries.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
        hash.update(`${key} `);
        add(hash, value);
      }
      hash.update('>>');
    } else if (object instanceof PDFStream) {
      add(hash, object.dict);
      if (object instanceof PDFRawStream) hash.update(object.getContents());
    } else hash.update(` ${object ?? 'null'}`);
  };

  const ofRef = (ref: PDFRef): string => {
    const found = known.get(ref);
    if (found) return found;
    // A circle is told by how far up it closes, so that equal graphs with other numbers hash alike.
    const depth = open.get(ref);
    if (depth !== undefined) return `circle ${open.size - depth}`;
    open.set(ref, open.size);
    const hash = createHash('sha256');
    add(hash, document.context.lookup(ref));
    open.delete(ref);
    const digest = hash.digest('hex');
    known.set(ref, digest);
    return digest;
  };

  return (content: Uint8Array, resources: PDFDict | undefined): string => {
    const hash = createHash('sha256').update(content);
    add(hash, resources ?? PDFDict.withContext(document.context));
    return hash.digest('hex');
  };
}
