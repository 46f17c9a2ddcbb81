import { unzipSync, type Zippable, zipSync } from 'fflate';

/** Entries of an archive, in their order. */
type Entries = readonly (readonly [name: string, bytes: Uint8Array])[];

/** A good book packed wrongly, or with a wrong file in it. */
export interface ArchiveMutation {
  readonly what: string;
  readonly change: (entries: Entries) => Entries;
  /** How an entry is written, where that is what is wrong. */
  readonly options?: (name: string) => { level?: 0 | 6; extra?: Record<number, Uint8Array> };
}

const LAMP = 'OEBPS/the-lamp.xhtml';
const OPF = 'OEBPS/content.opf';
const CONTAINER = 'META-INF/container.xml';
const utf8 = (text: string) => new TextEncoder().encode(text);
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const changed = (name: string, change: (bytes: Uint8Array) => Uint8Array) => (entries: Entries) =>
  entries.map(([own, bytes]) => [own, own === name ? change(bytes) : bytes] as const);
const renamed = (from: string, to: string) => (entries: Entries) =>
  entries.map(([name, bytes]) => [name === from ? to : name, bytes] as const);
const same = (entries: Entries) => entries;

export const ARCHIVE_MUTATIONS: readonly ArchiveMutation[] = [
  {
    what: 'a mimetype that does not come first',
    change: (entries) => [...entries.slice(1), entries[0]!],
  },
  { what: 'a mimetype that is compressed', change: same, options: () => ({ level: 6 }) },
  {
    what: 'a mimetype with an extra field',
    change: same,
    options: (name) => (name === 'mimetype' ? { level: 0, extra: { 21589: utf8('abcde') } } : {}),
  },
  {
    what: 'a mimetype that ends with a line',
    change: changed('mimetype', () => utf8('application/epub+zip\n')),
  },
  { what: 'no container', change: (entries) => entries.filter(([name]) => name !== CONTAINER) },
  {
    what: 'a container without a root file',
    change: changed(CONTAINER, (bytes) => utf8(text(bytes).replace(/<rootfile [^>]*>/, ''))),
  },
  {
    what: 'a container that names another root file',
    change: changed(CONTAINER, (bytes) => utf8(text(bytes).replace('content.opf', 'Content.opf'))),
  },
  {
    what: 'a container that gives the root file another type',
    change: changed(CONTAINER, (bytes) => utf8(text(bytes).replace('oebps-package+xml', 'xml'))),
  },
  { what: 'a file name in other capitals', change: renamed(LAMP, 'OEBPS/The-Lamp.xhtml') },
  {
    what: 'two files that differ in capitals',
    change: (entries) => [...entries, ['OEBPS/THE-LAMP.xhtml', utf8('x')] as const],
  },
  {
    what: 'a file that climbs out of the archive',
    change: (entries) => [...entries, ['OEBPS/../../x.txt', utf8('x')] as const],
  },
  {
    what: 'a file with an absolute path',
    change: (entries) => [...entries, ['/x.txt', utf8('x')] as const],
  },
  {
    what: 'a stranger beside the book',
    change: (entries) => [...entries, ['notes.txt', utf8('x')] as const],
  },
  {
    what: 'a file of the system that packed it',
    change: (entries) => [...entries, ['__MACOSX/OEBPS/._x', utf8('x')] as const],
  },
  {
    what: 'a text in another encoding',
    change: changed(LAMP, (bytes) => {
      const wide = Buffer.from(`\ufeff${text(bytes).replace('UTF-8', 'UTF-16')}`, 'utf16le');
      return new Uint8Array(wide);
    }),
  },
  {
    what: 'a text whose declaration names another encoding',
    change: changed(LAMP, (bytes) => utf8(text(bytes).replace('encoding="UTF-8"', 'encoding="ISO-8859-1"'))),
  },
  {
    what: 'a text that is cut off',
    change: changed(LAMP, (bytes) => bytes.slice(0, bytes.length - 200)),
  },
  { what: 'an empty text', change: changed(LAMP, () => new Uint8Array()) },
  {
    what: 'a package in XML 1.1',
    change: changed(OPF, (bytes) =>
      utf8(text(bytes).replace('version="1.0" encoding', 'version="1.1" encoding')),
    ),
  },
  {
    what: 'a picture that is none',
    change: changed('OEBPS/images/boat.png', () => utf8('no picture')),
  },
  {
    what: 'fonts that are locked',
    change: (entries) => [
      ...entries,
      [
        'META-INF/encryption.xml',
        utf8(
          '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/><enc:CipherData><enc:CipherReference URI="OEBPS/fonts/eb-garamond-roman.woff2"/></enc:CipherData></enc:EncryptedData></encryption>',
        ),
      ] as const,
    ],
  },
];

/** A copy of an EPUB with its archive changed. */
export function mutateArchive(bytes: Uint8Array, { change, options }: ArchiveMutation): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of change(Object.entries(unzipSync(bytes)))) {
    const settings = {
      level: name === 'mimetype' ? 0 : 6,
      mtime: new Date(2020, 1, 2),
      ...options?.(name),
    } as const;
    files[name] = [content, settings];
  }
  return zipSync(files);
}
