import { PdfFile } from '../file/pdf-file.js';
import { stableNodeNames } from './node-names.js';
import { pageObjects, references } from './pages.js';
import { kidsOf, withKids } from './structure.js';

/** A file made of portions, and how many pages each of them has. */
export interface Joined {
  readonly file: PdfFile;
  readonly portions: readonly number[];
}

/**
 * Makes one file of the printed portions of a book: one page tree, one structure tree, one outline.
 *
 * @throws {Error} when a portion is not a tagged PDF as Chromium prints it.
 */
export function joinPortions(printed: readonly Uint8Array[]): Joined {
  let names = 0;
  const [file, ...others] = printed.map((bytes) => {
    const stable = stableNodeNames(bytes, names);
    names = stable.last;
    return new PdfFile(stable.bytes);
  });
  if (!file) throw new Error('Nothing was printed');
  const catalogues = [catalogueOf(file)];
  let links = linksOf(file, catalogues[0]!);
  let pages = pageObjects(file).length;
  const portions = [pages];
  others.forEach((other, k) => {
    const count = pageObjects(other).length;
    const renumber = (key: number) => (key >= FIRST_LINK ? key + links : key + pages);
    const offset = file.adopt(other, (text) => tagSubset(renumberParents(text, renumber), k + 1));
    const own = catalogueOf(other);
    links += linksOf(other, own);
    pages += count;
    portions.push(count);
    catalogues.push(moved(own, offset));
    for (const number of [offset + other.trailer('Root'), offset + other.trailer('Info')])
      file.remove(number);
  });
  if (catalogues.length > 1) {
    joinPages(file, catalogues, pages);
    joinStructure(file, catalogues);
    joinOutlines(file, catalogues);
  }
  return { file, portions };
}

/** Object numbers that a catalogue names. */
interface Catalogue {
  readonly Pages: number;
  readonly StructTreeRoot: number;
  readonly Outlines?: number;
}

function catalogueOf(file: PdfFile): Catalogue {
  const text = file.text(file.trailer('Root'));
  const outlines = referred(text, 'Outlines');
  return {
    Pages: needed(text, 'Pages'),
    StructTreeRoot: needed(text, 'StructTreeRoot'),
    ...(outlines ? { Outlines: outlines } : {}),
  };
}

function moved({ Pages, StructTreeRoot, Outlines }: Catalogue, by: number): Catalogue {
  return {
    Pages: Pages + by,
    StructTreeRoot: StructTreeRoot + by,
    ...(Outlines ? { Outlines: Outlines + by } : {}),
  };
}

/** Chromium counts the pages of a print from 0 in its structure tree, and the links on them from here. */
const FIRST_LINK = 100_000;

function linksOf(file: PdfFile, { StructTreeRoot }: Catalogue): number {
  return parentKeys(file, StructTreeRoot).filter(([key]) => key >= FIRST_LINK).length;
}

/** The entries of a structure tree's parent tree: key, and the number of the object it leads to. */
function parentKeys(file: PdfFile, structure: number): [number, number][] {
  const numbers = file.text(needed(file.text(structure), 'ParentTree'));
  return Array.from(numbers.matchAll(/(\d+) (\d+) 0 R/g), (match) => [Number(match[1]), Number(match[2])]);
}

const PARENTS = /\/(StructParents?) (\d+)/;
const NUMBERS = /(\d+)( \d+ 0 R)/g;

/** Gives pages and links their keys in the parent tree of the whole book. */
function renumberParents(text: string, renumber: (key: number) => number): string {
  if (text.startsWith('<</Type /ParentTree'))
    return text.replace(NUMBERS, (_, key: string, rest: string) => `${renumber(Number(key))}${rest}`);
  if (!text.startsWith('<</Type /Page') && !text.startsWith('<</Type /Annot')) return text;
  return text.replace(PARENTS, (_, name: string, key: string) => `/${name} ${renumber(Number(key))}`);
}

