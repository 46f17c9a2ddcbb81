import type { Fault } from './fault.js';
import type { PackageFacts } from './package-of.js';
import { NAV } from './paths.js';
import type { OpenedEpub } from './read-epub.js';
import { eachElement, elementsOf, navOf, textOf } from './xast.js';

/** The page-list links every marker, once, under its label, in the order of reading. */
export function checkPages({ trees }: OpenedEpub, { reading }: PackageFacts): Fault[] {
  const faults: Fault[] = [];
  const marks = new Map<string, string>();
  for (const name of reading) {
    const tree = trees.get(`OEBPS/${name}`);
    if (tree)
      eachElement(tree, ({ attributes }) => {
        if (attributes.role === 'doc-pagebreak')
          marks.set(`${name}#${attributes.id}`, attributes['aria-label'] ?? '');
      });
  }
  const order = new Map([...marks.keys()].map((href, i) => [href, i]));
  let last = -1;
  const nav = trees.get(NAV);
  const links = (nav ? navOf(nav, 'page-list') : []).flatMap((list) =>
    elementsOf(list, ({ name }) => name === 'a'),
  );
  for (const link of links) {
    const href = link.attributes.href ?? '';
    if (marks.get(href) !== textOf(link))
      faults.push({
        file: NAV,
        line: link.position?.start.line,
        rule: 'page-list',
        message: `No such page: ${href}`,
      });
    if ((order.get(href) ?? -1) < last)
      faults.push({
        file: NAV,
        line: link.position?.start.line,
        rule: 'page-list',
        message: `Page ${textOf(link)} is read before the page listed above it`,
      });
    last = order.get(href) ?? -1;
    marks.delete(href);
  }
  for (const mark of marks.keys())
    faults.push({ file: NAV, rule: 'page-list', message: `Page not in the page-list: ${mark}` });
  return faults;
}
