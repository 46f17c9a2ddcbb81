import type { ElementContent, Properties } from 'hast';
import type { Nodes, PhrasingContent } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import type { State } from 'mdast-util-to-hast';

export type Directive = ContainerDirective | LeafDirective | TextDirective;
export type DirectiveHandler = (state: State, node: Directive) => ElementContent | ElementContent[];

/** Id, classes and language that any directive may carry. */
export function commonProperties(node: Directive, ...className: string[]): Properties {
  const { id, class: classes, lang } = node.attributes ?? {};
  const names = [...className, ...(classes ?? '').split(/\s+/).filter(Boolean)];
  return {
    ...(id ? { id } : {}),
    ...(names.length > 0 ? { className: names } : {}),
    ...(lang ? { lang } : {}),
  };
}

/** What stands in the brackets of a container: `:::figure[Caption]`. */
export function labelOf(node: Directive): PhrasingContent[] | undefined {
  const first = node.type === 'containerDirective' ? node.children[0] : undefined;
  return first?.type === 'paragraph' && first.data?.directiveLabel ? first.children : undefined;
}

/** The blocks of a container without its label. */
export function bodyOf(node: Directive): Nodes[] {
  return labelOf(node) ? node.children.slice(1) : [...node.children];
}

/** HTML of the blocks given, as children of `node`. */
export function blocks(state: State, nodes: readonly Nodes[]): ElementContent[] {
  return state.all({ type: 'root', children: nodes as never[] }) as ElementContent[];
}

/** HTML of running text. */
export function inline(state: State, children: readonly PhrasingContent[]): ElementContent[] {
  return state.all({ type: 'paragraph', children: [...children] });
}
