import type { Element } from 'xast';
import type { Fault } from './fault.js';
import type { PackageFacts } from './package-of.js';
import type { OpenedEpub } from './read-epub.js';
import { inReading, type Survey } from './survey.js';
import { elementsOf, textOf } from './xast.js';

/**
 * The index as EPUB Indexes 1.0 has it: one list of entries, or groups with one list each; an entry has one term and
 * leads somewhere; every link of an entry leads to a mark in the text, or to another entry.
 */
export function checkIndex(
  { trees }: OpenedEpub,
  { reading }: PackageFacts,
  surveys: readonly Survey[],
): Fault[] {
  const read = inReading(surveys, reading).map((found) => ({
    ...found,
    name: found.file.slice('OEBPS/'.length),
  }));
  const parts = read
    .filter(({ types }) => types.has('index'))
    .flatMap(({ file, name }) => ofType(trees.get(file)!, 'index').map((index) => ({ index, name })));
  const entries = new Set(
    parts.flatMap(({ index, name }) =>
      elementsOf(index, isEntry).map(({ attributes: { id } }) => `${name}#${id}`),
    ),
  );
  const marks = new Set(read.flatMap(({ name, indexMarks }) => indexMarks.map((id) => `${name}#${id}`)));
  return parts.flatMap(({ index, name }) => judge(index, name, entries, marks));
}

function judge(
  index: Element,
  name: string,
  known: ReadonlySet<string>,
  marks: ReadonlySet<string>,
): Fault[] {
  const faults: Fault[] = [];
  const tell = (message: string, element: Element = index) =>
    faults.push({
      file: `OEBPS/${name}`,
      line: element.position?.start.line,
      rule: 'index',
      message,
    });
  const groups = childrenOf(index).filter((child) => typeOf(child) === 'index-group');
  for (const holder of groups.length > 0 ? groups : [index]) {
    const lists = childrenOf(holder).filter(isList);
    if (lists.length !== 1 || typeOf(lists[0]!) !== 'index-entry-list')
      tell('Expected one list of entries', holder);
  }
  if (groups.length > 0 && childrenOf(index).some(isList)) tell('A list beside the groups');
  for (const entry of elementsOf(index, isEntry)) {
    const own = childrenOf(entry);
    const terms = own.filter((child) => typeOf(child) === 'index-term');
    if (typeOf(entry) !== 'index-entry' || terms.length !== 1 || !textOf(terms[0]!).trim())
      tell('Expected an entry with one term', entry);
    if (!own.some((child) => isList(child) || LEADS.test(typeOf(child))))
      tell(`The entry “${textOf(entry)}” leads nowhere`, entry);
  }
  for (const link of elementsOf(index, ({ name: own }) => own === 'a')) {
    const [file, fragment] = (link.attributes.href ?? '').split('#');
    if (typeOf(link) === 'index-locator') {
      if (!marks.has(`${file}#${fragment}`)) tell(`“${textOf(link)}” leads to no mark of the index`, link);
    } else if (!known.has(`${file || name}#${fragment}`)) tell(`“${textOf(link)}” leads to no entry`, link);
  }
  for (const range of ofType(index, 'index-locator-range'))
    if (childrenOf(range).filter((child) => typeOf(child) === 'index-locator').length !== 2)
      tell('A passage has two ends', range);
  return faults;
}

const LEADS = /^index-(locator|locator-range|xref-preferred|xref-related)$/;

function isEntry({ name }: Element): boolean {
  return name === 'li';
}

function isList({ name }: Element): boolean {
  return name === 'ul';
}

function typeOf({ attributes }: Element): string {
  return attributes['epub:type'] ?? '';
}

function ofType(node: Parameters<typeof elementsOf>[0], type: string): Element[] {
  return elementsOf(node, (element) => element.name !== 'a' && typeOf(element) === type);
}

function childrenOf(node: Element): Element[] {
  return node.children.filter((child): child is Element => child.type === 'element');
}
