import type { Root } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import type { Processor } from 'unified';
import type { VFile } from 'vfile';
import { checkFences } from './directives/check-fences.js';
import { directiveSyntax } from './directives/directive-syntax.js';
import { bookDirectiveToMarkdown } from './directives/directive-to-markdown.js';
import { reportMisspelt } from './directives/misspelt-directives.js';
import { settleUnknownDirectives } from './directives/unknown-directives.js';
import { prepareVerse } from './directives/verse-lines.js';
import { extendMarkdown } from './extend-markdown.js';

/**
 * Adds the directives of a book (`:::verse`, `::page-break`, `:sc[…]`). Unknown ones lose nothing: their
 * contents stay, with a warning that names the nearest known one.
 */
export function remarkBookDirectives(this: Processor) {
  extendMarkdown(this, {
    syntax: directiveSyntax(),
    fromMarkdown: directiveFromMarkdown(),
    toMarkdown: bookDirectiveToMarkdown(),
  });
  return (tree: Root, file: VFile): void => {
    checkFences(tree, file);
    settleUnknownDirectives(tree, file);
    reportMisspelt(tree, file);
    prepareVerse(tree, String(file));
  };
}
