import type { Element } from 'xast';
import { MARC } from '../../../config/roles.js';
import { isbnOf } from '../identifier.js';
import type { Fault } from './fault.js';
import { lettersOfTitle } from './headings.js';
import type { PackageFacts } from './package-of.js';
import { OPF } from './paths.js';
import type { OpenedEpub } from './read-epub.js';
import { textOf } from './xast.js';

/** Elements of the package that there must be, and how many. */
const METADATA: readonly [name: string, least: number, most: number][] = [
  ['dc:identifier', 1, 1],
  ['dc:title', 1, 2],
  ['dc:language', 1, 50],
  ['dcterms:modified', 1, 1],
  ['schema:accessMode', 1, 2],
  ['schema:accessModeSufficient', 1, 2],
  ['schema:accessibilityFeature', 1, 20],
  ['schema:accessibilityHazard', 1, 3],
  ['schema:accessibilitySummary', 1, 1],
];

/** Properties of `meta` that we write; another could change how the whole book is shown. */
const PROPERTIES = new Set([
  ...METADATA.map(([name]) => name),
  'belongs-to-collection',
  'collection-type',
  'display-seq',
  'file-as',
  'group-position',
  'identifier-type',
  'pageBreakSource',
  'role',
  'schema:bookEdition',
  'source-of',
  'title-type',
]);
const MARC_CODES = new Set(Object.values(MARC));

/** Judges the metadata of the package: what must be there, once, with roles and sort names. */
export function checkMetadata({ trees }: OpenedEpub, { metadata: entries }: PackageFacts): Fault[] {
  const faults: Fault[] = [];
  const fault = (message: string) => faults.push({ file: OPF, rule: 'metadata', message });
  const named = (wanted: string) =>
    entries.filter(({ name, attributes }) => name === wanted || attributes.property === wanted);
  for (const [name, least, most] of METADATA) {
    const count = named(name).length;
    if (count < least || count > most) fault(`${name} stands ${count} times`);
  }
  for (const { name, attributes } of entries)
    if (name === 'meta' && attributes.property && !PROPERTIES.has(attributes.property))
      fault(`Unexpected property ${attributes.property}`);
  for (const entry of entries)
    if (entry.name !== 'meta' || !entry.attributes.name) {
      if (textOf(entry).trim() === '') fault(`${entry.attributes.property ?? entry.name} is empty`);
    }
  const refined = (entry: Element) =>
    entries.filter(({ attributes }) => attributes.refines === `#${entry.attributes.id}`);
  for (const person of [...named('dc:creator'), ...named('dc:contributor')]) {
    const about = refined(person);
    const has = (property: string) => about.some(({ attributes }) => attributes.property === property);
    if (!has('role') || !has('file-as')) fault(`${textOf(person)} has no role or no sort name`);
    const role = about.find(({ attributes }) => attributes.property === 'role');
    if (role && (!MARC_CODES.has(textOf(role)) || role.attributes.scheme !== 'marc:relators'))
      fault(`Role “${textOf(role)}” is no MARC code`);
    if (!has('display-seq')) fault(`${textOf(person)} has no place among the others`);
  }
  const words = wordsOf(trees, 'titlepage.xhtml');
  for (const element of [...named('dc:title'), ...named('dc:creator')])
    if (!words.includes(lettersOfTitle(textOf(element))))
      fault(`“${textOf(element)}” is not on the title page`);
  const kinds = named('dc:title').map((title) =>
    refined(title)
      .filter(({ attributes }) => attributes.property === 'title-type')
      .map((kind) => textOf(kind))
      .join(' '),
  );
  if (!/^main( subtitle)?$/.test(kinds.join(' '))) fault(`Titles are said to be ${kinds.join(', ')}`);
  const imprint = wordsOf(trees, 'about.xhtml');
  for (const element of ['dc:rights', 'dc:publisher', 'dc:source', 'dc:identifier'].flatMap(named)) {
    const own = lettersOfTitle(textOf(element).replace(/^urn:isbn:/, ''));
    if (!imprint.includes(own)) fault(`“${textOf(element)}” is not in the imprint`);
  }
  for (const series of named('belongs-to-collection'))
    if (!refined(series).some(({ attributes }) => attributes.property === 'collection-type'))
      fault('A collection that is no series');
  for (const identifier of named('dc:identifier')) {
    const isbn = /^urn:isbn:(.*)$/.exec(textOf(identifier))?.[1];
    const typed = refined(identifier).some(({ attributes }) => attributes.property === 'identifier-type');
    if (isbn !== undefined && (isbnOf(isbn) !== isbn || !typed)) fault(`“${isbn}” is not said to be an ISBN`);
  }
  if (
    !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(
      textOf(named('dcterms:modified')[0] ?? { type: 'text', value: '' }).trim(),
    )
  )
    fault('dcterms:modified is no moment');
  return faults;
}

function wordsOf(trees: OpenedEpub['trees'], name: string): string {
  const tree = trees.get(`OEBPS/${name}`);
  return tree ? lettersOfTitle(textOf(tree)) : '';
}
