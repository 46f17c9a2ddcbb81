import { createHash } from 'node:crypto';

/** The namespace of identifiers that Octavo makes: the version-5 UUID of the name `octavo-book` under the nil UUID. */
const NAMESPACE = uuidOfName(Buffer.alloc(16), 'octavo-book');

/**
 * The identifier of a book that states none: a version-5 UUID (RFC 9562) of its title and creators, so that the
 * same book has the same one in every build and every place.
 */
export function identifierOf(title: string, creators: readonly { readonly name: string }[]): string {
  const name = [title, ...creators.map((creator) => creator.name)].join('\n').normalize('NFC');
  const hex = uuidOfName(NAMESPACE, name).toString('hex');
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`;
}

function uuidOfName(namespace: Uint8Array, name: string): Buffer {
  const uuid = createHash('sha1').update(namespace).update(name, 'utf8').digest().subarray(0, 16);
  uuid[6] = (uuid[6]! & 0x0f) | 0x50;
  uuid[8] = (uuid[8]! & 0x3f) | 0x80;
  return uuid;
}
