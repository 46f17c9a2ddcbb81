import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';

/** An opening quotation mark or none, then the letter that is made large. */
const INITIAL = /^\s*([\p{Pi}\p{Ps}"'¿¡]?\p{L}\p{M}*)/u;

/**
 * Makes the first letter of a chapter's first paragraph large. A chapter that opens with anything but plain words
 * keeps its opening as it is.
 */
export function withDropCap(children: readonly ElementContent[]): ElementContent[] {
  const at = children.findIndex(
    (child) => child.type === 'element' && !/^h[1-6]$/.test(child.tagName) && !isEpigraph(child),
  );
  const paragraph = children[at];
  if (paragraph?.type !== 'element' || paragraph.tagName !== 'p') return [...children];
  const [first, ...rest] = paragraph.children;
  const initial = first?.type === 'text' ? INITIAL.exec(first.value) : undefined;
  if (first?.type !== 'text' || !initial) return [...children];
  const after = { ...first, value: first.value.slice(initial[0].length) };
  const opening = { ...paragraph, children: [h('span.drop-cap', initial[1]!), after, ...rest] };
  return children.with(at, opening);
}

function isEpigraph({ properties }: Element): boolean {
  return Array.isArray(properties.className) && properties.className.includes('epigraph');
}
