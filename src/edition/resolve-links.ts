import path from 'node:path';
import type { Element, Root } from 'hast';
import { visitParents } from 'unist-util-visit-parents';
import { type Anchors, nameOf } from '../hast/ids.js';
import { CLASS } from '../hast/vocabulary.js';
import { tell } from '../report/file-messages.js';
import { nearestName } from '../report/nearest-name.js';
import { type HeadingAnchors, looseNameOf, type NamedSection } from './assign-ids.js';
import type { BookDocument } from './document.js';
import { hasClass, titleOf } from './title-of.js';

const EXTERNAL = /^(?:[A-Za-z][A-Za-z0-9+.-]*:|\/\/)/;

/** Where anchors stand and what they are called. */
export interface LinkTargets {
  readonly sections: readonly NamedSection[];
  readonly headings: HeadingAnchors;
  readonly anchors: Anchors;
}

/**
 * Makes every link inside the book lead to an anchor of the edition, whether it names an anchor, a heading by its
 * words, or a file; one that leads nowhere is an error and becomes plain text.
 */
export function linkResolver(targets: LinkTargets) {
  const titles = titlesById(targets.sections);
  const files = new Map<string, NamedSection>();
  for (const section of targets.sections)
    if (!files.has(section.document.manuscript.file)) files.set(section.document.manuscript.file, section);

  return (tree: Root | Element, section: NamedSection): void => {
    visitParents(tree, 'element', (node, ancestors) => {
      const { href } = node.properties;
      if (node.tagName !== 'a' || typeof href !== 'string') return;
      // A call is tied to its note already; what leads out of the book is left alone.
      if (hasClass(node, CLASS.noteCall) || EXTERNAL.test(href)) return;
      const id = find(decode(href), section);
      if (id === undefined) {
        reportBroken(node, href, [...ancestors, node], section);
        return;
      }
      node.properties.href = `#${id}`;
      const isEmpty = node.children.length === 0 && !hasClass(node, CLASS.pageRef);
      if (isEmpty) node.children = structuredClone(titles.get(id) ?? [{ type: 'text', value: id }]);
    });
  };

  function find(href: string, section: NamedSection): string | undefined {
    const at = href.indexOf('#');
    const fragment = at === -1 ? '' : href.slice(at + 1);
    const name = (at === -1 ? href : href.slice(0, at)).replace(/\?.*$/, '');
    if (name === '') return fragment === '' ? section.id : findAnchor(fragment, section.document);
    const { file } = section.document.manuscript;
    const named = path.resolve(path.dirname(file), name);
    // Texts that were made for the web link to the pages that become of their files.
    const target = files.get(named) ?? files.get(named.replace(/\.x?html?$/i, '.md'));
    if (!target) return undefined;
    return fragment === '' ? target.id : findAnchor(fragment, target.document);
  }

  function findAnchor(fragment: string, document: BookDocument): string | undefined {
    const written = targets.anchors.written(fragment);
    if (written !== undefined) return written;
    const own = targets.headings.get(document);
    const others = [...targets.headings.values()];
    for (const name of [nameOf(fragment), looseNameOf(fragment)]) {
      const id = [own, ...others].map((known) => known?.get(name)).find((found) => found !== undefined);
      if (id !== undefined) return id;
    }
    return undefined;
  }

  /** What was probably meant: a heading or an anchor of this text, then of the others; or a file of the book. */
  function nearestTarget(href: string, document: BookDocument): string | undefined {
    const at = href.indexOf('#');
    const folder = path.dirname(document.manuscript.file);
    if (at === -1) {
      const names = [...files.keys()].map((file) => path.relative(folder, file).split(path.sep).join('/'));
      // A file that has moved has its own name still.
      return names.find((name) => path.basename(name) === path.basename(href)) ?? nearestName(href, names);
    }
    const wanted = href.slice(at + 1);
    const titles = (one: BookDocument) =>
      [...(targets.headings.get(one)?.keys() ?? [])].filter((name) => !name.startsWith('='));
    const own = nearestName(wanted, titles(document));
    if (own !== undefined) return `#${own}`;
    const others = [...targets.headings.keys()].filter((one) => one !== document).flatMap(titles);
    const other = nearestName(wanted, [...targets.anchors.names, ...others]);
    return other === undefined ? undefined : `#${other}`;
  }

  function reportBroken(
    node: Element,
    href: string,
    ancestors: (Root | Element)[],
    section: NamedSection,
  ): void {
    const nearest = nearestTarget(decode(href), section.document);
    tell(section.document.file, {
      severity: 'error',
      code: 'broken-link',
      reason: `Unexpected link to \`${decode(href)}\`, expected an anchor or a file of the book`,
      place: node,
      ancestors,
      note: nearest
        ? `Did you mean \`${nearest}\`?`
        : 'Check the name, or give the target one with `{#name}`.',
    });
    delete node.properties.href;
    if (node.children.length === 0) node.children = [{ type: 'text', value: decode(href) }];
    node.tagName = 'span';
    node.properties = {};
  }
}

function titlesById(sections: readonly NamedSection[]): Map<string, Element['children']> {
  const titles = new Map<string, Element['children']>();
  for (const { id, title, tree } of sections) {
    titles.set(id, [...title.content]);
    visitParents(tree, 'element', (node) => {
      const { id: own } = node.properties;
      if (typeof own !== 'string') return;
      if (/^h[1-6]$/.test(node.tagName)) titles.set(own, [...titleOf(node).content]);
      const caption = node.children.find(
        (child) => child.type === 'element' && /^(?:fig)?caption$/.test(child.tagName),
      );
      if (caption?.type === 'element') titles.set(own, [...titleOf(caption).content]);
    });
  }
  return titles;
}

function decode(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    // A lone per cent sign: the address means itself.
    return href;
  }
}
