import { element } from '../element.js';
import { commonProperties, type DirectiveHandler } from './directive-handler.js';

/** Words under one class: `:sc[…]`. */
export function span(className?: string): DirectiveHandler {
  return (state, node) =>
    element(node, 'span', commonProperties(node, ...(className ? [className] : [])), state.all(node));
}
