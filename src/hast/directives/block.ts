import { element } from '../element.js';
import {
  blocks,
  bodyOf,
  commonProperties,
  type DirectiveHandler,
  inline,
  labelOf,
} from './directive-handler.js';

/** A box of blocks under one class; a label in brackets becomes its first paragraph. */
export function block(tagName: string, className: string): DirectiveHandler {
  return (state, node) => {
    const label = labelOf(node);
    const children =
      node.type === 'containerDirective'
        ? [...(label ? [element(node, 'p', {}, inline(state, label))] : []), ...blocks(state, bodyOf(node))]
        : [element(node, 'p', {}, state.all(node))];
    return element(node, tagName, commonProperties(node, ...(className ? [className] : [])), children);
  };
}
