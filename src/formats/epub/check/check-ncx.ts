import type { Element } from 'xast';
import type { Fault } from './fault.js';
import type { PackageFacts } from './package-of.js';
import { NAV, NCX } from './paths.js';
import type { OpenedEpub } from './read-epub.js';
import { elementsOf, navOf, textOf } from './xast.js';

/** The NCX, which old readers go by, says what the contents say, two levels deep, and has the same pages. */
export function checkNcx({ trees }: OpenedEpub, { values }: PackageFacts): Fault[] {
  const ncx = trees.get(NCX);
  const nav = trees.get(NAV);
  if (!ncx || !nav) return [{ file: NCX, rule: 'ncx', message: 'No NCX' }];
  const faults: Fault[] = [];
  const differ = (what: string, wanted: readonly string[], found: readonly string[]) => {
    const length = Math.max(wanted.length, found.length);
    const at = Array.from({ length }, (_, i) => wanted[i] !== found[i]).indexOf(true);
    if (at < 0) return;
    const show = (list: readonly string[]) => list[at]?.split('\n').join(' → ') ?? 'no more';
    faults.push({
      file: NCX,
      rule: 'ncx',
      message: `${what}: expected ${show(wanted)}, found ${show(found)}`,
    });
  };
  const map = elementsOf(ncx, ({ name }) => name === 'navMap')[0];
  differ(
    'Contents',
    navOf(nav, 'toc').flatMap((toc) => entriesOf(toc, 1)),
    map ? pointsOf(map, 1) : [],
  );
  const targets = elementsOf(ncx, ({ name }) => name === 'pageTarget');
  const links = navOf(nav, 'page-list').flatMap((list) => elementsOf(list, ({ name }) => name === 'a'));
  differ(
    'Pages',
    links.map((link) => `${textOf(link)}\n${link.attributes.href}`),
    targets.map((target) => `${labelOf(target)}\n${sourceOf(target)}`),
  );
  for (const target of targets) {
    const label = labelOf(target);
    const { type, value } = target.attributes;
    if (type !== pageType(label) || (type === 'normal') !== (value === label))
      faults.push({ file: NCX, rule: 'ncx', message: `Page ${label} is said to be ${type} ${value ?? ''}` });
  }
  const order = elementsOf(ncx, ({ attributes }) => attributes.playOrder !== undefined);
  differ(
    'Order',
    order.map((_, i) => String(i + 1)),
    order.map(({ attributes }) => attributes.playOrder ?? ''),
  );
  const ids = elementsOf(ncx, ({ attributes }) => attributes.id !== undefined).map(
    ({ attributes }) => attributes.id ?? '',
  );
  differ('Anchors', [...new Set(ids)], ids);
  differ(
    'Language',
    values('dc:language').slice(0, 1),
    elementsOf(ncx, ({ name }) => name === 'ncx').map(({ attributes }) => attributes['xml:lang'] ?? ''),
  );
  const meta = (name: string) =>
    elementsOf(ncx, ({ attributes }) => attributes.name === name)[0]?.attributes.content ?? '';
  const points = elementsOf(ncx, ({ name }) => name === 'navPoint');
  const depth = points.some((point) => children(point).some(({ name }) => name === 'navPoint')) ? 2 : 1;
  differ('Depth', [String(depth)], [meta('dtb:depth')]);
  differ('Number of pages', [String(targets.length)], [meta('dtb:totalPageCount')]);
  differ('Identifier', values('dc:identifier'), [meta('dtb:uid')]);
  differ(
    'Title',
    values('dc:title').slice(0, 1),
    elementsOf(ncx, ({ name }) => name === 'docTitle').map(textOf),
  );
  return faults;
}

/** Type of a page in the NCX, by its folio. */
function pageType(label: string): string {
  return /^\d+$/.test(label) ? 'normal' : /^[ivxlcdm]+$/i.test(label) ? 'front' : 'special';
}

/** Entries of the contents as `depth, words, address`. */
function entriesOf(node: Element, depth: number): string[] {
  if (node.name === 'a') return [entry(depth, textOf(node), node.attributes.href)];
  if (node.name === 'ol' && depth > 2) return [];
  return children(node).flatMap((child) =>
    entriesOf(child, child.name === 'ol' && node.name === 'li' ? depth + 1 : depth),
  );
}

function pointsOf(node: Element, depth: number): string[] {
  return children(node)
    .filter(({ name }) => name === 'navPoint')
    .flatMap((point) => [entry(depth, labelOf(point), sourceOf(point)), ...pointsOf(point, depth + 1)]);
}

function entry(depth: number, words: string, href: string | null | undefined): string {
  return `${depth}\n${words.replace(/\s+/g, ' ').trim()}\n${decodeURI(href ?? '')}`;
}

function labelOf(node: Element): string {
  const label = children(node).find(({ name }) => name === 'navLabel');
  return label ? textOf(label) : '';
}

function sourceOf(node: Element): string {
  return children(node).find(({ name }) => name === 'content')?.attributes.src ?? '';
}

function children(node: Element): Element[] {
  return node.children.filter((child): child is Element => child.type === 'element');
}
