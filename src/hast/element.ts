import type { Element, ElementContent, Properties } from 'hast';
import type { Nodes } from 'mdast';

/** An element that keeps the position of the node it was made from. */
export function element(
  from: Nodes | undefined,
  tagName: string,
  properties: Properties,
  children: ElementContent[],
): Element {
  const made: Element = { type: 'element', tagName, properties, children };
  if (from?.position) made.position = structuredClone(from.position);
  return made;
}

/** An element with one class of the vocabulary. */
export function classed(
  from: Nodes | undefined,
  tagName: string,
  className: string,
  children: ElementContent[],
  properties: Properties = {},
): Element {
  return element(from, tagName, { ...properties, className: [className] }, children);
}
