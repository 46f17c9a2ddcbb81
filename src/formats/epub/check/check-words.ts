import type { Element as HastElement, Nodes as HastNodes } from 'hast';
import type { Element, Nodes, Root } from 'xast';
import type { Edition } from '../../../edition/edition.js';
import { DROPPED } from '../convert.js';
import type { Fault } from './fault.js';

/**
 * words: the letters of the EPUB, in the order of reading, are those of the edition; what the EPUB adds is marked
 * as such and counted on neither side. Files are given one by one, so that no more than one is held beside the edition.
 */
export class WordCheck {
  private readonly wanted: Iterator<string>;
  /** What was wanted and has not been found yet. */
  private rest = '';
  private last = '';
  private fault: Fault | undefined;

  constructor(edition: Edition) {
    this.wanted = lettersOfEdition(edition);
  }

  /** The next file that is read. */
  read(file: string, tree: Root): void {
    if (this.fault) return;
    this.last = file;
    const found = lettersOf(tree);
    const wanted = this.take(found.length);
    if (found === wanted) return;
    let at = 0;
    while (found[at] === wanted[at]) at++;
    const more = wanted.slice(at, at + SHOWN) + this.take(SHOWN);
    this.fault = differs(file, more.slice(0, SHOWN), found.slice(at, at + SHOWN));
  }

  /** What is wrong, after the last file. */
  end(): Fault[] {
    if (this.fault) return [this.fault];
    const left = this.take(SHOWN);
    return left === '' ? [] : [differs(this.last, left, '')];
  }

  private take(count: number): string {
    while (this.rest.length < count) {
      const { value, done } = this.wanted.next();
      if (done) break;
      this.rest += value;
    }
    const taken = this.rest.slice(0, count);
    this.rest = this.rest.slice(count);
    return taken;
  }
}

/** Letters shown of each side where they differ. */
const SHOWN = 60;

function* lettersOfEdition({ sections }: Edition): Generator<string> {
  for (const { content, notes } of sections) {
    yield lettersOfHast(content);
    for (const note of notes) for (const block of note.content) yield lettersOfHast(block);
  }
}

function differs(file: string, wanted: string, found: string): Fault {
  return {
    file,
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
