import type { PageStart } from '../../edition/page-start.js';
import type { CaptionList } from './caption-lists.js';
import { asciiName } from './names.js';
import type { NavPoint } from './navigation.js';
import type { PageMark } from './page-marks.js';
import type { TextFile } from './text-file.js';
import { type BookTexts, eachElement } from './text-files.js';

/** A page of the print edition that begins in what both editions add to the text. */
export interface AddedPage extends PageMark {
  readonly part: AddedPart;
  /** Set where it begins with an entry of a list. */
  readonly entry?: string;
}

export type AddedPart = 'title' | 'contents' | 'loi' | 'lot' | 'index';

/**
 * What print adds and the EPUB has, too, by the anchors of print. Not the copyright page: the imprint of the EPUB has
 * other words, and stands at the end.
 */
const PARTS: Readonly<Record<string, AddedPart>> = {
  'octavo-half-title': 'title',
  'octavo-title-page': 'title',
  'octavo-contents': 'contents',
  'octavo-figures': 'loi',
  'octavo-tables': 'lot',
  'octavo-index': 'index',
};

/** The pages that begin in a part, its first one and those that begin with an entry. */
export function addedPages(pages: readonly PageStart[] | 'source'): AddedPage[] {
  if (pages === 'source') return [];
  return pages.flatMap(({ section, note, label, offset, entry }) => {
    const part = PARTS[section];
    if (part === undefined || note !== undefined || (offset > 0 && entry === undefined)) return [];
    return [
      {
        id: `page-${asciiName(label, 'x')}`,
        label,
        part,
        ...(offset > 0 && entry !== undefined && { entry }),
      },
    ];
  });
}

export interface PageLink extends PageMark {
  readonly href: string;
}

/** What page-break markers stand in, beside the texts of the edition. */
export interface AddedTexts {
  readonly files: readonly TextFile[];
  readonly nav: string;
  readonly contents: readonly NavPoint[];
  readonly lists: readonly CaptionList[];
  readonly contentsPages: readonly PageMark[];
  /** Names of all files, in the order of reading. */
  readonly reading: readonly string[];
}

/**
 * Entries of the page-list: every page that has its marker, in the order of the pages. Where the EPUB is read in
 * another order than print, such as front matter that print has before its contents, that order goes before.
 */
export function pageLinks(
  pages: readonly PageStart[] | 'source',
  texts: BookTexts,
  added: AddedTexts,
): PageLink[] {
  const links = texts.pages.map((page) => ({
    ...page,
    href: `${texts.fileOfAnchor.get(page.id)}#${page.id}`,
  }));
  if (pages === 'source') return links;
  const byLabel = new Map<string, PageLink>();
  for (const link of [...addedLinks(added), ...links]) byLabel.set(link.label, link);
  const listed = pages.flatMap(({ label }) => {
    const link = byLabel.get(label);
    byLabel.delete(label);
    return link ?? [];
  });
  const placeOf = new Map(added.reading.map((name, i) => [name, i]));
  const place = ({ href }: PageLink) => placeOf.get(href.split('#')[0]!) ?? 0;
  const order = new Map(links.map(({ href }, i) => [href, i]));
  const within = ({ href }: PageLink) => order.get(href) ?? 0;
  return listed.sort((a, b) => place(a) - place(b) || within(a) - within(b));
}

function addedLinks({ files, nav, contents, lists, contentsPages }: AddedTexts): PageLink[] {
  const links: PageLink[] = [];
  const add = (file: string) => (page: PageMark) =>
    links.push({ id: page.id, label: page.label, href: `${file}#${page.id}` });
  for (const { name, content } of files)
    eachElement(content, ({ properties: { id, role, ariaLabel } }) => {
      if (role === 'doc-pagebreak') add(name)({ id: String(id), label: String(ariaLabel) });
    });
  contentsPages.forEach(add(nav));
  const walk = (points: readonly NavPoint[]) => {
    for (const { pages, children } of points) {
      pages.forEach(add(nav));
      walk(children);
    }
  };
  walk(contents);
  for (const list of lists) {
    list.pages.forEach(add(nav));
    for (const { pages } of list.entries) pages.forEach(add(nav));
  }
  return links;
}
