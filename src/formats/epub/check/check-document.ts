import type { Element, Nodes, Root } from 'xast';
import { directionOf } from '../../../edition/direction.js';
import type { Fault } from './fault.js';
import { headingsOf, lettersOfTitle } from './headings.js';
import type { PackageFacts } from './package-of.js';
import { inReading, type Survey } from './survey.js';
import { eachElement, elementsOf, textOf } from './xast.js';

const MATTERS = ['frontmatter', 'bodymatter', 'backmatter'];

/** Judges what a text file is framed by: language, direction, title, style sheet, its section. */
export function checkDocument(file: string, tree: Root): Fault[] {
  const faults: Fault[] = [];
  const tell = (rule: string, message: string, element?: Element) =>
    faults.push({ file, line: element?.position?.start.line, rule, message });
  const first = (wanted: string) => elementsOf(tree, (element) => element.name === wanted)[0];
  const [html, title, body] = ['html', 'title', 'body'].map(first);
  if (!html || !title || !body) {
    tell('root', 'Expected html with a title and a body');
    return faults;
  }
  if (!html.attributes.lang) tell('language', 'A file without a language', html);
  if (!html.attributes.dir) tell('direction', 'A file without a direction of writing', html);
  if (!elementsOf(tree, (link) => link.name === 'link' && link.attributes.rel === 'stylesheet').length)
    tell('style', 'A file without the style sheet', html);
  checkTitle(tree, title, tell);
  const [section] = body.children.filter(
    (child): child is Element => child.type === 'element' && child.attributes.role !== 'doc-pagebreak',
  );
  if (!/^(section|nav)$/.test(section?.name ?? '') || !section!.attributes['epub:type'])
    tell('section', 'Expected a section that says what it is', section ?? body);
  if (hasComment(tree)) tell('comment', 'A comment, of which some readers make words');
  checkLabels(tree, tell);
  return faults;
}

/** Judges the files together: front, body and back matter in their order, and no language but those that are named. */
export function checkMatters(surveys: readonly Survey[], facts: PackageFacts): Fault[] {
  const faults: Fault[] = [];
  const read = inReading(surveys, facts.reading);
  let last = 0;
  for (const { file, matter, language, direction } of read) {
    if (direction !== directionOf(language ?? '') && direction !== facts.root.attributes.dir)
      faults.push({ file, rule: 'direction', message: `${language} is not written ${direction}` });
    const own = MATTERS.indexOf(matter ?? '');
    if (own < last) faults.push({ file, rule: 'matter', message: `Unexpected ${matter ?? 'body'} here` });
    last = Math.max(last, own);
  }
  const languages = new Set(read.flatMap(({ language }) => language ?? []));
  return [...faults, ...checkLanguages(languages, facts)];
}

type Tell = (rule: string, message: string, element?: Element) => void;

/** The title of a file is its heading, or the label of its section. */
function checkTitle(tree: Root, title: Element, tell: Tell): void {
  const wanted = lettersOfTitle(textOf(title));
  const heading = headingsOf(tree).find(({ level }) => level === 1);
  if (heading?.formula) return;
  const labels = elementsOf(tree, ({ name }) => name === 'section').map(
    ({ attributes }) => attributes['aria-label'] ?? '',
  );
  if (![heading?.words ?? '', ...labels].some((words) => lettersOfTitle(words).includes(wanted)))
    tell('title', `The title “${textOf(title)}” is not that of the text`, title);
}

/** What is named by another element has one that is there and has words. */
function checkLabels(tree: Root, tell: Tell): void {
  const words = new Map<string, boolean>();
  const named: Element[] = [];
  eachElement(tree, (element) => {
    const { id, 'aria-labelledby': by } = element.attributes;
    if (id) words.set(id, /^h[1-6]$/.test(element.name));
    if (by) named.push(element);
  });
  for (const element of named)
    for (const id of element.attributes['aria-labelledby']!.split(' '))
      if (!words.get(id)) tell('label', `Named by ${id}, which is no heading`, element);
}

function hasComment(node: Nodes): boolean {
  return node.type === 'comment' || ('children' in node && node.children.some(hasComment));
}

/** The package names the languages of its files, the book’s own first, and no other. */
function checkLanguages(used: ReadonlySet<string>, { root, values }: PackageFacts): Fault[] {
  const named = values('dc:language');
  const tell = (message: string): Fault => ({ file: 'OEBPS/content.opf', rule: 'language', message });
  return [
    ...[...used]
      .filter((tag) => !named.includes(tag))
      .map((tag) => tell(`A file in ${tag}, which is not named`)),
    ...named.filter((tag) => !used.has(tag)).map((tag) => tell(`No file is in ${tag}`)),
    ...(root.attributes['xml:lang'] === named[0] ? [] : [tell('The package is in another language')]),
  ];
}
