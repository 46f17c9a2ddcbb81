import type { Root } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { tell } from '../../report/file-messages.js';
import { nearestName } from '../../report/nearest-name.js';
import { directiveNames } from './known-directives.js';

const LIKE_A_DIRECTIVE = /(?<![\p{L}\p{N}:]):([a-z][a-z-]*)(?=[[{])/gu;

/** Points out words that are text but one letter away from a directive: `:cs[…]` for `:sc[…]`. */
export function reportMisspelt(tree: Root, file: VFile): void {
  const names = directiveNames('text');
  visitParents(tree, 'text', (node, ancestors) => {
    if (!/:[a-z-]+[[{]/.test(node.value)) return;
    for (const [written, name] of node.value.matchAll(LIKE_A_DIRECTIVE)) {
      const nearest = nearestName(name!, names, name!.length > 2 ? 1 : 0) ?? swapped(name!, names);
      if (nearest === undefined || nearest === name) continue;
      tell(file, {
        severity: 'warning',
        code: 'unknown-directive',
        reason: `Unexpected \`${written}\` in the text, expected \`:${nearest}\``,
        place: node,
        ancestors: [...ancestors, node],
        note: 'It is printed as it stands; put a backslash before the colon if that is right.',
      });
    }
  });
}

/** Two letters, both right and in the wrong order. */
function swapped(name: string, names: readonly string[]): string | undefined {
  return names.find((one) => one.length === 2 && one === [...name].reverse().join(''));
}
