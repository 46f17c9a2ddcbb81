import type { ElementContent } from 'hast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import type { State } from 'mdast-util-to-hast';
import { DIRECTIVE_HANDLERS } from '../directives/index.js';
import { element } from '../element.js';

/** A directive, by the handler of its name. */
export function directive(
  state: State,
  node: ContainerDirective | LeafDirective | TextDirective,
): ElementContent | ElementContent[] {
  const handle = Object.hasOwn(DIRECTIVE_HANDLERS, node.name) ? DIRECTIVE_HANDLERS[node.name] : undefined;
  // Names that the parser does not know are settled there; those of another's processor keep their contents.
  if (!handle) return element(node, node.type === 'textDirective' ? 'span' : 'div', {}, state.all(node));
  return handle(state, node);
}
