import type { Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
import { unified } from 'unified';
import type { VFile } from 'vfile';
import { checkTree, LIMITS } from '../markdown/limits.js';
import { rehypeCodeColours } from './code/rehype-code-colours.js';
import { rehypeMathml } from './math/rehype-mathml.js';
import { rehypeSafeHtml } from './raw/rehype-safe-html.js';
import { rehypeGoingOn } from './rehype-going-on.js';
import { remarkToEditionHast } from './remark-to-edition-hast.js';

const processor = unified()
  .use(remarkToEditionHast)
  .use(rehypeSafeHtml)
  // After the cleaning, so that what these make needs no permission.
  .use(rehypeMathml)
  .use(rehypeCodeColours)
  .use(rehypeGoingOn)
  .freeze();

/**
 * Normalised Markdown to safe HTML of the vocabulary. Calls and notes are joined by the assembly of the edition.
 *
 * @throws {OctavoError} for elements nested so deep that no reader takes them.
 */
export function toEditionHast(tree: Root, file: VFile): HastRoot {
  const hast = processor.runSync(tree, file) as unknown as HastRoot;
  checkTree(hast, file, LIMITS.htmlDepth);
  return hast;
}
