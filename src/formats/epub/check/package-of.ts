import type { Element } from 'xast';
import { OPF } from './paths.js';
import type { OpenedEpub } from './read-epub.js';
import { elementsOf, textOf } from './xast.js';

/** A file as the manifest names it. */
export interface ManifestItem {
  readonly id: string;
  /** Path below `OEBPS/`. */
  readonly href: string;
  readonly mediaType: string;
  readonly properties: string;
}

/** The package document, as far as the checks of other files need it. */
export interface PackageFacts {
  readonly root: Element;
  /** Children of `metadata`. */
  readonly metadata: readonly Element[];
  readonly items: readonly ManifestItem[];
  readonly spine: Element;
  /** Paths below `OEBPS/`, in the order of reading. */
  readonly reading: readonly string[];
  /** Words of the metadata elements of a name or a property. */
  values(name: string): string[];
}

/** Reads the package document, if it is one. */
export function packageOf({ trees }: OpenedEpub): PackageFacts | undefined {
  const tree = trees.get(OPF);
  const root = tree && elementsOf(tree, ({ name }) => name === 'package')[0];
  const spine = root && elementsOf(root, ({ name }) => name === 'spine')[0];
  if (!root || !spine) return undefined;
  const items = elementsOf(root, ({ name }) => name === 'item').map(({ attributes }) => ({
    id: attributes.id ?? '',
    href: attributes.href ?? '',
    mediaType: attributes['media-type'] ?? '',
    properties: attributes.properties ?? '',
  }));
  const hrefs = new Map(items.map(({ id, href }) => [id, href]));
  const parent = elementsOf(root, ({ name }) => name === 'metadata')[0];
  const metadata = parent?.children.filter((child): child is Element => child.type === 'element') ?? [];
  return {
    root,
    metadata,
    items,
    spine,
    reading: elementsOf(spine, ({ name }) => name === 'itemref').map(
      ({ attributes }) => hrefs.get(attributes.idref ?? '') ?? '',
    ),
    values: (wanted) =>
      metadata
        .filter(({ name, attributes }) => name === wanted || attributes.property === wanted)
        .map((element) => textOf(element)),
  };
}
