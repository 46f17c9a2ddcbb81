import type { Element } from 'xast';
import type { Fault } from './fault.js';
import type { PackageFacts } from './package-of.js';
import { NAV } from './paths.js';
import type { OpenedEpub } from './read-epub.js';
import { elementsOf, navOf } from './xast.js';

/** Landmarks, one of a type, each leading to what it says. */
export function checkLandmarks({ trees }: OpenedEpub, { reading }: PackageFacts): Fault[] {
  const nav = trees.get(NAV);
  if (!nav) return [];
  const faults: Fault[] = [];
  const tell = (message: string, link?: Element) =>
    faults.push({ file: NAV, line: link?.position?.start.line, rule: 'landmarks', message });
  const links = navOf(nav, 'landmarks').flatMap((list) => elementsOf(list, ({ name }) => name === 'a'));
  const types = links.map(({ attributes }) => attributes['epub:type'] ?? '');
  if (new Set(types).size < types.length) tell(`A landmark twice: ${types.join(', ')}`);
  for (const wanted of ['cover', 'titlepage', 'toc', 'bodymatter'])
    if (!types.includes(wanted)) tell(`No landmark ${wanted}`);
  const bodyOf = (name: string) => {
    const tree = trees.get(`OEBPS/${name}`);
    return tree && elementsOf(tree, (element) => element.name === 'body')[0];
  };
  const start = reading.find((name) => bodyOf(name)?.attributes['epub:type'] === 'bodymatter');
  for (const link of links) {
    const type = link.attributes['epub:type'] ?? '';
    const name = decodeURI(link.attributes.href ?? '').split('#')[0]!;
    const body = bodyOf(name);
    const leads =
      type === 'bodymatter'
        ? name === start
        : body && elementsOf(body, ({ attributes }) => attributes['epub:type'] === type).length > 0;
    if (!leads) tell(`The landmark ${type} leads to ${name}, which is none`, link);
  }
  return faults;
}
