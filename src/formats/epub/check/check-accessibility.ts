import type { Element } from 'xast';
import { type AccessibilityCounts, claimsFor } from '../accessibility.js';
import { ADDED_FILES } from './added-files.js';
import type { Fault } from './fault.js';
import type { PackageFacts } from './package-of.js';
import { NAV, OPF } from './paths.js';
import type { OpenedEpub } from './read-epub.js';
import { eachElement, elementsOf, navOf } from './xast.js';

/** What the package claims of access is what the finished files bear out: no more, and no less. */
export function checkAccessibility({ trees }: OpenedEpub, facts: PackageFacts): Fault[] {
  const counts: AccessibilityCounts = { pictures: 0, decorative: 0, described: 0, formulas: 0, notes: 0 };
  let breaks = 0;
  let index = false;
  for (const name of facts.reading) {
    const tree = trees.get(`OEBPS/${name}`);
    if (!tree) continue;
    eachElement(tree, (element) => {
      if (!ADDED_FILES.has(name)) count(element, counts);
      if (element.attributes.role === 'doc-pagebreak') breaks++;
      if (element.attributes.role === 'doc-index') index = true;
    });
  }
  const nav = trees.get(NAV);
  const nested = nav !== undefined && navOf(nav, 'toc').some((toc) => elementsOf(toc, isList).length > 1);
  const sources = facts.values('pageBreakSource');
  const faults: Fault[] = [];
  const tell = (message: string) => faults.push({ file: OPF, rule: 'access', message });
  if (sources.length !== (breaks > 0 ? 1 : 0))
    tell(`${sources.length} sources of page numbers, with ${breaks} page breaks`);
  const paginated = facts.metadata
    .filter(({ attributes }) => attributes.property === 'source-of')
    .map(({ attributes }) =>
      facts.metadata.find(({ attributes: { id } }) => `#${id}` === attributes.refines),
    );
  if (breaks > 0 && paginated[0]?.name !== 'dc:source') tell('No dc:source of the pagination');
  // We keep a picture as GIF only where it moves.
  const moving = facts.items.some(({ mediaType }) => mediaType === 'image/gif');
  const claims = claimsFor({
    counts,
    index,
    moving,
    nested,
    ...(breaks > 0 && { pageSource: sources[0] ?? 'the source' }),
  });
  for (const [name, value] of Object.entries(claims)) {
    const wanted = [value].flat().join(' · ');
    const found = facts.values(`schema:${name}`).join(' · ');
    if (found !== wanted) tell(`${name} says “${found}”, the text bears out “${wanted}”`);
  }
  return faults;
}

function isList({ name }: Element): boolean {
  return name === 'ol';
}

function count({ name, attributes }: Element, counts: AccessibilityCounts): void {
  if (name === 'img') {
    counts.pictures++;
    if (attributes.role === 'presentation') counts.decorative++;
    else if (attributes.alt?.trim()) counts.described++;
  }
  if (name === 'math') counts.formulas++;
  if (attributes['epub:type'] === 'footnote') counts.notes++;
}
