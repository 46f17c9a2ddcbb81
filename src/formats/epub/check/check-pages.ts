import type { Fault } from './fault.js';
import { NAV } from './paths.js';
import type { OpenedEpub } from './read-epub.js';
import { eachElement, elementsOf, navOf, textOf } from './xast.js';

/** The page-list links every marker, once, under its label. */
export function checkPages({ trees }: OpenedEpub): Fault[] {
  const faults: Fault[] = [];
  const marks = new Map<string, string>();
  for (const [file, tree] of trees)
    if (file.endsWith('.xhtml'))
      eachElement(tree, ({ attributes }) => {
        if (attributes.role === 'doc-pagebreak')
          marks.set(`${file.slice(6)}#${attributes.id}`, attributes['aria-label'] ?? '');
      });
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
    marks.delete(href);
  }
  for (const mark of marks.keys())
    faults.push({ file: NAV, rule: 'page-list', message: `Page not in the page-list: ${mark}` });
  return faults;
}
