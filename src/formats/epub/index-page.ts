import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { fill, type Terms } from '../../config/terms.js';
import type { Edition } from '../../edition/edition.js';
import {
  entryName,
  type IndexEntry,
  type IndexMark,
  type IndexPlace,
  indexEntries,
  indexMarkOf,
  referredEntry,
} from '../../edition/index-entries.js';
import { indexGroups } from '../../edition/index-groups.js';
import { CLASS } from '../../hast/vocabulary.js';
import { listTitles } from '../pdf/prepare/list-titles.js';
import { classes } from './convert.js';
import { indexLocators, type Locator } from './index-locators.js';
import { progressionOf } from './metadata.js';
import { asciiName, Names } from './names.js';
import { type PageMark, pageBreak } from './page-marks.js';
import type { TextFile } from './text-file.js';
import { type BookTexts, eachElement } from './text-files.js';
import { wellFormed } from './well-formed.js';
import { toXhtml } from './xhtml.js';

/** Name of the file; set aside where a book has an index. */
export const INDEX = 'index.xhtml';

/** From so many entries on each letter has a heading, to be gone to; below that a gap is enough. */
const ENTRIES_FOR_LETTERS = 30;

/** Bytes of entries in a file; readers on small devices stumble over files of more than 250 KB. */
const FILE_LIMIT = 200_000;

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
 * The index as the last text of the book: terms in the order of the language, by letters, each with links to its
 * places, passages from end to end, and links to the entries that are to be seen (EPUB Indexes 1.0). Places are called
 * by the page that they stand on where the book has a page-list, else by the heading above them. A long one goes on in
 * further files.
 */
export function indexPages(
  { book }: Edition,
  marks: readonly IndexMark[],
  texts: BookTexts,
  terms: Terms,
  fileNames: Names,
  pagesAt: (entry?: string) => readonly PageMark[],
): TextFile[] {
  const entries = indexEntries(marks, book.language);
  if (entries.length === 0) return [];
  const names = new Names();
  // Two hyphens: no anchor of the text has them.
  const idOf = ({ term, sub }: IndexEntry) =>
    names.take(`entry--${asciiName([term, sub].filter(Boolean).join(' '), 'x')}`);
  const context: Context = {
    entries,
    ids: new Map(entries.map((entry) => [entry, idOf(entry)])),
    locators: indexLocators(texts),
    words: listTitles(book.language),
    pagesAt,
  };
  const groups = indexGroups(entries, book.language).map(({ letter, entries: own }) => ({
    letter,
    items: itemsOf(own, context),
  }));
  const files = divide(groups, FILE_LIMIT).map((own, i): TextFile => {
    const title = i === 0 ? terms.index : fill(terms.continued, terms.index);
    const heading = h('h1', { id: 'index-title', ...(i > 0 && { className: ['continued-title'] }) }, title);
    const lists = entries.length < ENTRIES_FOR_LETTERS ? [inOne(own)] : own.map(group);
    const properties = {
      'epub:type': 'index',
      role: 'doc-index',
      ariaLabelledBy: 'index-title',
      className: ['generated', 'index'],
    };
    return {
      name: i === 0 ? INDEX : fileNames.take(`index-${i + 1}.xhtml`),
      title,
      language: book.language,
      direction: progressionOf(book),
      matter: 'backmatter',
      content: [h('section', properties, [...(i === 0 ? breaks(pagesAt()) : []), heading, ...lists])],
    };
  });
  resolveLinks(files);
  return files;
}

interface Context {
  readonly entries: readonly IndexEntry[];
  readonly ids: ReadonlyMap<IndexEntry, string>;
  readonly locators: ReadonlyMap<string, Locator>;
  readonly words: { readonly see: string; readonly seeAlso: string };
  /** Pages of print that begin with an entry. */
  readonly pagesAt: (entry: string) => readonly PageMark[];
}

function breaks(pages: readonly PageMark[]): Element[] {
  return pages.map(({ id, label }) => pageBreak(id, label));
}

/** The entries of one letter, each with its subentries in it. */
interface Group {
  readonly letter: string | undefined;
  readonly items: readonly Element[];
}

function itemsOf(entries: readonly IndexEntry[], context: Context): Element[] {
  const items: Element[] = [];
  for (const entry of entries) {
    const parent = items.at(-1);
    if (entry.sub === undefined || !parent) {
      items.push(item(entry, context));
      continue;
    }
    let subs = parent.children.at(-1);
    if (subs?.type !== 'element' || subs.tagName !== 'ul') {
      subs = h('ul');
      parent.children.push(subs);
    }
    subs.children.push(item(entry, context));
  }
  return items;
}

