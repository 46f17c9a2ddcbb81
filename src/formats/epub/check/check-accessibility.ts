import type { Element } from 'xast';
import { type AccessibilityCounts, claimsFor } from '../accessibility.js';
import { isAdded } from './added-files.js';
import type { Fault } from './fault.js';
import type { PackageFacts } from './package-of.js';
import { NAV, OPF } from './paths.js';
import type { OpenedEpub } from './read-epub.js';
import { inReading, type Survey } from './survey.js';
import { elementsOf, navOf } from './xast.js';

/** What the package claims of access is what the finished files bear out: no more, and no less. */
export function checkAccessibility(
  { trees }: OpenedEpub,
  facts: PackageFacts,
  surveys: readonly Survey[],
): Fault[] {
  const counts: AccessibilityCounts = { pictures: 0, decorative: 0, described: 0, formulas: 0, notes: 0 };
  const read = inReading(surveys, facts.reading);
  for (const { file, counts: own } of read)
    if (!isAdded(file))
      for (const kind of Object.keys(counts) as (keyof AccessibilityCounts)[]) counts[kind] += own[kind];
  const breaks = read.reduce((sum, { pageBreaks }) => sum + pageBreaks.length, 0);
  const index = read.some(({ hasIndex }) => hasIndex);
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
