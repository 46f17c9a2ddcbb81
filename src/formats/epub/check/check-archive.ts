import type { Fault } from './fault.js';
import { NAV } from './paths.js';
import type { OpenedEpub } from './read-epub.js';

/** Bytes beyond which small devices stumble over a file. */
const MAX_FILE = 250_000;

/** Where the files of a book stand: what would lock it, sign it or carry more has no place. */
const PLACES = /^(mimetype|META-INF\/(container\.xml|licences\/[^/]+)|OEBPS\/((images|fonts)\/)?[^/]+)$/;

/** Judges the archive: its first entry, names, sizes. */
export function checkArchive({ names, texts, sizes }: OpenedEpub): Fault[] {
  const faults: Fault[] = [];
  const fault = (file: string, rule: string, message: string) => faults.push({ file, rule, message });
  if (names[0] !== 'mimetype' || texts.get('mimetype') !== 'application/epub+zip')
    fault('mimetype', 'archive', 'Expected first, with application/epub+zip');
  for (const name of names) {
    if (name.endsWith('/')) fault(name, 'archive', 'A folder as an entry of its own');
    if (!PLACES.test(name)) fault(name, 'archive', 'A file that has no place in a book of ours');
    if (/\.xhtml$/.test(name) && name !== NAV && sizes.get(name)! > MAX_FILE)
      fault(name, 'size', `${sizes.get(name)} bytes, expected at most ${MAX_FILE}`);
  }
  if (new Set(names.map((name) => name.toLowerCase())).size < names.length)
    fault('', 'archive', 'Two files that differ in capitals only');
  return faults;
}
