import type { Fault } from './fault.js';
import type { PackageFacts } from './package-of.js';
import { NAV } from './paths.js';
import type { OpenedEpub } from './read-epub.js';
import { inReading, type Survey } from './survey.js';
import { elementsOf, navOf, textOf } from './xast.js';

/** The page-list links every marker, once, under its label, in the order of reading. */
export function checkPages(
  { trees }: OpenedEpub,
  { reading }: PackageFacts,
  surveys: readonly Survey[],
): Fault[] {
  const faults: Fault[] = [];
  const marks = new Map<string, string>();
  for (const { file, pageBreaks } of inReading(surveys, reading))
    for (const { id, label } of pageBreaks) marks.set(`${file.slice('OEBPS/'.length)}#${id}`, label);
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
