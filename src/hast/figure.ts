import type { Element, ElementContent } from 'hast';
import type { Nodes } from 'mdast';
import { element } from './element.js';

/** A figure of one picture: anchor, classes, width and caption of the picture are the figure's. */
export function figureOf(from: Nodes, picture: Element): Element {
  const { id, className, dataWidth, title, ...own } = picture.properties;
  const children: ElementContent[] = [{ ...picture, properties: own }];
  if (typeof title === 'string')
    children.push(element(from, 'figcaption', {}, [{ type: 'text', value: title }]));
  return element(
    from,
    'figure',
    { ...(id ? { id } : {}), ...(className ? { className } : {}), ...(dataWidth ? { dataWidth } : {}) },
    children,
  );
}
