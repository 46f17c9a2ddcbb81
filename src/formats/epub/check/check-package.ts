import type { Element } from 'xast';
import type { Fault } from './fault.js';
import type { ManifestItem, PackageFacts } from './package-of.js';
import { NAV, OPF } from './paths.js';
import type { OpenedEpub } from './read-epub.js';
import { elementsOf } from './xast.js';

type Tell = (rule: string, message: string, element?: Element) => void;

/** Judges manifest and spine: the cover, every text read in its turn, the way that pages turn. */
export function checkPackage(epub: OpenedEpub, facts: PackageFacts): Fault[] {
  const faults: Fault[] = [];
  const tell: Tell = (rule, message, element) =>
    faults.push({ file: OPF, line: element?.position?.start.line, rule, message });
  checkCover(epub, facts, tell);
  checkSpine(facts, tell);
  checkItems(epub, facts, tell);
  return faults;
}

function checkCover({ trees }: OpenedEpub, { items, metadata }: PackageFacts, tell: Tell): void {
  const covers = items.filter(({ properties }) => properties.split(' ').includes('cover-image'));
  if (covers.length !== 1) tell('cover', `${covers.length} cover pictures, expected one`);
  const [cover] = covers;
  if (!cover) return;
  if (!/^image\/(jpeg|png)$/.test(cover.mediaType))
    tell('cover', `A cover of ${cover.mediaType}, expected JPEG or PNG`);
  // Readers of EPUB 2, Kindle among them, find the cover by this.
  const named = metadata.find(({ attributes }) => attributes.name === 'cover')?.attributes.content;
  if (named !== cover.id) tell('cover', `The cover is named as ${named}, expected ${cover.id}`);
  const page = trees.get('OEBPS/cover.xhtml');
  const shown = page && elementsOf(page, ({ name }) => name === 'img')[0]?.attributes;
  if (shown?.src !== cover.href)
    tell('cover', `The page of the cover shows ${shown?.src}, expected ${cover.href}`);
  if (!shown?.alt?.trim() || shown.role !== 'doc-cover')
    tell('cover', 'A cover that does not say what it is');
}

function checkSpine({ root, spine, items, reading }: PackageFacts, tell: Tell): void {
  for (const reference of elementsOf(spine, ({ name }) => name === 'itemref'))
    if (Object.keys(reference.attributes).some((name) => name !== 'idref'))
      tell('spine', `${reference.attributes.idref} is not read in its turn`, reference);
  const ncx = items.find(({ mediaType }) => mediaType === 'application/x-dtbncx+xml');
  if (!ncx || spine.attributes.toc !== ncx.id) tell('spine', 'The spine names no NCX', spine);
  if (spine.attributes['page-progression-direction'] !== root.attributes.dir)
    tell('direction', 'Pages turn another way than the book is written', spine);
  if (!/^(ltr|rtl)$/.test(root.attributes.dir ?? '')) tell('direction', 'No direction of writing', root);
  for (const { href } of items.filter(isText))
    if (reading.filter((name) => name === href).length !== 1)
      tell('spine', `${href} stands ${reading.filter((name) => name === href).length} times in the spine`);
}

/** Types of media that an EPUB may hold, of those that we write, by the ends of names. */
const TYPES: Readonly<Record<string, string>> = {
  xhtml: 'application/xhtml+xml',
  ncx: 'application/x-dtbncx+xml',
  css: 'text/css',
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};
const PROPERTIES = new Set(['nav', 'cover-image', 'mathml', 'svg']);

function checkItems({ names }: OpenedEpub, { items }: PackageFacts, tell: Tell): void {
  for (const { href, mediaType, properties } of items) {
    if (TYPES[href.split('.').at(-1) ?? ''] !== mediaType)
      tell('manifest', `${href} is said to be ${mediaType}`);
    for (const property of properties.split(' ').filter(Boolean))
      if (!PROPERTIES.has(property)) tell('manifest', `Unexpected property ${property} of ${href}`);
    if (properties.split(' ').includes('nav') !== (`OEBPS/${href}` === NAV))
      tell('manifest', `${href} is no navigation, or not said to be`);
  }
  const listed = new Set(items.map(({ href }) => `OEBPS/${href}`));
  for (const name of names)
    if (name.startsWith('OEBPS/') && name !== OPF && !listed.has(name))
      tell('manifest', `${name} is not in the manifest`);
}

function isText({ mediaType }: ManifestItem): boolean {
  return mediaType === 'application/xhtml+xml';
}
