import type { Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import type { VFile } from 'vfile';
import { handlers } from './handlers/index.js';
import { balanceHtml } from './raw/balance-html.js';
import { disarmHtml } from './raw/disarm-html.js';

/** Turns a tree of Markdown into HTML of the edition's vocabulary; raw HTML is left as `raw` nodes. */
export function remarkToEditionHast() {
  return (tree: Root, file: VFile): HastRoot => {
    disarmHtml(tree, file);
    balanceHtml(tree, file);
    return toHast(tree, { handlers, allowDangerousHtml: true }) as HastRoot;
  };
}
