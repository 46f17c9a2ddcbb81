import type { Element } from 'xast';
import type { Fault } from './fault.js';
import { NCX, OPF } from './paths.js';
import type { OpenedEpub } from './read-epub.js';
import { elementsOf, textOf } from './xast.js';

/** Elements of the package that there must be, and how many. */
const METADATA: readonly [name: string, least: number, most: number][] = [
  ['dc:identifier', 1, 1],
  ['dc:title', 1, 2],
  ['dc:language', 1, 1],
  ['dcterms:modified', 1, 1],
  ['schema:accessMode', 1, 2],
  ['schema:accessModeSufficient', 1, 2],
  ['schema:accessibilityFeature', 1, 20],
  ['schema:accessibilityHazard', 1, 3],
  ['schema:accessibilitySummary', 1, 1],
];

/** Judges the metadata of the package: what must be there, once, with roles and sort names. */
export function checkMetadata({ trees }: OpenedEpub): Fault[] {
  const tree = trees.get(OPF);
  if (!tree) return [{ file: OPF, rule: 'metadata', message: 'No package' }];
  const faults: Fault[] = [];
  const fault = (message: string) => faults.push({ file: OPF, rule: 'metadata', message });
  const metadata = elementsOf(tree, ({ name }) => name === 'metadata')[0];
  const entries = metadata?.children.filter((child): child is Element => child.type === 'element') ?? [];
  const named = (wanted: string) =>
    entries.filter(({ name, attributes }) => name === wanted || attributes.property === wanted);
  for (const [name, least, most] of METADATA) {
    const count = named(name).length;
    if (count < least || count > most) fault(`${name} stands ${count} times`);
  }
  for (const entry of entries)
    if (entry.name !== 'meta' || !entry.attributes.name) {
      if (textOf(entry).trim() === '') fault(`${entry.attributes.property ?? entry.name} is empty`);
    }
  for (const person of [...named('dc:creator'), ...named('dc:contributor')]) {
    const about = entries.filter(({ attributes }) => attributes.refines === `#${person.attributes.id}`);
    const has = (property: string) => about.some(({ attributes }) => attributes.property === property);
    if (!has('role') || !has('file-as')) fault(`${textOf(person)} has no role or no sort name`);
    const role = about.find(({ attributes }) => attributes.property === 'role');
    if (role && !/^[a-z]{3}$/.test(textOf(role))) fault(`Role “${textOf(role)}” is no MARC code`);
  }
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(textOf(named('dcterms:modified')[0] ?? tree).trim()))
    fault('dcterms:modified is no moment');
  const ncx = trees.get(NCX);
  const uid = ncx && elementsOf(ncx, ({ attributes }) => attributes.name === 'dtb:uid')[0];
  const identifier = named('dc:identifier')[0];
  if (!identifier || uid?.attributes.content !== textOf(identifier)) fault('The NCX has another identifier');
  return faults;
}
