import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Terms } from '../../config/terms.js';
import type { ContentsEntry, Edition } from '../../edition/edition.js';
import { inlineTitle } from './inline-title.js';
import type { PageMark } from './page-marks.js';
import { SECTION_KINDS } from './section-kinds.js';
import type { BookTexts } from './text-files.js';
import { toXhtml } from './xhtml.js';

export interface NavPoint {
  readonly href: string;
  readonly title: string;
  /** The title with its emphasis, as XHTML. */
  readonly markup: string;
  /** Pages of print that begin with the entry in its contents. */
  readonly pages: readonly PageMark[];
  readonly children: readonly NavPoint[];
}

export interface Landmark {
  readonly type: string;
  readonly href: string;
  readonly title: string;
}

/** The heading tree as links. */
export function navPoints(
  entries: readonly ContentsEntry[],
  texts: BookTexts,
  pagesAt: (entry: string) => readonly PageMark[] = () => [],
): NavPoint[] {
  return entries.map((entry): NavPoint => {
    const file = texts.fileOfAnchor.get(entry.id) ?? texts.fileOfSection.get(entry.section)!;
    const opensFile = entry.level === 1 && texts.fileOfSection.get(entry.section) === file;
    const { text, label, content } = entry.title;
    const title = label ? `${label}. ${text}` : text;
    const markup = `${label ? toXhtml([{ type: 'text', value: `${label}. ` }]) : ''}${toXhtml(inlineTitle(content))}`;
    return {
      href: opensFile || !texts.fileOfAnchor.has(entry.id) ? file : `${file}#${entry.id}`,
      title,
      markup: markup || toXhtml([{ type: 'text', value: title }]),
      pages: pagesAt(entry.id),
      children: navPoints(entry.children, texts, pagesAt),
    };
  });
}

/** An entry for a text that the EPUB adds. */
export function plainPoint(href: string, title: string, pages: readonly PageMark[]): NavPoint {
  return { href, title, markup: toXhtml([{ type: 'text', value: title }]), pages, children: [] };
}

/** Every word that the navigation shows, in the faces that it is set in. */
export function navWords(
  edition: Edition,
  terms: Terms,
  lists: readonly { readonly title: string; readonly entries: readonly { readonly title: string }[] }[],
): ElementContent[] {
  const titles = (entries: readonly ContentsEntry[]): ElementContent[] =>
    entries.flatMap(({ title, children }) => [
      h('span', `${title.label ?? ''} ${title.text}.`),
      ...inlineTitle(title.content),
      ...titles(children),
    ]);
  const listed = lists.flatMap(({ title, entries }) => [title, ...entries.map((entry) => entry.title)]);
  return [h('span', [terms.contents, terms.index, ...listed].join(' ')), ...titles(edition.contents)];
}

/** Contents of the NCX: two levels, since old readers know no more; deeper headings are in the nav alone. */
export function ncxPoints(points: readonly NavPoint[], depth = 2): NavPoint[] {
  return points.map((point) => ({
    ...point,
    children: depth > 1 ? ncxPoints(point.children, depth - 1) : [],
  }));
}

/** The file after which the contents are read: as in print, the title page, or the dedication and epigraph after it. */
export function contentsAfter({ sections }: Edition, texts: BookTexts): string {
  const next = sections.findIndex(
    ({ matter, kind }) => matter !== 'front' || (kind !== 'dedication' && kind !== 'epigraph'),
  );
  const last = sections.at(next === -1 ? sections.length - 1 : next - 1);
  return next === 0 || !last ? 'titlepage.xhtml' : texts.fileOfSection.get(last.id)!;
}

/** Landmarks, one of a type: cover, title page, contents, start of the text, and what else the book has. */
export function landmarksOf(
  edition: Edition,
  texts: BookTexts,
  terms: Terms,
  index: string | undefined,
): Landmark[] {
  const landmarks: Landmark[] = [];
  const add = (type: string, href: string | undefined, title: string) => {
    if (href && !landmarks.some((landmark) => landmark.type === type)) landmarks.push({ type, href, title });
  };
  add('cover', 'cover.xhtml', terms.cover);
  add('titlepage', 'titlepage.xhtml', terms.titlePage);
  add('toc', 'toc.xhtml#toc', terms.contents);
  for (const section of edition.sections) {
    const href = texts.fileOfSection.get(section.id);
    if (section.matter === 'body') add('bodymatter', href, terms.startOfText);
    const { type, landmark } = SECTION_KINDS[section.kind];
    if (landmark) add(type, href, section.title.text || type);
  }
  add('index', index, terms.index);
  return landmarks;
}
