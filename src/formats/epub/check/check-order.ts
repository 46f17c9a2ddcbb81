import type { Element } from 'xast';
import type { Tell } from './check-xhtml.js';

/** Children whose order matters, as one word a child: what the whole must look like, by the parent. */
const ORDERS: Readonly<Record<string, RegExp>> = {
  html: /^head body $/,
  head: /^(meta |link )*title (meta |link )*$/,
  table: /^(caption )?(colgroup )*(thead )?((tbody )*|(tr )+)(tfoot )?$/,
  dl: /^((dt )+(dd )+)*$|^(div )+$/,
  ruby: /^((rp )?rt (rp )?|\w+ )*$/,
  ol: /^(li )+$/,
  ul: /^(li )+$/,
  tr: /^(t[hd] )*$/,
  details: /^summary /,
};

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
