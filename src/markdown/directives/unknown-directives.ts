import type { Parents, PhrasingContent, Root, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import { SKIP, visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { tell } from '../../report/file-messages.js';
import { nearestName } from '../../report/nearest-name.js';
import { type DirectiveForm, directiveNames, isKnownDirective } from './known-directives.js';

type Directive = ContainerDirective | LeafDirective | TextDirective;
const FORMS = { containerDirective: 'container', leafDirective: 'leaf', textDirective: 'text' } as const;
const COLONS = { container: ':::', leaf: '::', text: ':' } as const;

/** Puts the contents of each unknown directive in its place and reports it. */
export function settleUnknownDirectives(tree: Root, file: VFile): void {
  visitParents(tree, (node, ancestors) => {
    if (node.type !== 'containerDirective' && node.type !== 'leafDirective' && node.type !== 'textDirective')
      return;
    const form = FORMS[node.type];
    if (isKnownDirective(node.name, form)) return;
    const parent = ancestors.at(-1)!;
    const index = (parent.children as unknown[]).indexOf(node);
    report(node, form, [...ancestors, node], file);
    (parent as { children: RootContent[] }).children.splice(index, 1, ...contentsOf(node, file));
    return [SKIP, index];
  });
}

function report(node: Directive, form: DirectiveForm, ancestors: (Parents | Directive)[], file: VFile): void {
  const names = directiveNames(form);
  const nearest = nearestName(node.name, names);
  tell(file, {
    severity: 'warning',
    code: 'unknown-directive',
    reason: `Unexpected directive \`${COLONS[form]}${node.name}\`, expected ${nearest ? `\`${COLONS[form]}${nearest}\`` : 'a known name'}`,
    place: node,
    ancestors,
    note:
      form === 'container'
        ? `What it holds is kept as ordinary text. Known names: ${names.join(', ')}.`
        : 'The line is kept as ordinary text.',
  });
}

function contentsOf(node: Directive, file: VFile): RootContent[] {
  if (node.type === 'containerDirective') return node.children;
  const { position } = node;
  const opening = `${COLONS[FORMS[node.type]]}${node.name}`;
  const source = position ? String(file).slice(position.start.offset, position.end.offset) : opening;
  // A label is running text with its own markup; what stands round it is kept to the letter.
  const first = node.children[0]?.position?.start.offset;
  const last = node.children.at(-1)?.position?.end.offset;
  const start = position?.start.offset ?? 0;
  const children: PhrasingContent[] =
    first === undefined || last === undefined
      ? [{ type: 'text', value: source, position }]
      : [
          { type: 'text', value: source.slice(0, first - start), position },
          ...node.children,
          { type: 'text', value: source.slice(last - start), position },
        ];
  return node.type === 'leafDirective' ? [{ type: 'paragraph', children, position }] : children;
}
