import { toString as textOf } from 'mdast-util-to-string';
import { classed, element } from '../element.js';
import { CLASS } from '../vocabulary.js';
import { commonProperties, type DirectiveHandler } from './directive-handler.js';

/** Where a page of the source begins: `:page-mark{n=12}` in a paragraph, `::page-mark{n=12}` between two. */
export const pageMark: DirectiveHandler = (_state, node) => {
  const number = node.attributes?.n ?? textOf(node);
  const { id } = commonProperties(node);
  const mark = classed(node, 'span', CLASS.pageMark, [], { ...(id ? { id } : {}), dataPage: number });
  return node.type === 'textDirective' ? mark : element(node, 'div', {}, [mark]);
};
