import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { lineOf } from './place-of.js';

const BOXES = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol dl dt dd li blockquote pre table thead tbody tfoot tr td th caption colgroup col figure figcaption div section aside hr'.split(
    ' ',
  ),
);
/** Boxes whose children are given by the grammar of HTML. */
const FIXED = new Set([
  'table',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'colgroup',
  'ul',
  'ol',
  'dl',
  'figure',
  'pre',
]);

export function isBox(node: ElementContent): node is Element {
  return node.type === 'element' && BOXES.has(node.tagName);
}

/** Puts text that stands beside boxes into a paragraph: the page engine measures either lines or boxes. */
export function wrapLooseText(children: readonly ElementContent[], parent: string): ElementContent[] {
  if (FIXED.has(parent) || !children.some(isBox)) return [...children];
  const wrapped: ElementContent[] = [];
  let loose: ElementContent[] = [];
  const close = () => {
    if (loose.some((node) => node.type !== 'text' || node.value.trim())) {
      wrapped.push(h('p.loose', lineOf(loose[0]!), loose));
    }
    loose = [];
  };
  for (const child of children) {
    if (isBox(child)) {
      close();
      wrapped.push(child);
    } else loose.push(child);
  }
  close();
  return wrapped;
}
