import type { Element } from 'hast';
import type { InlineMath, Math as MathBlock } from 'mdast-util-math';
import type { State } from 'mdast-util-to-hast';
import { classed, element } from '../element.js';
import { CLASS } from '../vocabulary.js';

/** TeX on lines of its own; rehype-math makes it MathML. */
export function math(_state: State, node: MathBlock): Element {
  return classed(node, 'div', CLASS.equation, [tex(node, 'math-display')]);
}

/** TeX among words. */
export function inlineMath(_state: State, node: InlineMath): Element {
  return tex(node, 'math-inline');
}

function tex(node: MathBlock | InlineMath, form: string): Element {
  return element(node, 'code', { className: ['language-math', form] }, [{ type: 'text', value: node.value }]);
}
