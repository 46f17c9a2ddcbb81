import type { PageStart } from '../../edition/page-start.js';
import { INDEX } from './index-page.js';
import { asciiName } from './names.js';
import type { PageMark } from './page-marks.js';
import type { BookTexts } from './text-files.js';

/** A page of the print edition that has its like among the pages which the EPUB adds to the text. */
export interface AddedPage extends PageMark {
  readonly file: string;
}

/** Where what the print edition adds to the text stands in the EPUB, by the anchors of print. */
const FILES: Readonly<Record<string, string>> = {
  'octavo-half-title': 'titlepage.xhtml',
  'octavo-title-page': 'titlepage.xhtml',
  'octavo-contents': 'toc.xhtml',
  'octavo-index': INDEX,
};

/** The first page of each; what follows it in print breaks at other words than here. */
export function addedPages(pages: readonly PageStart[] | 'source'): AddedPage[] {
  if (pages === 'source') return [];
  return pages.flatMap(({ section, note, label, offset }) => {
    const file = FILES[section];
    if (file === undefined || note !== undefined || offset > 0) return [];
    return [{ id: `page-${asciiName(label, 'x')}`, label, file }];
  });
}

/** Entries of the page-list in the order of the pages. */
export function pageLinks(
  pages: readonly PageStart[] | 'source',
  added: readonly AddedPage[],
  texts: BookTexts,
): (PageMark & { readonly href: string })[] {
  const links = texts.pages.map((page) => ({
    ...page,
    href: `${texts.fileOfAnchor.get(page.id)}#${page.id}`,
  }));
  if (pages === 'source') return links;
  const byLabel = new Map<string, PageMark & { readonly href: string }>();
  for (const { file, ...page } of added) byLabel.set(page.label, { ...page, href: `${file}#${page.id}` });
  for (const link of links) byLabel.set(link.label, link);
  return pages.flatMap(({ label }) => {
    const link = byLabel.get(label);
    byLabel.delete(label);
    return link ?? [];
  });
}
