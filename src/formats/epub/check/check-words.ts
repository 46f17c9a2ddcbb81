import type { Element as HastElement, Nodes as HastNodes } from 'hast';
import type { Element, Nodes, Root } from 'xast';
import type { Edition } from '../../../edition/edition.js';
import { DROPPED } from '../convert.js';
import { ADDED_FILES } from './added-files.js';
import type { Fault } from './fault.js';
import type { PackageFacts } from './package-of.js';
import type { OpenedEpub } from './read-epub.js';
import { elementsOf } from './xast.js';

/**
 * words: the letters of the EPUB, in the order of reading, are those of the edition; what the EPUB adds is marked
 * as such and counted on neither side.
 */
export function checkWords({ trees }: OpenedEpub, { reading }: PackageFacts, edition: Edition): Fault[] {
  const wanted = edition.sections
    .flatMap((section) => [section.content, ...section.notes.flatMap((note) => note.content)])
    .map(lettersOfHast)
    .join('');
  const files = reading.filter((name) => !ADDED_FILES.has(name) && !isGenerated(trees.get(`OEBPS/${name}`)));
  const found = files.map((name) => {
    const tree = trees.get(`OEBPS/${name}`);
    return { name, letters: tree ? lettersOf(tree) : '' };
  });
  if (found.map(({ letters }) => letters).join('') === wanted) return [];
  let at = 0;
  for (const { name, letters } of found) {
    for (let i = 0; i < letters.length; i++, at++)
      if (letters[i] !== wanted[at])
        return [differs(name, wanted.slice(at, at + 60), letters.slice(i, i + 60))];
  }
  return [differs(files.at(-1) ?? '', wanted.slice(at, at + 60), '')];
}

/** A text of ours among those of the book, such as the index. */
function isGenerated(tree: Root | undefined): boolean {
  const [section] = tree ? elementsOf(tree, ({ name }) => name === 'section') : [];
  return /(^| )generated( |$)/.test(section?.attributes.class ?? '');
}

function differs(name: string, wanted: string, found: string): Fault {
  return {
    file: `OEBPS/${name}`,
    rule: 'words',
    message: `Expected “${wanted}” of the edition, found “${found}”`,
  };
}

/** Classes of what we add, and of what stands for something else. */
const ADDITIONS =
  /(^| )(note-call|page-ref|backlink|note-label|continued-title|link-address|notes-title|checkbox|text-credit)( |$)/;

function lettersOf(node: Nodes): string {
  const out: string[] = [];
  collect(node, out);
  return letters(out.join(''));
}

function collect(node: Nodes, out: string[]): void {
  if (node.type === 'text' || node.type === 'cdata') out.push(node.value);
  if (node.type === 'element' && isAddition(node)) return;
  if ('children' in node) for (const child of node.children) collect(child, out);
}

function isAddition({ name, attributes }: Element): boolean {
  return name === 'head' || name === 'math' || ADDITIONS.test(attributes.class ?? '');
}

function lettersOfHast(node: HastNodes): string {
  const out: string[] = [];
  collectHast(node, out);
  return letters(out.join(''));
}

function collectHast(node: HastNodes, out: string[]): void {
  if (node.type === 'text') out.push(node.value);
  if (node.type === 'element' && isOwnElsewhere(node)) return;
  if ('children' in node) for (const child of node.children) collectHast(child, out);
}

function isOwnElsewhere({ tagName, properties }: HastElement): boolean {
  const { className } = properties;
  return (
    tagName === 'math' ||
    DROPPED.has(tagName) ||
    (Array.isArray(className) && ADDITIONS.test(className.join(' ')))
  );
}

/** Without white space, and without characters that XML cannot hold or that stand for such. */
function letters(text: string): string {
  return text.replace(/[\s\u0000-\u001f\ufffd\ufffe\uffff]|\p{Cs}/gu, '');
}
