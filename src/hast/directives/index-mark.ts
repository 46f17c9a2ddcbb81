import { toString as textOf } from 'mdast-util-to-string';
import { classed } from '../element.js';
import { CLASS } from '../vocabulary.js';
import { commonProperties, type DirectiveHandler } from './directive-handler.js';

/**
 * An entry of the index. `:index[pike]` marks the word it stands round; `:index[pike]{as="Fish" sub=pike}` files it
 * elsewhere; `:index{term="Fish" sub=pike}` marks a place without words. `range=start` and `range=end` mark both
 * ends of a passage, `see="Fish"` leads to another entry, `also="Fish"` to one more.
 */
export const indexMark: DirectiveHandler = (state, node) => {
  const { as, term, sub, range, see, also } = node.attributes ?? {};
  const { id } = commonProperties(node);
  return classed(node, 'span', CLASS.indexMark, state.all(node), {
    ...(id ? { id } : {}),
    dataTerm: as ?? term ?? textOf(node),
    ...(sub ? { dataSub: sub } : {}),
    ...(range === 'start' || range === 'end' ? { dataRange: range } : {}),
    ...(see ? { dataSee: see } : {}),
    ...(also ? { dataAlso: also } : {}),
  });
};
