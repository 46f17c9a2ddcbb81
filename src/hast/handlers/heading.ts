import type { Element, ElementContent } from 'hast';
import type { Heading } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import { headingMark } from '../../normalise/headings/heading-marks.js';
import { classed, element } from '../element.js';
import { INTERNAL } from '../internal.js';
import { CLASS } from '../vocabulary.js';

/** A heading: its label stands before the title, a mark that is no part of it after. */
export function heading(state: State, node: Heading): Element {
  const { attributes } = node.data ?? {};
  const mark = headingMark(node);
  const title = state.all(mark ? { ...node, children: node.children.slice(0, -1) } : node);
  const label = attributes?.values.label;
  const content: ElementContent[] = [
    ...(label ? [classed(node, 'span', CLASS.headingLabel, [{ type: 'text', value: label }])] : []),
    ...(label && title.length > 0 ? [{ type: 'text', value: ' ' } as const] : []),
    ...title,
    ...(mark ? [classed(mark, 'span', CLASS.headingMark, [{ type: 'text', value: mark.value }])] : []),
  ];
  const { lang, short } = attributes?.values ?? {};
  return element(
    node,
    `h${node.depth}`,
    {
      ...(attributes?.id === undefined ? {} : { id: attributes.id }),
      ...(attributes && attributes.classes.length > 0 ? { className: [...attributes.classes] } : {}),
      ...(lang === undefined ? {} : { lang }),
      ...(short === undefined ? {} : { [INTERNAL.short]: short }),
      ...(attributes?.classes.includes('unlisted') ? { [INTERNAL.contents]: 'no' } : {}),
    },
    content,
  );
}
