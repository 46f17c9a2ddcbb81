import type { Element, ElementContent } from 'hast';
import type { State } from 'mdast-util-to-hast';
import { element } from '../element.js';
import { blocks, bodyOf, commonProperties, type Directive, inline, labelOf } from './directive-handler.js';

/** A figure of any blocks, with its caption in brackets: `:::figure[The *pike*]{#fig-pike width=60%}`. */
export function figure(state: State, node: Directive): Element {
  const label = labelOf(node);
  const width = node.attributes?.width;
  const content = blocks(state, bodyOf(node)).flatMap(unwrapped);
  const isTable = content.some((child) => child.type === 'element' && child.tagName === 'table');
  const caption = label ? [element(node, 'figcaption', {}, inline(state, label))] : [];
  return element(
    node,
    'figure',
    { ...commonProperties(node, ...(isTable ? ['table'] : [])), ...(width ? { dataWidth: width } : {}) },
    // A table is read under its title, a picture over it.
    isTable ? [...caption, ...content] : [...content, ...caption],
  );
}

/** Pictures alone in a paragraph are figures of their own elsewhere; here they stand in this one. */
function unwrapped(child: ElementContent): ElementContent[] {
  const isFigure = child.type === 'element' && child.tagName === 'figure';
  return isFigure ? child.children : [child];
}
