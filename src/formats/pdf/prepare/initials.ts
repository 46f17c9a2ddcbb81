import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';

/** Marks of opening that stand with the first letter. */
const INITIAL = /^\s*[“‘«‹„‚"'¿¡([]*\p{L}\p{M}*/u;

/**
 * Makes the first letter of a chapter's text a large initial. It rises above its line instead of hanging below it,
 * so that all lines of the paragraph keep the measure.
 */
export function withInitial(children: readonly ElementContent[]): ElementContent[] {
  const elements = children.filter((child): child is Element => child.type === 'element');
  const heading = elements.findIndex(({ tagName }) => tagName === 'h1');
  const first = elements[heading + 1];
  if (heading < 0 || first?.tagName !== 'p') return [...children];
  const opened = raise(first);
  return children.map((child) => (child === first ? (opened ?? child) : child));
}

function raise(element: Element): Element | undefined {
  const [first, ...rest] = element.children;
  if (first?.type === 'element') {
    const inner = /^(?:em|strong|i|b|span)$/.test(first.tagName) ? raise(first) : undefined;
    return inner && { ...element, children: [inner, ...rest] };
  }
  const initial = first?.type === 'text' ? INITIAL.exec(first.value)?.[0] : undefined;
  if (first?.type !== 'text' || initial === undefined) return undefined;
  const tail: ElementContent = { type: 'text', value: first.value.slice(initial.length) };
  return { ...element, children: [h('span.initial', initial.trimStart()), tail, ...rest] };
}
