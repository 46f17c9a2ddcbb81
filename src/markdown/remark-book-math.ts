import { mathFromMarkdown } from 'mdast-util-math';
import type { Processor } from 'unified';
import { extendMarkdown } from './extend-markdown.js';
import { mathSyntax } from './math/math-syntax.js';
import { bookMathToMarkdown } from './math/math-to-markdown.js';

/** Adds TeX between dollars: `$x$` among words, `$$` fences for display; prices are left alone. */
export function remarkBookMath(this: Processor): void {
  extendMarkdown(this, {
    syntax: mathSyntax(),
    fromMarkdown: mathFromMarkdown(),
    toMarkdown: bookMathToMarkdown(),
  });
}
