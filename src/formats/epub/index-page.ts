import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import type { Terms } from '../../config/terms.js';
import type { Edition } from '../../edition/edition.js';
import { type IndexEntry, type IndexMark, indexEntries, indexMarkOf } from '../../edition/index-entries.js';
import { CLASS } from '../../hast/vocabulary.js';
import { type ListTitles, listTitles } from '../pdf/prepare/list-titles.js';
import { classes } from './convert.js';
import { progressionOf } from './metadata.js';
import { type PageMark, pageBreak } from './page-marks.js';
import type { TextFile } from './text-file.js';
import { type BookTexts, eachElement } from './text-files.js';

/** Name of the file; set aside where a book has an index. */
export const INDEX = 'index.xhtml';

/** What a link of the index is called: the page that a place stands on, or the heading above it. */
interface Locator {
  readonly href: string;
  readonly label: string;
}

/** The marks for the index in the text and the notes of an edition. */
export function indexMarks({ sections }: Edition): IndexMark[] {
  const marks: IndexMark[] = [];
  const collect = (nodes: readonly ElementContent[]) =>
    eachElement(nodes, (node) => {
      if (classes(node).includes(CLASS.indexMark) && node.properties.id) marks.push(indexMarkOf(node));
    });
  for (const { content, notes } of sections) {
    collect(content.children as ElementContent[]);
    for (const note of notes) collect(note.content);
  }
  return marks;
}

/**
 * The index as the last text of the book: terms in the order of the language, each with links to its places. They
 * are called by the page that they stand on where the book has a page-list, else by the heading above them.
 */
export function indexPage(
  { book }: Edition,
  marks: readonly IndexMark[],
  texts: BookTexts,
  terms: Terms,
  breaks: readonly PageMark[],
): TextFile | undefined {
  const locators = locatorsOf(texts);
  const entries = indexEntries(marks, book.language);
  if (entries.length === 0) return undefined;
  const references = listTitles(book.language);
  const collator = new Intl.Collator(book.language, { sensitivity: 'base' });
  const items: Element[] = [];
  let before = '';
  for (const entry of entries) {
    if (entry.sub === undefined) {
      const initial = [...entry.term][0] ?? '';
      const opens = items.length > 0 && collator.compare(initial, before) !== 0;
      before = initial;
      items.push(item(entry, entry.term, locators, references, opens ? ['opens'] : []));
      continue;
    }
    const parent = items.at(-1)!;
    let subs = parent.children.at(-1);
    if (subs?.type !== 'element' || subs.tagName !== 'ul') {
      subs = h('ul');
      parent.children.push(subs);
    }
    subs.children.push(item(entry, entry.sub, locators, references, []));
  }
  const properties = {
    'epub:type': 'index',
    role: 'doc-index',
    ariaLabelledBy: 'index-title',
    className: ['generated', 'index'],
  };
  return {
    name: INDEX,
    title: terms.index,
    language: book.language,
    direction: progressionOf(book),
    matter: 'backmatter',
    content: [
      h('section', properties, [
        ...breaks.map(({ id, label }) => pageBreak(id, label)),
        h('h1', { id: 'index-title' }, terms.index),
        h('ul', { 'epub:type': 'index-entry-list' }, items),
      ]),
    ],
  };
}

function item(
  { marks, see, also }: IndexEntry,
  words: string,
  locators: ReadonlyMap<string, Locator>,
  references: Pick<ListTitles, 'see' | 'seeAlso'>,
  className: string[],
): Element {
  const links = new Map<string, string>();
  for (const { from, to } of marks) {
    const [locator, end] = [locators.get(from), locators.get(to)];
    // Of several places on one page, or under one heading, the first leads to all.
    if (!locator) continue;
    const label = end && end.label !== locator.label ? `${locator.label}–${end.label}` : locator.label;
    if (!links.has(label)) links.set(label, locator.href);
  }
  return h('li', { 'epub:type': 'index-entry', ...(className.length > 0 && { className }) }, [
    h('span', { 'epub:type': 'index-term' }, words),
    ...[...links].flatMap(([label, href], i) => [
      i === 0 ? ': ' : ', ',
      h('a', { href, 'epub:type': 'index-locator' }, label),
    ]),
    ...reference(references.see, see, ', '),
    ...reference(references.seeAlso, also, links.size > 0 ? '; ' : ', '),
  ]);
}

function reference(word: string, names: readonly string[], before: string): (Element | string)[] {
  return names.length > 0 ? [before, h('em', word), ` ${names.join('; ')}`] : [];
}

/** Where each mark stands: its file, and the page or the heading that it is under. */
function locatorsOf({ files, pages }: BookTexts): Map<string, Locator> {
  const found = new Map<string, Locator>();
  const text = { page: '' };
  for (const { name, title, content } of files) {
    let heading = title;
    const pageOfNote = new Map<string, string>();
    const walk = (node: ElementContent, here: { page: string }) => {
      if (node.type !== 'element') return;
      const { id, role, ariaLabel, href, 'epub:type': type } = node.properties;
      if (role === 'doc-pagebreak') here.page = String(ariaLabel);
      // A note stands on the page of its call, until a page begins in the note itself.
      if (role === 'doc-noteref') pageOfNote.set(String(href).split('#')[1]!, here.page);
      const inside = type === 'footnote' ? { page: pageOfNote.get(String(id)) ?? here.page } : here;
      if (/^h[1-6]$/.test(node.tagName) && !classes(node).includes('notes-title'))
        heading = titleWords(node) || heading;
      if (classes(node).includes(CLASS.indexMark) && id)
        found.set(String(id), { href: `${name}#${id}`, label: (pages.length > 0 && here.page) || heading });
      for (const child of node.children) walk(child, inside);
    };
    for (const node of content) walk(node, text);
  }
  return found;
}

function titleWords(heading: Element): string {
  const bare = heading.children.filter(
    (child) => child.type !== 'element' || !classes(child).includes(CLASS.noteCall),
  );
  return textOf({ ...heading, children: bare })
    .replace(/\s+/g, ' ')
    .trim();
}
