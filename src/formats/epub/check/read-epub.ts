import { unzipSync } from 'fflate';
import type { Nodes, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { NAV, NCX, OPF } from './paths.js';
import { Readings } from './readings.js';

/** A finished EPUB read back: texts and trees of its XML, the paths of all it has. */
export interface OpenedEpub {
  /** In the order of the archive. */
  readonly names: readonly string[];
  readonly texts: Readings<string>;
  readonly sizes: ReadonlyMap<string, number>;
  readonly trees: Readings<Root>;
}

const TEXT = /\.(xhtml|opf|ncx|css|xml)$|^mimetype$/;
const XML = /\.(xhtml|opf|ncx|xml)$/;
/** What the checks look up again and again. */
const KEPT: ReadonlySet<string> = new Set([OPF, NAV, NCX]);

/**
 * Opens an EPUB, its pictures and fonts unread. Texts are decoded, and trees made of them, each time they are asked
 * for: those of all chapters at once would take many times the room of the book.
 *
 * @throws Error if it is no ZIP; and later, if a file that is asked for is not UTF-8 or not well-formed.
 */
export function readEpub(bytes: Uint8Array): OpenedEpub {
  const names: string[] = [];
  const sizes = new Map<string, number>();
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      names.push(name);
      sizes.set(name, originalSize);
      return TEXT.test(name);
    },
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const texts = new Readings(Object.keys(files), (name) => decoder.decode(files[name]));
  const trees = new Readings(
    [...texts.keys()].filter((name) => XML.test(name)),
    (name) => {
      try {
        return withLines(fromXml(texts.get(name)!));
      } catch (cause) {
        throw new Error(`${name} is not well-formed: ${(cause as Error).message}`, { cause });
      }
    },
    KEPT,
  );
  return { names, texts, sizes, trees };
}

/** Of the places of a tree keeps the lines on which its elements begin: the rest would take more room than the text. */
function withLines(tree: Root): Root {
  const walk = (node: Nodes) => {
    if (node.type === 'element' && node.position) {
      const start = { line: node.position.start.line, column: 1 };
      node.position = { start, end: start };
    } else delete node.position;
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(tree);
  return tree;
}
