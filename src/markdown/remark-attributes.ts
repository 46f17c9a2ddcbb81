import type { Root } from 'mdast';
import type {} from 'remark-parse';
import type {} from 'remark-stringify';
import type { Processor } from 'unified';
import type { VFile } from 'vfile';
import { attributeSyntax } from './attributes/attribute-syntax.js';
import { attributesFromMarkdown } from './attributes/attribute-tree.js';
import { attributesToMarkdown } from './attributes/attributes-to-markdown.js';
import { checkAttributes } from './attributes/check-attributes.js';
import { extendMarkdown } from './extend-markdown.js';

/** Adds attributes on headings and images: `# Title {#id .class short="…"}`, `![alt](a.png){width=60%}`. */
export function remarkAttributes(this: Processor) {
  extendMarkdown(this, {
    syntax: attributeSyntax(),
    fromMarkdown: attributesFromMarkdown(),
    toMarkdown: attributesToMarkdown(),
  });
  return (tree: Root, file: VFile): void => checkAttributes(tree, file);
}
