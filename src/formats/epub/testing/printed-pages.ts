import type { PDFDocumentProxy } from 'pdfjs-dist';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js';
import type { Element, Nodes } from 'xast';
import { isAdded } from '../check/added-files.js';
import { readEpub } from '../check/read-epub.js';
import { elementsOf, navOf, textOf } from '../check/xast.js';

/** As many letters show whether two places are the same. */
const ENOUGH = 30;

/** Letters as they are read: those of a formula are drawn by signs of their own. */
const letters = (text: string) => text.normalize('NFKC').replace(/[\s\u00ad\u200b\u2010-]/g, '');

/** A sign that a list draws and nobody wrote. */
const LIST_SIGN = /^(\d+\.|[a-z]\.|[–•◦▪])$/;

/**
 * The pages of the page-list whose marker does not stand where the page with that folio begins, with why.
 *
 * @param heads - Running heads of an edition that has its folios elsewhere; beside a folio they are known.
 */
export async function misplaced(epub: Uint8Array, pdf: Uint8Array, heads?: RegExp): Promise<string[]> {
  const pages = await pagesOf(pdf);
  return labelledMarks(epub).flatMap(({ label, text, head, opensNote }) => {
    const items = pages.get(label);
    if (!items) return [`${label}: no page has this folio`];
    const begin = text.slice(0, ENOUGH);
    const at = itemAt(items, begin);
    if (!at) return [`${label}: “${begin}” begins nothing on the page “${lettersOf(items).slice(0, 80)}”`];
    const { x, y, size } = at;
    const before = items.filter(
      (item) => item !== at && (item.y > y + size * 0.8 || (Math.abs(item.y - y) < size * 0.3 && item.x < x)),
    );
    // The head of a table that goes on is printed again.
    const rest = before.filter((item) => !LIST_SIGN.test(item.text) && !heads?.test(item.text));
    const above = lettersOf(rest);
    const isLabelled = opensNote && NOTE_HEAD.test(above);
    return above === '' || above === head || isLabelled
      ? []
      : [`${label}: “${above.slice(0, 60)}” stands before “${begin}”`];
  });
}

/** Headings of a list of notes, and the label of the first. */
const NOTE_HEAD = /^.{0,80}[\d*†‡]$/;

/** The first item on a page from which on its text begins so. */
function itemAt(items: readonly Item[], begin: string): Item | undefined {
  const text = lettersOf(items);
  let offset = 0;
  for (const item of items) {
    if (text.startsWith(begin, offset)) return item;
    offset += item.text.length;
  }
  return undefined;
}

/** A piece of text on a page: its letters, where its line begins, the size of its type. */
interface Item {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

function lettersOf(items: readonly Item[]): string {
  return items.map(({ text }) => text).join('');
}

export interface Mark {
  readonly label: string;
  readonly text: string;
  /** Whether a note begins with it: print has its label there, and the heading of the list. */
  readonly opensNote: boolean;
  /** Letters of the head of the table that the marker stands in. */
  readonly head: string;
}

/**
 * The text after each marker to the end of its file, in the order of the page-list. In a text that the EPUB adds only
 * the words of the heading or the entry: print has the same there, and sets the rest its own way.
 */
export function labelledMarks(bytes: Uint8Array): Mark[] {
  const { trees } = readEpub(bytes);
  const found = new Map<string, Mark>();
  for (const [file, tree] of trees) {
    if (!file.endsWith('.xhtml')) continue;
    const open = new Map<string, { head: string; text: string[]; opensNote: boolean }>();
    const note = { isEmpty: false };
    const walk = (node: Nodes, head: string) => {
      if (node.type === 'text' && node.value.trim() !== '') {
        note.isEmpty = false;
        for (const { text } of open.values()) text.push(node.value);
      }
      if (node.type === 'element' && node.attributes.role === 'doc-footnote') note.isEmpty = true;
      if (node.type === 'element' && node.attributes.role === 'doc-pagebreak')
        open.set(node.attributes['aria-label']!, { head, text: [], opensNote: note.isEmpty });
      const own = node.type === 'element' && node.name === 'table' ? headOf(node) : head;
      if ('children' in node) for (const child of node.children) walk(child, own);
    };
    walk(tree, '');
    const generated = elementsOf(tree, ({ attributes }) => /\bgenerated\b/.test(attributes.class ?? ''));
    const added = isAdded(file) || generated.length > 0;
    for (const [label, { head, text, opensNote }] of open)
      found.set(label, { label, head, opensNote, text: letters(added ? (text[0] ?? '') : text.join('')) });
  }
  return navOf(trees.get('OEBPS/toc.xhtml')!, 'page-list')
    .flatMap((nav) => elementsOf(nav, ({ name }) => name === 'a').map(textOf))
    .map((label) => found.get(label) ?? { label, opensNote: false, text: '', head: '' });
}

function headOf(table: Element): string {
  return letters(
    elementsOf(table, ({ name }) => name === 'thead')
      .map(textOf)
      .join(''),
  );
}

/** What is written on each page of a PDF, in the order of the file, without head and folio, by its label. */
async function pagesOf(bytes: Uint8Array): Promise<Map<string, Item[]>> {
  const document: PDFDocumentProxy = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const labels = await document.getPageLabels();
  const pages = new Map<string, Item[]>();
  for (let n = 1; n <= document.numPages; n++) {
    const { items } = await (await document.getPage(n)).getTextContent();
    const written = (items as TextItem[])
      .map(({ str, height, transform: [, , , , x, y] }) => ({
        text: letters(str),
        x: Number(x),
        y: Number(y),
        size: height,
      }))
      .filter(({ text }) => text !== '');
    const label = labels?.[n - 1] ?? String(n);
    // The running head comes first, then the folio.
    const folio = written.slice(0, 12).findIndex(({ text }) => text === label);
    pages.set(label, written.slice(folio + 1));
  }
  return pages;
}
