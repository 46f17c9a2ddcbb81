import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRef } from '@cantoo/pdf-lib';
import { getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A line as it is printed, from the positions of its letters, in points from the foot of the sheet. */
export interface PrintedLine {
  readonly y: number;
  readonly text: string;
}

/** What stands of a block on one page. */
export interface BlockPart {
  /** Of all parts of one block the same. */
  readonly block: number;
  /** The element's type in the structure tree: `P`, `H2`, `LI`, `Note`. */
  readonly type: string;
  readonly lines: readonly PrintedLine[];
}

export interface PrintedPage {
  /** In the order of the structure tree. */
  readonly parts: readonly BlockPart[];
  /** From foot to head of each picture and rule. */
  readonly drawn: readonly { readonly bottom: number; readonly top: number }[];
  /** Whether it has a running head, which pages that open a section have not. */
  readonly hasHead: boolean;
}

/** Types of elements that hold lines; what stands in a line is of other types. */
const BLOCKS = new Set(['P', 'LI', 'Lbl', 'TD', 'TH', 'Caption', 'Note', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6']);

/** Reads the lines of every page of a tagged PDF back, with the blocks they belong to: running heads, folios and other artefacts left out. */
export async function printedLines(bytes: Uint8Array): Promise<PrintedPage[]> {
  const owners = await blocksOf(bytes);
  const task = getDocument({ data: bytes.slice(), verbosity: 0, isEvalSupported: false });
  const pdf = await task.promise;
  try {
    const pages: PrintedPage[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      pages.push({ ...(await textOf(page, owners)), drawn: await drawingsOf(page) });
      page.cleanup();
    }
    return pages;
  } finally {
    await task.destroy();
  }
}

interface Owner {
  readonly block: number;
  readonly type: string;
}

/** The block of each piece of marked content; key as PDF.js has it, `p12R_mc3`. */
async function blocksOf(bytes: Uint8Array): Promise<Map<string, Owner>> {
  const { catalog, context } = await PDFDocument.load(bytes, { updateMetadata: false });
  const owners = new Map<string, Owner>();
  let blocks = 0;
  const walk = (value: unknown, owner: Owner | undefined, page: PDFRef | undefined) => {
    const element = value instanceof PDFRef ? context.lookup(value) : value;
    if (element instanceof PDFArray) for (const kid of element.asArray()) walk(kid, owner, page);
    if (element instanceof PDFNumber && owner && page)
      owners.set(`p${page.objectNumber}R_mc${element.asNumber()}`, owner);
    if (!(element instanceof PDFDict)) return;
    const own = element.get(PDFName.of('Pg'));
    const at = own instanceof PDFRef ? own : page;
    const mark = element.lookup(PDFName.of('MCID'));
    if (mark) return walk(mark, owner, at);
    const type = element.lookup(PDFName.of('S'));
    if (!(type instanceof PDFName)) return;
    const name = type.decodeText();
    // All of a note is the note's, whatever blocks there are in it.
    const isBlock = (BLOCKS.has(name) && owner?.type !== 'Note') || (!owner && name === 'NonStruct');
    walk(element.get(PDFName.of('K')), isBlock ? { block: blocks++, type: name } : owner, at);
  };
  const root = catalog.lookup(PDFName.of('StructTreeRoot'));
  if (root instanceof PDFDict) walk(root.get(PDFName.of('K')), undefined, undefined);
  return owners;
}

async function textOf(page: PDFPageProxy, owners: ReadonlyMap<string, Owner>) {
  const parts = new Map<number, { block: number; type: string; lines: { y: number; text: string }[] }>();
  const loose: number[] = [];
  const open: (string | undefined)[] = [];
  let size = 0;
  for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
    if ('type' in item) {
      if (item.type === 'endMarkedContent') open.pop();
      else open.push(item.id ?? open.at(-1));
      continue;
    }
    if (!item.str.trim()) {
      const part = parts.get(owners.get(open.at(-1) ?? '')?.block ?? -1);
      if (part && item.str) part.lines.at(-1)!.text += item.str;
      continue;
    }
    const y: number = item.transform[5];
    const owner = owners.get(open.at(-1) ?? '');
    if (!owner) {
      loose.push(y);
      continue;
    }
    const part = parts.get(owner.block) ?? { ...owner, lines: [] };
    parts.set(owner.block, part);
    const line = part.lines.at(-1);
    // Raised figures stand less than that above or below their line.
    if (line && Math.abs(line.y - y) < 0.6 * Math.max(size, item.height)) {
      line.text += item.str;
      if (item.height >= size) line.y = Math.min(line.y, y);
    } else part.lines.push({ y, text: item.str });
    size = item.height;
  }
  const highest = Math.max(...[...parts.values()].flatMap(({ lines }) => lines.map(({ y }) => y)));
  return { parts: [...parts.values()], hasHead: loose.some((y) => y > highest + 4) };
}

/** Whatever is painted on a page beside letters. */
async function drawingsOf(page: PDFPageProxy): Promise<{ bottom: number; top: number }[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const drawn: { bottom: number; top: number }[] = [];
  let now: readonly number[] = [1, 0, 0, 1, 0, 0];
  const kept: (readonly number[])[] = [];
  const times = ([a, b, c, d, e, f]: readonly number[], [g, h, i, j, k, l]: readonly number[]) => [
    a! * g! + c! * h!,
    b! * g! + d! * h!,
    a! * i! + c! * j!,
    b! * i! + d! * j!,
    a! * k! + c! * l! + e!,
    b! * k! + d! * l! + f!,
  ];
  const add = (left: number, low: number, right: number, high: number) => {
    const ys = [
      [left, low],
      [left, high],
      [right, low],
      [right, high],
    ].map(([x, y]) => now[1]! * x! + now[3]! * y! + now[5]!);
    drawn.push({ bottom: Math.min(...ys), top: Math.max(...ys) });
  };
  fnArray.forEach((operator, k) => {
    const values = argsArray[k];
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) kept.push(now);
    if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) now = kept.pop() ?? now;
    if (operator === OPS.transform) now = times(now, values);
    if (operator === OPS.paintFormXObjectBegin && values[0]) now = times(now, values[0]);
    if (operator === OPS.paintImageXObject || operator === OPS.paintImageMaskXObject) add(0, 0, 1, 1);
    if (operator === OPS.constructPath && values[0] !== OPS.endPath && values[2]) {
      const [left, low, right, high] = values[2];
      add(left, low, right, high);
    }
  });
  const [, foot, , head] = page.view;
  return drawn.filter(({ bottom, top }) => bottom > foot! && top < head!);
}
