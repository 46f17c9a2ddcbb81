import type { Element, ElementContent } from 'hast';
import type { Heading } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import { classed, element } from '../element.js';
import { INTERNAL } from '../internal.js';
import { CLASS } from '../vocabulary.js';

/** A heading: label and number stand before the title, marks that are no part of it after. */
export function heading(state: State, node: Heading): Element {
  const { attributes, heading: data } = node.data ?? {};
  const children: ElementContent[] = [];
  if (data?.label)
    children.push(
      classed(node, 'span', CLASS.headingLabel, state.all({ type: 'paragraph', children: [...data.label] })),
    );
  const title = state.all(node);
  const parts = [...children, ...(title.length > 0 ? [undefined] : [])];
  const content = parts.flatMap((part, index): ElementContent[] => [
    ...(index > 0 ? [{ type: 'text', value: ' ' } as const] : []),
    ...(part ? [part] : title),
  ]);
  if (data?.mark)
    content.push(classed(node, 'span', CLASS.headingMark, [{ type: 'text', value: data.mark }]));
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
