import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { classes } from './convert.js';
import type { PageMark } from './page-marks.js';
import type { TextFile } from './text-file.js';
import { eachElement } from './text-files.js';

/** Figures or tables with captions, for a list behind the contents. */
export interface CaptionList {
  /** `loi` for figures, `lot` for tables. */
  readonly type: 'loi' | 'lot';
  readonly title: string;
  /** Pages of print that begin with its heading. */
  readonly pages: readonly PageMark[];
  readonly entries: readonly CaptionEntry[];
}

export interface CaptionEntry {
  readonly href: string;
  readonly title: string;
  /** Pages of print that begin with the entry in its list. */
  readonly pages: readonly PageMark[];
}

/** The lists that a book has something for; a figure that has no anchor gets one. */
export function captionLists(
  files: readonly TextFile[],
  titles: { readonly figures: string; readonly tables: string },
  pagesAt: (list: CaptionList['type'], entry?: string) => readonly PageMark[],
): CaptionList[] {
  const figures: CaptionEntry[] = [];
  const tables: CaptionEntry[] = [];
  for (const { name, content } of files) {
    let count = 0;
    eachElement(content, (node) => {
      if (node.tagName !== 'figure') return;
      count++;
      const caption = node.children.find(isCaption);
      const title = caption ? textOf(caption).replace(/\s+/g, ' ').trim() : '';
      if (title === '') return;
      // Two hyphens: no anchor of the text has them.
      node.properties.id ??= `figure--${count}`;
      const id = String(node.properties.id);
      const href = `${name}#${id}`;
      if (classes(node).includes('table')) tables.push({ href, title, pages: pagesAt('lot', id) });
      else figures.push({ href, title, pages: pagesAt('loi', id) });
    });
  }
  const lists: CaptionList[] = [
    { type: 'loi', title: titles.figures, pages: pagesAt('loi'), entries: figures },
    { type: 'lot', title: titles.tables, pages: pagesAt('lot'), entries: tables },
  ];
  return lists.filter(({ entries }) => entries.length > 0);
}

function isCaption(node: Element['children'][number]): node is Element {
  return node.type === 'element' && node.tagName === 'figcaption';
}
