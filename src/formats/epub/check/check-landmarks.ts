import type { Element } from 'xast';
import type { Fault } from './fault.js';
import type { PackageFacts } from './package-of.js';
import { NAV } from './paths.js';
import type { OpenedEpub } from './read-epub.js';
import type { Survey } from './survey.js';
import { elementsOf, navOf } from './xast.js';

/** Landmarks, one of a type, each leading to what it says. */
export function checkLandmarks(
  { trees }: OpenedEpub,
  { reading }: PackageFacts,
  surveys: readonly Survey[],
): Fault[] {
  const nav = trees.get(NAV);
  if (!nav) return [];
  const faults: Fault[] = [];
  const tell = (message: string, link?: Element) =>
    faults.push({ file: NAV, line: link?.position?.start.line, rule: 'landmarks', message });
  for (const list of [...navOf(nav, 'landmarks'), ...navOf(nav, 'page-list')])
    if (list.attributes.hidden === undefined)
      tell('A list for readers alone stands among the contents', list);
  const links = navOf(nav, 'landmarks').flatMap((list) => elementsOf(list, ({ name }) => name === 'a'));
  const types = links.map(({ attributes }) => attributes['epub:type'] ?? '');
  if (new Set(types).size < types.length) tell(`A landmark twice: ${types.join(', ')}`);
  for (const wanted of ['cover', 'titlepage', 'toc', 'bodymatter'])
    if (!types.includes(wanted)) tell(`No landmark ${wanted}`);
  const known = new Map(surveys.map((survey) => [survey.file, survey]));
  const surveyOf = (name: string) => known.get(`OEBPS/${name}`);
  const start = reading.find((name) => surveyOf(name)?.matter === 'bodymatter');
  for (const link of links) {
    const type = link.attributes['epub:type'] ?? '';
    const name = decodeURI(link.attributes.href ?? '').split('#')[0]!;
    const leads = type === 'bodymatter' ? name === start : surveyOf(name)?.types.has(type);
    if (!leads) tell(`The landmark ${type} leads to ${name}, which is none`, link);
  }
  return faults;
}
