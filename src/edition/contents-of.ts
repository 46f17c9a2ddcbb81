import type { Element, Root } from 'hast';
import { INTERNAL } from '../hast/internal.js';
import { CLASS } from '../hast/vocabulary.js';
import type { ContentsEntry, Section, Title } from './edition.js';
import { titleOf } from './title-of.js';

interface Entry extends ContentsEntry {
  readonly children: Entry[];
}

/** Elements whose headings belong to the outline of the section that holds them. */
const TRANSPARENT = new Set(['div', 'section']);
/** What has headings of its own: a song, a letter, a box; also as raw HTML from elsewhere calls them. */
const CLOSED = new Set<unknown>([
  CLASS.verse,
  CLASS.epigraph,
  CLASS.letter,
  CLASS.sidebar,
  CLASS.marginNote,
  ...'poem poetry stanza song quote blockquote box note tip warning admonition'.split(' '),
]);

/** The tree of headings: parts hold chapters, chapters their headings. Headings inside quotations, verse, letters and boxes are left out. */
export function contentsOf(
  sections: readonly Pick<Section, 'id' | 'kind' | 'part' | 'title' | 'content'>[],
): ContentsEntry[] {
  const roots: Entry[] = [];
  const parts = new Map<string, Entry>();
  for (const section of sections) {
    const part = section.part === undefined ? undefined : parts.get(section.part);
    const headings = headingsOf(section.content);
    const own = headings.find(({ tagName }) => tagName === 'h1');
    if (own?.properties[INTERNAL.contents] === 'no') continue;
    const siblings = part ? part.children : roots;
    const level = part ? 2 : 1;
    const entry = entryOf(own ? String(own.properties.id) : section.id, section.id, level, section.title);
    siblings.push(entry);
    if (section.kind === 'part') parts.set(section.id, entry);
    const path: { entry: Entry; depth: number }[] = [{ entry, depth: 1 }];
    for (const heading of headings) {
      // A second title inside raw HTML divides nothing.
      if (heading.tagName === 'h1' || heading.properties[INTERNAL.contents] === 'no') continue;
      const depth = Number(heading.tagName[1]);
      while (path.length > 1 && path.at(-1)!.depth >= depth) path.pop();
      const parent = path.at(-1)!.entry;
      const child = entryOf(String(heading.properties.id), section.id, parent.level + 1, titleOf(heading));
      parent.children.push(child);
      path.push({ entry: child, depth });
    }
  }
  return roots;
}

function entryOf(id: string, section: string, level: number, title: Title): Entry {
  return { id, section, level, title, children: [] };
}

/** The headings of a text's own outline. */
export function headingsOf(root: Root | Element): Element[] {
  return root.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    if (/^h[1-6]$/.test(child.tagName)) return [child];
    return isOpen(child) ? headingsOf(child) : [];
  });
}

function isOpen({ tagName, properties: { className } }: Element): boolean {
  return (
    TRANSPARENT.has(tagName) && !(Array.isArray(className) && className.some((name) => CLOSED.has(name)))
  );
}
