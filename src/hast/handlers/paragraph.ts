import type { Element } from 'hast';
import type { Paragraph } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import { element } from '../element.js';
import { figureOf } from '../figure.js';

/** A paragraph; one that holds nothing but a picture is a figure. */
export function paragraph(state: State, node: Paragraph): Element {
  const children = state.all(node);
  const [first, ...rest] = children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  if (rest.length === 0 && first?.type === 'element' && first.tagName === 'img') return figureOf(node, first);
  return element(node, 'p', {}, children);
}
