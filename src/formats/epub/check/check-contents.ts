import type { Fault } from './fault.js';
import { NAV, OPF } from './paths.js';
import type { OpenedEpub } from './read-epub.js';
import { eachElement, elementsOf, navOf, textOf } from './xast.js';

/** Contents lead to headings in the order of reading, each once. */
export function checkContents({ trees }: OpenedEpub): Fault[] {
  const nav = trees.get(NAV);
  if (!nav) return [{ file: NAV, rule: 'contents', message: 'No contents' }];
  const faults: Fault[] = [];
  const toc = navOf(nav, 'toc');
  if (toc.length !== 1)
    faults.push({ file: NAV, rule: 'contents', message: `${toc.length} tables of contents` });
  const links = toc.flatMap((element) => elementsOf(element, ({ name }) => name === 'a'));
  if (links.length === 0) faults.push({ file: NAV, rule: 'contents', message: 'Contents without an entry' });
  const order = readingOrder(trees);
  let last = -1;
  for (const link of links) {
    const place = order.get(decodeURI(link.attributes.href ?? '')) ?? -1;
    const line = link.position?.start.line;
    if (place <= last)
      faults.push({
        file: NAV,
        line,
        rule: 'contents',
        message: `Entry out of order: ${link.attributes.href}`,
      });
    if (textOf(link).trim() === '')
      faults.push({ file: NAV, line, rule: 'contents', message: 'Entry without words' });
    last = Math.max(last, place);
  }
  const types = navOf(nav, 'landmarks').flatMap((element) =>
    elementsOf(element, ({ name }) => name === 'a').map(({ attributes }) => attributes['epub:type'] ?? ''),
  );
  if (new Set(types).size < types.length || !types.includes('bodymatter') || !types.includes('toc'))
    faults.push({ file: NAV, rule: 'landmarks', message: `Unexpected landmarks: ${types.join(', ')}` });
  return faults;
}

/** Place of every file and anchor in the order of reading. */
function readingOrder(trees: OpenedEpub['trees']): Map<string, number> {
  const opf = trees.get(OPF)!;
  const items = new Map(
    elementsOf(opf, ({ name }) => name === 'item').map(({ attributes }) => [
      attributes.id,
      attributes.href ?? '',
    ]),
  );
  const places = new Map<string, number>();
  for (const { attributes } of elementsOf(opf, ({ name }) => name === 'itemref')) {
    const href = items.get(attributes.idref) ?? '';
    places.set(href, places.size);
    const tree = trees.get(`OEBPS/${href}`);
    if (tree)
      eachElement(tree, ({ attributes: { id } }) => {
        if (id) places.set(`${href}#${id}`, places.size);
      });
  }
  return places;
}
