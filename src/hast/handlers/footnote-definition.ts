import type { Element } from 'hast';
import type { FootnoteDefinition } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import { element } from '../element.js';
import { INTERNAL } from '../internal.js';

/** A note, where its source has it; the assembly of the edition takes it out of the text. */
export function footnoteDefinition(state: State, node: FootnoteDefinition): Element {
  const data = node.data?.octavo;
  return element(
    node,
    'section',
    {
      [INTERNAL.note]: node.identifier,
      dataSeries: data?.series ?? 'author',
      dataLabel: data ? data.originalLabel : (node.label ?? node.identifier),
    },
    state.all(node),
  );
}
