import type { Element } from 'xast';
import { isAdded } from './added-files.js';
import type { Fault } from './fault.js';
import { type Heading, lettersOfTitle } from './headings.js';
import type { PackageFacts } from './package-of.js';
import { NAV } from './paths.js';
import type { OpenedEpub } from './read-epub.js';
import type { Survey } from './survey.js';
import { elementsOf, navOf, textOf } from './xast.js';

interface Entry {
  readonly link: Element;
  readonly href: string;
  readonly depth: number;
}

/** Contents are the tree of headings: every heading in the order of reading, once, under its words, at its depth. */
export function checkContents(
  { trees }: OpenedEpub,
  { reading }: PackageFacts,
  surveys: readonly Survey[],
): Fault[] {
  const nav = trees.get(NAV);
  const tocs = nav ? navOf(nav, 'toc') : [];
  const faults: Fault[] = [];
  const tell = (message: string, link?: Element) =>
    faults.push({ file: NAV, line: link?.position?.start.line, rule: 'contents', message });
  if (tocs.length !== 1) tell(`${tocs.length} tables of contents`);
  if (tocs.some(({ attributes }) => attributes.hidden !== undefined)) tell('The contents are hidden');
  for (const list of nav ? elementsOf(nav, ({ name }) => name === 'li') : [])
    if (!isEntry(list)) tell('An entry has one link, and below it one list at most', list);
  const entries = tocs.flatMap((toc) => entriesOf(toc, 0));
  if (entries.length === 0) tell('Contents without an entry');
  for (const { link } of entries) if (textOf(link).trim() === '') tell('Entry without words', link);

  const known = new Map(surveys.map((survey) => [survey.file, survey]));
  const texts = reading.flatMap((name) => {
    const found = known.get(`OEBPS/${name}`);
    return found && !isAdded(found.file) ? [{ name, ...found }] : [];
  });
  let next = 0;
  for (const { name, headings, section } of texts) {
    const own = headings.find(({ level }) => level === 1);
    if (own?.unlisted) continue;
    // What the depth of a heading is counted from, as far as this file tells it.
    const path: { level: number; depth: number }[] = [];
    for (const heading of own || headings.length > 0 ? headings.filter(isListed) : [labelled(section)]) {
      const entry = entries[next];
      if (!entry || !leadsTo(entry.href, name, heading)) {
        tell(
          `Expected an entry for “${heading.words}” in ${name}, found ${entry?.href ?? 'none'}`,
          entry?.link,
        );
        return faults;
      }
      next++;
      const words = textOf(entry.link);
      if (!heading.formula && lettersOfTitle(words) !== lettersOfTitle(heading.words))
        tell(`“${words}” leads to the heading “${heading.words}”`, entry.link);
      while (path.length > 0 && path.at(-1)!.level >= heading.level) path.pop();
      const above = path.at(-1);
      if (above && entry.depth !== above.depth + 1)
        tell(`“${words}” stands at depth ${entry.depth}, expected ${above.depth + 1}`, entry.link);
      path.push({ level: heading.level, depth: entry.depth });
    }
  }
  const left = entries[next];
  if (left) tell(`Entry that leads to no heading: ${left.href}`, left.link);
  return faults;
}

function isEntry({ children }: Element): boolean {
  const own = children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  return /^(a|span)( ol)?$/.test(own.map((child) => (child.type === 'element' ? child.name : '?')).join(' '));
}

function isListed({ unlisted, continued }: Heading): boolean {
  return !unlisted && !continued;
}

function leadsTo(href: string, name: string, { id, level }: Heading): boolean {
  return (level === 1 && href === name) || (id !== undefined && href === `${name}#${id}`);
}

/** A section without a heading stands in the contents under the label that it has. */
function labelled({ id, label }: Survey['section']): Heading {
  return {
    level: 1,
    id,
    words: label ?? '',
    formula: false,
    unlisted: false,
    continued: false,
  };
}

function entriesOf(node: Element, depth: number): Entry[] {
  return node.children.flatMap((child): Entry[] => {
    if (child.type !== 'element') return [];
    if (child.name !== 'a') return entriesOf(child, child.name === 'ol' ? depth + 1 : depth);
    return [{ link: child, href: decodeURI(child.attributes.href ?? ''), depth }];
  });
}
