import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { CLASS } from '../../hast/vocabulary.js';
import { classes } from './convert.js';
import type { BookTexts } from './text-files.js';

/** What a link of the index is called: the page that a place stands on, or the heading above it. */
export interface Locator {
  readonly href: string;
  readonly label: string;
  /** Whether the label is the folio of a page. */
  readonly isFolio: boolean;
}

/** Where each mark for the index stands, by its anchor: its file, and the page or the heading that it is under. */
export function indexLocators({ files, pages }: BookTexts): Map<string, Locator> {
  const found = new Map<string, Locator>();
  const text = { page: '' };
  let heading = '';
  for (const { name, title, content } of files) {
    // What goes on in a further file stands under the heading of the one before.
    if (!isContinued(content)) heading = title;
    const pageOfNote = new Map<string, string>();
    const walk = (node: ElementContent, here: { page: string }) => {
      if (node.type !== 'element') return;
      const { id, role, ariaLabel, href, 'epub:type': type } = node.properties;
      if (role === 'doc-pagebreak') here.page = String(ariaLabel);
      // A note stands on the page of its call, until a page begins in the note itself.
      if (role === 'doc-noteref') pageOfNote.set(String(href).split('#')[1]!, here.page);
      const inside = type === 'footnote' ? { page: pageOfNote.get(String(id)) ?? here.page } : here;
      if (/^h[1-6]$/.test(node.tagName) && !classes(node).some((own) => OURS.has(own)))
        heading = titleWords(node) || heading;
      if (classes(node).includes(CLASS.indexMark) && id) {
        const folio = pages.length > 0 ? here.page : '';
        found.set(String(id), {
          href: `${name}#${id}`,
          label: folio || heading,
          isFolio: folio !== '',
        });
      }
      for (const child of node.children) walk(child, inside);
    };
    for (const node of content) walk(node, text);
  }
  return found;
}

/** Headings that we add and that head no text. */
const OURS = new Set(['notes-title', 'continued-title']);

function isContinued(nodes: readonly ElementContent[]): boolean {
  return nodes.some(
    (node) =>
      node.type === 'element' &&
      (classes(node).includes('continued-title') ||
        (node.tagName === 'section' && isContinued(node.children))),
  );
}

function titleWords(heading: Element): string {
  const bare = heading.children.filter(
    (child) => child.type !== 'element' || !classes(child).includes(CLASS.noteCall),
  );
  return textOf({ ...heading, children: bare })
    .replace(/\s+/g, ' ')
    .trim();
}
