import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { parseAbridged } from './abridge.js';
import { checkHtml, checkSource, checkTree } from './limits.js';
import { remarkBook } from './remark-book.js';

const processor = unified().use(remarkParse).use(remarkBook).freeze();

/**
 * Parses the Markdown of a book. Trouble becomes messages of the file.
 *
 * @throws OctavoError for a text too large or too deeply nested to be one.
 */
export function parseMarkdown(input: VFile | string): Root {
  const file = typeof input === 'string' ? new VFile(input) : input;
  checkSource(file);
  const tree = parseAbridged(String(file), (text) => processor.parse(text));
  checkTree(tree, file);
  checkHtml(tree, file);
  return processor.runSync(tree, file) as Root;
}
