import { toString as textOf } from 'mdast-util-to-string';
import { classed } from '../element.js';
import { CLASS } from '../vocabulary.js';
import type { DirectiveHandler } from './directive-handler.js';

/** “See page 12”: `:page[#id]`; print puts the number in, an EPUB the title of what it points to. */
export const pageReference: DirectiveHandler = (_state, node) => {
  const target = textOf(node).trim();
  return classed(node, 'a', CLASS.pageRef, [], { href: /[#.]/.test(target) ? target : `#${target}` });
};
