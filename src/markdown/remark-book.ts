import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import type { Preset } from 'unified';
import { remarkAttributes } from './remark-attributes.js';
import { remarkBookDirectives } from './remark-book-directives.js';
import { remarkBookMath } from './remark-book-math.js';
import { remarkDefinitionLists } from './remark-definition-lists.js';
import { remarkPrintable } from './remark-printable.js';

/** All of the Markdown that a book may use, as a preset for any unified processor. */
export const remarkBook: Preset = {
  plugins: [
    // One tilde is an “about” in ordinary texts; striking out takes two.
    [remarkGfm, { singleTilde: false }],
    remarkFrontmatter,
    remarkDefinitionLists,
    remarkBookDirectives,
    remarkBookMath,
    remarkAttributes,
    remarkPrintable,
  ],
};
