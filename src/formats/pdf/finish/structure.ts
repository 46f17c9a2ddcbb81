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

/** The structure tree of a printed file, which can be mended in place. */
export class Structure {
  readonly elements = new Map<number, Element>();
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
    const text = this.file.text(number).replace(/\/S \/\w+/, `/S /${type}${entries}`);
    this.file.set(number, text);
    this.#update(number, { type });
  }

  /** Takes an element from where it stands and puts it behind another one. */
  moveBehind(number: number, other: number): void {
    const from = this.elements.get(number)!.parent;
    this.#kids(from, (kids) => kids.filter((kid) => kid !== `${number} 0 R`));
    const parent = this.elements.get(other)!.parent;
    this.#kids(parent, (kids) =>
      kids.flatMap((kid) => (kid === `${other} 0 R` ? [kid, `${number} 0 R`] : [kid])),
    );
    this.#setParent(number, parent);
  }

  /** Moves what an element holds to the end of another one; the element itself is left out of the tree. */
  merge(number: number, into: number): void {
    const { parent, kids } = this.elements.get(number)!;
    this.#kids(parent, (all) => all.filter((kid) => kid !== `${number} 0 R`));
    this.#kids(into, (all) => [...all, ...kids.map((kid) => `${kid} 0 R`)]);
    for (const kid of kids) this.#setParent(kid, into);
    this.file.remove(number);
    this.elements.delete(number);
  }

  /** Adds what is no element, such as the reference to an annotation, at the end of an element. */
  append(number: number, kid: string): void {
    this.#kids(number, (kids) => [...kids, kid]);
  }

  #setParent(number: number, parent: number): void {
    this.file.set(number, this.file.text(number).replace(/\/P \d+ 0 R/, `/P ${parent} 0 R`));
    this.#update(number, { parent });
  }

  #kids(number: number, change: (kids: string[]) => string[]): void {
    const text = this.file.text(number);
    const kids = change(kidsOf(text).match(KID) ?? []);
    this.file.set(number, withKids(text, kids));
    this.#update(number, { kids: kids.flatMap((kid) => (kid.startsWith('<<') ? [] : references(kid))) });
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
const OBJECT_REFERENCE = /<<[^>]*>>/g;
/** The value of `K`: a list, one reference, one reference to an object, or one marked content. */
const KIDS = /\/K ((?:\[[^\]]*\])|\d+ 0 R|<<[^>]*>>|\d+)/;
const KID = /\d+ 0 R|<<[^>]*>>|\d+/g;
