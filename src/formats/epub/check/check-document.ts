import type { Element, Nodes, Root } from 'xast';
import type { Fault } from './fault.js';
import { headingsOf, lettersOfTitle } from './headings.js';
import type { PackageFacts } from './package-of.js';
import type { OpenedEpub } from './read-epub.js';
import { eachElement, elementsOf, textOf } from './xast.js';

const MATTERS = ['frontmatter', 'bodymatter', 'backmatter'];

/** Judges what every text file is framed by: language, direction, title, style sheet, its part of the book, its section. */
export function checkDocuments({ trees }: OpenedEpub, facts: PackageFacts): Fault[] {
  const faults: Fault[] = [];
  const languages = new Set<string>();
  let matter = 0;
  for (const name of facts.reading) {
    const file = `OEBPS/${name}`;
    const tree = trees.get(file);
    if (!tree) continue;
    const tell = (rule: string, message: string, element?: Element) =>
      faults.push({ file, line: element?.position?.start.line, rule, message });
    const first = (wanted: string) => elementsOf(tree, (element) => element.name === wanted)[0];
    const [html, title, body] = ['html', 'title', 'body'].map(first);
    if (!html || !title || !body) {
      tell('root', 'Expected html with a title and a body');
      continue;
    }
    const { lang, dir } = html.attributes;
    if (!lang) tell('language', 'A file without a language', html);
    else languages.add(lang);
    if (!dir) tell('direction', 'A file without a direction of writing', html);
    if (!elementsOf(tree, (link) => link.name === 'link' && link.attributes.rel === 'stylesheet').length)
      tell('style', 'A file without the style sheet', html);
    const own = MATTERS.indexOf(body.attributes['epub:type'] ?? '');
    if (own < matter) tell('matter', `Unexpected ${body.attributes['epub:type'] ?? 'body'} here`, body);
    matter = Math.max(matter, own);
    checkTitle(tree, title, tell);
    const [section] = body.children.filter(
      (child): child is Element => child.type === 'element' && child.attributes.role !== 'doc-pagebreak',
    );
    if (!/^(section|nav)$/.test(section?.name ?? '') || !section!.attributes['epub:type'])
      tell('section', 'Expected a section that says what it is', section ?? body);
    if (hasComment(tree)) tell('comment', 'A comment, of which some readers make words');
    checkLabels(tree, tell);
  }
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
