import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { classes } from './convert.js';
import type { TextFile } from './text-file.js';
import { eachElement } from './text-files.js';

/** Figures or tables with captions, for a list behind the contents. */
export interface CaptionList {
  /** `loi` for figures, `lot` for tables. */
  readonly type: 'loi' | 'lot';
  readonly title: string;
  readonly entries: readonly { readonly href: string; readonly title: string }[];
}

/** The lists that a book has something for; a figure that has no anchor gets one. */
export function captionLists(
  files: readonly TextFile[],
  titles: { readonly figures: string; readonly tables: string },
): CaptionList[] {
  const figures: { href: string; title: string }[] = [];
  const tables: { href: string; title: string }[] = [];
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
      const list = classes(node).includes('table') ? tables : figures;
      list.push({ href: `${name}#${node.properties.id}`, title });
    });
  }
  const lists: CaptionList[] = [
    { type: 'loi', title: titles.figures, entries: figures },
    { type: 'lot', title: titles.tables, entries: tables },
  ];
  return lists.filter(({ entries }) => entries.length > 0);
}

function isCaption(node: Element['children'][number]): node is Element {
  return node.type === 'element' && node.tagName === 'figcaption';
}
