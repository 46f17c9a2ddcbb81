import { unzipSync } from 'fflate';
import type { Nodes, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';

/** A finished EPUB read back: texts and trees of its XML, the paths of all it has. */
export interface OpenedEpub {
  /** In the order of the archive. */
  readonly names: readonly string[];
  readonly texts: ReadonlyMap<string, string>;
  readonly sizes: ReadonlyMap<string, number>;
  readonly trees: ReadonlyMap<string, Root>;
}

const TEXT = /\.(xhtml|opf|ncx|css|xml)$|^mimetype$/;

/**
 * Opens an EPUB, its pictures and fonts unread.
 *
 * @throws Error if it is no ZIP, or an XML file in it is not well-formed.
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
  const texts = new Map<string, string>();
  const trees = new Map<string, Root>();
  for (const [name, file] of Object.entries(files)) {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(file);
    texts.set(name, text);
    if (/\.(xhtml|opf|ncx|xml)$/.test(name)) {
      try {
        trees.set(name, withLines(fromXml(text)));
      } catch (cause) {
        throw new Error(`${name} is not well-formed: ${(cause as Error).message}`, { cause });
      }
    }
  }
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
