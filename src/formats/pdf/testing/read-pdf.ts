import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRef, PDFString } from '@cantoo/pdf-lib';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface OutlineItem {
  readonly title: string;
  /** From 0. */
  readonly page: number;
  readonly items: readonly OutlineItem[];
}

export interface ReadLink {
  readonly page: number;
  /** Upper edge, in points from the foot. */
  readonly top: number;
  /** Page that it leads to; undefined for a link out of the book. */
  readonly target: number | undefined;
}

/** A word or a piece of a line as it is printed; the last of a line ends with a line end. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** A finished PDF, read back by a reader that knows nothing of how it was made. */
export interface ReadPdf {
  readonly info: Readonly<Record<string, unknown>>;
  readonly labels: readonly string[] | null;
  readonly outline: readonly OutlineItem[];
  readonly links: readonly ReadLink[];
  /** Text of each page, in the order of printing. */
  readonly pages: readonly (readonly Piece[])[];
  /** The structure tree: type and ID, indented by depth. */
  readonly tree: readonly string[];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0, isEvalSupported: false });
  const pdf = await task.promise;
  try {
    const links: ReadLink[] = [];
    const pages: Piece[][] = [];
    for (let page = 0; page < pdf.numPages; page++) {
      const proxy = await pdf.getPage(page + 1);
      for (const { subtype, rect, dest } of await proxy.getAnnotations()) {
        if (subtype === 'Link') links.push({ page, top: rect[3], target: await pageOf(pdf, dest) });
      }
      const { items } = await proxy.getTextContent();
      pages.push(
        items.flatMap((item) => {
          if (!('str' in item)) return [];
          const text = item.hasEOL ? `${item.str}\n` : item.str;
          return text ? [{ text, x: item.transform[4], y: item.transform[5], height: item.height }] : [];
        }),
      );
    }
    const { info } = await pdf.getMetadata();
    return {
      info: info as Record<string, unknown>,
      labels: await pdf.getPageLabels(),
      outline: await items(pdf, await pdf.getOutline()),
      links,
      pages,
      tree: await structure(bytes),
    };
  } finally {
    await task.destroy();
  }
}

type Outline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;

async function items(pdf: PDFDocumentProxy, outline: Outline): Promise<OutlineItem[]> {
  const read: OutlineItem[] = [];
  for (const { title, dest, items: children } of outline ?? []) {
    read.push({ title, page: (await pageOf(pdf, dest)) ?? -1, items: await items(pdf, children) });
  }
  return read;
}

async function pageOf(pdf: PDFDocumentProxy, dest: unknown): Promise<number | undefined> {
  const place = typeof dest === 'string' ? await pdf.getDestination(dest) : (dest as unknown[] | null);
  return place ? pdf.getPageIndex(place[0] as Parameters<PDFDocumentProxy['getPageIndex']>[0]) : undefined;
}

async function structure(bytes: Uint8Array): Promise<string[]> {
  const { catalog, context } = await PDFDocument.load(bytes, { updateMetadata: false });
  const lines: string[] = [];
  const walk = (value: unknown, depth: number) => {
    const element = value instanceof PDFRef ? context.lookup(value) : value;
    if (element instanceof PDFArray) for (const kid of element.asArray()) walk(kid, depth);
    if (!(element instanceof PDFDict)) return;
    const type = element.lookup(PDFName.of('S'));
    if (!(type instanceof PDFName)) return;
    const id = element.lookup(PDFName.of('ID'));
    const named = id instanceof PDFString || id instanceof PDFHexString ? ` ${id.decodeText()}` : '';
    lines.push(`${' '.repeat(depth)}${type.decodeText()}${named}`);
    walk(element.get(PDFName.of('K')), depth + 1);
  };
  const root = catalog.lookup(PDFName.of('StructTreeRoot'));
  if (root instanceof PDFDict) walk(root.get(PDFName.of('K')), 0);
  return lines;
}
