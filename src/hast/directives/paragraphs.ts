import type { ElementContent } from 'hast';
import { element } from '../element.js';
import {
  blocks,
  bodyOf,
  commonProperties,
  type DirectiveHandler,
  inline,
  labelOf,
} from './directive-handler.js';

/** Gives each paragraph of a container, or the one of a leaf, a class: `::signature[…]`, `:::centre`. */
export function paragraphs(className: string): DirectiveHandler {
  return (state, node) => {
    const properties = commonProperties(node, className);
    if (node.type !== 'containerDirective') return element(node, 'p', properties, state.all(node));
    const label = labelOf(node);
    const { id, ...shared } = properties;
    const made: ElementContent[] = [
      ...(label ? [element(node, 'p', {}, inline(state, label))] : []),
      ...blocks(state, bodyOf(node)),
    ];
    for (const child of made) {
      if (child.type !== 'element') continue;
      const own = child.properties.className;
      const classes = [...(Array.isArray(own) ? own : []), ...(shared.className as string[])];
      child.properties = { ...child.properties, ...shared, className: classes };
    }
    const first = made.find((child) => child.type === 'element');
    if (id && first?.type === 'element') first.properties.id ??= id;
    return made;
  };
}