/** Chromium calls the first subset of fonts AAAAAA in each print, but no two subsets of a file share a tag. */
function tagSubset(text: string, portion: number): string {
  if (!text.startsWith('<</Type /Font')) return text;
  const letter = String.fromCharCode('A'.charCodeAt(0) + portion);
  return text.replace(
    /(\/(?:BaseFont|FontName) \/[A-Z]{5})[A-Z]\+/g,
    (_, start: string) => `${start}${letter}+`,
  );
}

function joinPages(file: PdfFile, catalogues: readonly Catalogue[], count: number): void {
  const kids = catalogues.map(({ Pages }) => `${Pages} 0 R`).join(' ');
  const root = file.add(`<</Type /Pages\n/Count ${count}\n/Kids [${kids}]>>`);
  for (const { Pages } of catalogues) refer(file, Pages, 'Parent', root);
  refer(file, file.trailer('Root'), 'Pages', root);
}

/** All that the portions tag becomes the content of the first one's document. */
function joinStructure(file: PdfFile, catalogues: readonly Catalogue[]): void {
  const roots = catalogues.map(({ StructTreeRoot }) => StructTreeRoot);
  const documents = roots.map((root) => needed(file.text(root), 'K'));
  const names = roots.flatMap((root) => referred(file.text(root), 'IDTree') ?? []);
  const keys = roots.flatMap((root) => parentKeys(file, root)).sort(([a], [b]) => a - b);
  const kids = documents.flatMap((number) => references(kidsOf(file.text(number))));
  const [first, ...others] = roots as [number, ...number[]];
  const [document, ...emptied] = documents as [number, ...number[]];
  for (const number of emptied)
    for (const kid of references(kidsOf(file.text(number)))) refer(file, kid, 'P', document);
  for (const number of [...others, ...emptied]) file.remove(number);
  file.set(
    document,
    withKids(
      file.text(document),
      kids.map((kid) => `${kid} 0 R`),
    ),
  );
  file.set(
    needed(file.text(first), 'ParentTree'),
    `<</Type /ParentTree\n/Nums [${keys.map(([key, number]) => `${key} ${number} 0 R`).join(' ')}]>>`,
  );
  if (names.length > 0) {
    const leaves = names.flatMap((tree) => references(file.text(tree)));
    refer(file, first, 'IDTree', file.add(`<</Kids [${leaves.map((leaf) => `${leaf} 0 R`).join(' ')}]>>`));
    for (const tree of names) file.remove(tree);
  }
}

/** One list of bookmarks: those of each portion follow those of the portion before it. */
function joinOutlines(file: PdfFile, catalogues: readonly Catalogue[]): void {
  const [first, ...others] = catalogues.flatMap(({ Outlines }) => Outlines ?? []);
  if (!first) return;
  refer(file, file.trailer('Root'), 'Outlines', first);
  let last = needed(file.text(first), 'Last');
  for (const outline of others) {
    const text = file.text(outline);
    refer(file, last, 'Next', needed(text, 'First'));
    last = needed(text, 'Last');
    file.remove(outline);
  }
}

/** The object that a dictionary names by this key. */
function referred(text: string, key: string): number | undefined {
  return references(new RegExp(`/${key} \\d+ 0 R`).exec(text)?.[0] ?? '')[0];
}

function needed(text: string, key: string): number {
  const number = referred(text, key);
  if (number === undefined) throw new Error(`A printed portion has no ${key}`);
  return number;
}

/** Lets an object name another one by a key. */
function refer(file: PdfFile, number: number, key: string, other: number): void {
  const text = file.text(number);
  const entry = `/${key} ${other} 0 R`;
  const old = new RegExp(`/${key} \\d+ 0 R`);
  file.set(number, old.test(text) ? text.replace(old, entry) : text.replace(/>>\s*$/, `\n${entry}>>`));
}
