import type { Element } from 'xast';
import { ORDERS } from '../content-model.js';
import type { Tell } from './check-xhtml.js';

/** Checks the order and number of children where the content model fixes them. */
export function checkOrder(node: Element, fault: Tell): void {
  const children = node.children.filter((child): child is Element => child.type === 'element');
  const names = children.map(({ name }) => `${name} `).join('');
  const order = ORDERS[node.name];
  if (order && !order.test(names))
    fault(node, 'order', `Unexpected order in ${node.name}: ${names.slice(0, 80)}`);
  const captions = children.filter(({ name }) => name === 'figcaption');
  const atAnEnd = children[0]?.name === 'figcaption' || children.at(-1)?.name === 'figcaption';
  if (captions.length > 1 || (captions.length === 1 && !atAnEnd))
    fault(node, 'order', 'A figure has one caption, first or last');
}
