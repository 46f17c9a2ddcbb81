import type { PdfFile } from '../file/pdf-file.js';
import { references } from './pages.js';

/** An element of the tagged PDF's structure tree (ISO 32000-1, 14.7), as Chromium writes it. */
export interface Element {
  readonly number: number;
  /** The structure type: `P`, `H1`, `Link`. */
  readonly type: string;
  readonly parent: number;
  /** Elements below this one, in reading order. */
  readonly kids: readonly number[];
}

/** What is to change among the kids of an element. */
interface Change {
  readonly gone: Set<string>;
  /** What comes behind a kid. */
  readonly behind: Map<string, string[]>;
  readonly last: string[];
}

/** The structure tree of a printed file, which can be mended in place. */
export class Structure {
  readonly elements = new Map<number, Element>();
  readonly #changes = new Map<number, Change>();
  readonly root: number;

  constructor(private readonly file: PdfFile) {
    const root = /\/StructTreeRoot (\d+) 0 R/.exec(file.text(file.trailer('Root')))?.[1];
    if (!root) throw new Error('The PDF is not tagged');
    this.root = Number(root);
    for (let number = 1; number < file.size; number++) {
      if (!file.begins(number, '<</Type /StructElem')) continue;
      const text = file.text(number);
      this.elements.set(number, {
        number,
        type: /\/S \/(\w+)/.exec(text)?.[1] ?? '',
        parent: Number(/\/P (\d+) 0 R/.exec(text)?.[1]),
        kids: references(kidsOf(text).replace(OBJECT_REFERENCE, '')),
      });
    }
  }

  /** Elements of a type, in reading order. */
  ofType(type: string): Element[] {
    const found: Element[] = [];
    const walk = (number: number) => {
      const element = this.elements.get(number);
      if (!element) return;
      if (element.type === type) found.push(element);
      for (const kid of element.kids) walk(kid);
    };
    for (const kid of references(kidsOf(this.file.text(this.root)))) walk(kid);
    return found;
  }

  /**
   * Object numbers of the pages that the element's content is marked on. Text in the first line of a page is
   * sometimes marked on the page before it too, where nothing of it is seen.
   */
  pagesOf({ number, kids }: Element): Set<number> {
    const own = Array.from(this.file.text(number).matchAll(PAGE), (match) => Number(match[1]));
    const below = kids.flatMap((kid) => {
      const element = this.elements.get(kid);
      return element ? [...this.pagesOf(element)] : [];
    });
    return new Set([...own, ...below]);
  }

  /** Gives an element another type, and further entries. */
  retype(number: number, type: string, entries = ''): void {
    const text = this.file
      .text(number)
      .replace(FIELD, '')
      .replace(/\/S \/\w+/, `/S /${type}${entries}`);
    this.file.set(number, text);
    this.#update(number, { type });
  }

  /** Takes an element from where it stands and puts it behind another one; `write` makes it so. */
  moveBehind(number: number, other: number): void {
    const kid = `${number} 0 R`;
    this.#change(this.elements.get(number)!.parent).gone.add(kid);
    const { parent } = this.elements.get(other)!;
    const { behind } = this.#change(parent);
    const neighbour = `${other} 0 R`;
    behind.set(neighbour, [kid, ...(behind.get(neighbour) ?? [])]);
    this.#setParent(number, parent);
  }

  /** Moves what an element holds to the end of another one; the element itself is left out of the tree. */
  merge(number: number, into: number): void {
    const { parent, kids } = this.elements.get(number)!;
    this.#change(parent).gone.add(`${number} 0 R`);
    this.#change(into).last.push(...kids.map((kid) => `${kid} 0 R`));
    for (const kid of kids) this.#setParent(kid, into);
    this.file.remove(number);
    this.elements.delete(number);
  }

  /** Adds what is no element, such as the reference to an annotation, at the end of an element. */
  append(number: number, kid: string): void {
    this.#change(number).last.push(kid);
  }

  /** Writes all moves at once: a book's document holds all of its paragraphs, too long a list to write for each. */
  write(): void {
    for (const number of [...this.#changes.keys()]) this.#leaveOutIfEmpty(number);
    for (const number of this.#changes.keys()) {
      if (!this.elements.has(number)) continue;
      const kids = this.#kidsToBe(number);
      this.file.set(number, withKids(this.file.text(number), kids));
      this.#update(number, { kids: kids.flatMap((kid) => (kid.startsWith('<<') ? [] : references(kid))) });
    }
    this.#changes.clear();
  }

  /** Leaves out what all was taken from, such as a row that stood for notes alone, and what is empty without it. */
  #leaveOutIfEmpty(number: number): void {
    const element = this.elements.get(number);
    if (!element || !this.elements.has(element.parent)) return;
    if (this.#changes.get(number)!.gone.size === 0 || this.#kidsToBe(number).length > 0) return;
    this.file.remove(number);
    this.elements.delete(number);
    this.#change(element.parent).gone.add(`${number} 0 R`);
    this.#leaveOutIfEmpty(element.parent);
  }

  /** An element's kids, with all changes made to them. */
  #kidsToBe(number: number): string[] {
    const { gone, behind, last } = this.#change(number);
    const kids: string[] = [];
    const add = (kid: string) => {
      kids.push(kid);
      for (const next of behind.get(kid) ?? []) add(next);
    };
    for (const kid of kidsOf(this.file.text(number)).match(KID) ?? []) if (!gone.has(kid)) add(kid);
    for (const kid of last) add(kid);
    return kids;
  }

  #change(number: number): Change {
    let change = this.#changes.get(number);
    if (!change) {
      change = { gone: new Set(), behind: new Map(), last: [] };
      this.#changes.set(number, change);
    }
    return change;
  }

  #setParent(number: number, parent: number): void {
    this.file.set(number, this.file.text(number).replace(/\/P \d+ 0 R/, `/P ${parent} 0 R`));
    this.#update(number, { parent });
  }

  #update(number: number, change: Partial<Element>): void {
    const element = this.elements.get(number);
    if (element) this.elements.set(number, { ...element, ...change });
  }
}

/** What an element's text says of the elements below it. */
export function kidsOf(text: string): string {
  return KIDS.exec(text)?.[1] ?? '';
}

/** The text of an element with other elements below it. */
export function withKids(text: string, kids: readonly string[]): string {
  const entry = `/K [${kids.join(' ')}]`;
  return KIDS.test(text) ? text.replace(KIDS, () => entry) : text.replace(/>>\s*$/, `\n${entry}>>`);
}

const PAGE = /\/Pg (\d+) 0 R/g;
/** Says that an element is the field of a form, as Chromium tags what has the role of a button. */
const FIELD = /\s*\/A \[\s*<<[^>]*\/O \/PrintField[^>]*>>\s*\]/;
const OBJECT_REFERENCE = /<<[^>]*>>/g;
/** The value of `K`: a list, one reference, one reference to an object, or one marked content. */
const KIDS = /\/K ((?:\[[^\]]*\])|\d+ 0 R|<<[^>]*>>|\d+)/;
const KID = /\d+ 0 R|<<[^>]*>>|\d+/g;