/** Groups by the files that they stand in; a letter too long for one goes on in the next. */
function divide(groups: readonly Group[], limit: number): Group[][] {
  const files: { letter: string | undefined; items: Element[] }[][] = [[]];
  let size = 0;
  for (const { letter, items } of groups) {
    files.at(-1)!.push({ letter, items: [] });
    for (const one of items) {
      const bytes = Buffer.byteLength(toXhtml([one]));
      if (size > 0 && size + bytes > limit) {
        files.push([{ letter, items: [] }]);
        size = 0;
      }
      size += bytes;
      files.at(-1)!.at(-1)!.items.push(one);
    }
  }
  return files.map((file) => file.filter(({ items }) => items.length > 0));
}

function inOne(groups: readonly Group[]): Element {
  for (const { items } of groups.slice(1)) items[0]!.properties.className = ['opens'];
  return h(
    'ul',
    { 'epub:type': 'index-entry-list' },
    groups.flatMap(({ items }) => [...items]),
  );
}

function group({ letter, items }: Group): Element {
  const heading =
    letter === undefined ? [] : [h('h2', { className: ['index-letter', 'unlisted'] }, wellFormed(letter))];
  return h('section', { 'epub:type': 'index-group' }, [
    ...heading,
    h('ul', { 'epub:type': 'index-entry-list' }, [...items]),
  ]);
}

function resolveLinks(files: readonly TextFile[]): void {
  const fileOf = new Map<unknown, string>();
  for (const { name, content } of files)
    eachElement(content, ({ properties: { id } }) => id && fileOf.set(`#${id}`, name));
  for (const { name, content } of files)
    eachElement(content, ({ properties }) => {
      const file = fileOf.get(properties.href);
      if (file !== undefined && file !== name) properties.href = `${file}${properties.href}`;
    });
}

function item(entry: IndexEntry, context: Context): Element {
  const links = locatorList(entry.marks, context.locators);
  return h('li', { id: context.ids.get(entry), 'epub:type': 'index-entry' }, [
    ...breaks(context.pagesAt(entryName(entry))),
    h('span', { 'epub:type': 'index-term' }, wellFormed(entry.sub ?? entry.term)),
    ...links,
    ...references('preferred', context.words.see, entry.see, ', ', context),
    ...references('related', context.words.seeAlso, entry.also, links.length > 0 ? '; ' : ', ', context),
  ]);
}

/**
 * Links to the places of an entry. One folio is named once, as in print; under one heading, which may head many
 * screens, each further place has its number.
 */
function locatorList(
  places: readonly IndexPlace[],
  locators: ReadonlyMap<string, Locator>,
): (Element | string)[] {
  const links: Element[] = [];
  const times = new Map<string, number>();
  for (const { from, to } of places) {
    const [start, end] = [locators.get(from), locators.get(to)];
    if (!start) continue;
    const isPassage = end !== undefined && end.label !== start.label;
    const label = isPassage ? `${start.label}–${end.label}` : start.label;
    const count = (times.get(label) ?? 0) + 1;
    times.set(label, count);
    if (isPassage) {
      if (count === 1)
        links.push(
          h('span', { 'epub:type': 'index-locator-range' }, [
            locator(start, start.label),
            start.isFolio ? '–' : ' – ',
            locator(end, end.label),
          ]),
        );
    } else if (count === 1) links.push(locator(start, start.label));
    else if (!start.isFolio) links.push(locator(start, String(count), `${start.label}, ${count}`));
  }
  return links.flatMap((link, i) => [i === 0 ? ': ' : ', ', link]);
}

function locator({ href }: Locator, words: string, label?: string): Element {
  return h('a', { href, 'epub:type': 'index-locator', ariaLabel: label }, wellFormed(words));
}

/** “see Fish; Nets”, each with a link to its entry, if there is one. */
function references(
  kind: 'preferred' | 'related',
  word: string,
  names: readonly string[],
  before: string,
  { entries, ids }: Context,
): (Element | string)[] {
  if (names.length === 0) return [];
  const targets = names.flatMap((name, i) => {
    const entry = referredEntry(name, entries);
    const words = wellFormed(name);
    const target = entry ? h('a', { href: `#${ids.get(entry)}` }, words) : words;
    return i === 0 ? [' ', target] : ['; ', target];
  });
  return [before, h('span', { 'epub:type': `index-xref-${kind}` }, [h('em', word), ...targets])];
}
