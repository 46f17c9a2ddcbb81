import type { Element } from 'hast';
import type { FootnoteReference } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import { classed } from '../element.js';
import { INTERNAL } from '../internal.js';
import { CLASS } from '../vocabulary.js';

/** A call: number, anchor and target are given once the whole edition is known. */
export function footnoteReference(_state: State, node: FootnoteReference): Element {
  return classed(
    node,
    'a',
    CLASS.noteCall,
    [{ type: 'text', value: node.data?.octavo?.originalLabel || '?' }],
    {
      href: '#',
      role: 'doc-noteref',
      [INTERNAL.call]: node.identifier,
    },
  );
}
