import type { Element, ElementContent } from 'hast';
import { INTERNAL } from '../hast/internal.js';
import { CLASS } from '../hast/vocabulary.js';
import type { Title } from './edition.js';
import { textOf } from './text-of.js';

/** No part of a title: calls, marks, the label and number before it. */
const LEFT_OUT = new Set<string>([
  CLASS.noteCall,
  CLASS.pageMark,
  CLASS.headingLabel,
  CLASS.headingNumber,
  CLASS.headingMark,
]);
const KEPT = new Set('em i strong b cite code sub sup s del q bdi bdo math'.split(' '));

/** The title of a heading, without calls, marks, links and anchors (they belong to the heading alone). */
export function titleOf(heading: Element): Title {
  const content = trimmed(bare(heading.children));
  const label = heading.children.find(
    (child) => hasClass(child, CLASS.headingLabel) || hasClass(child, CLASS.headingNumber),
  );
  const short = heading.properties[INTERNAL.short];
  const labelText = label ? textOf(bare([...(label as Element).children])) : '';
  return {
    text: textOf(content),
    content,
    ...(labelText ? { label: labelText } : {}),
    ...(typeof short === 'string' && short ? { short } : {}),
  };
}

/** The title of a section that has no heading of its own. */
export function plainTitle(text: string): Title {
  return { text, content: [{ type: 'text', value: text }] };
}

function bare(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [{ type: 'text', value: node.value.replace(/\s+/g, ' ') }];
    if (node.type !== 'element' || [...LEFT_OUT].some((name) => hasClass(node, name))) return [];
    if (node.tagName === 'br') return [{ type: 'text', value: ' ' }];
    if (node.tagName === 'img') return [{ type: 'text', value: String(node.properties.alt ?? '') }];
    if (node.tagName === 'math') return [structuredClone(node)];
    const children = bare(node.children);
    const isStyled = hasClass(node, CLASS.smallCaps) || node.properties.lang !== undefined;
    if (!KEPT.has(node.tagName) && !isStyled) return children;
    const { className, lang } = node.properties;
    const properties = { ...(className ? { className } : {}), ...(lang ? { lang } : {}) };
    return [{ type: 'element', tagName: node.tagName, properties, children }];
  });
}

/** Without white space at the ends, which leaving things out can lay bare. */
function trimmed(content: ElementContent[]): ElementContent[] {
  const first = content[0];
  if (first?.type === 'text') first.value = first.value.trimStart();
  const last = content.at(-1);
  if (last?.type === 'text') last.value = last.value.trimEnd();
  return content.filter((node) => node.type !== 'text' || node.value !== '');
}

export function hasClass(node: ElementContent, name: string): boolean {
  const classes = node.type === 'element' ? node.properties.className : undefined;
  return Array.isArray(classes) && classes.includes(name);
}
