import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { all, common, createLowlight } from 'lowlight';
import { SKIP, visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { tell } from '../../report/file-messages.js';
import { nearestName } from '../../report/nearest-name.js';

const lowlight = createLowlight(common);
let knowsAll = false;

/** The languages that are rare in books are made ready when the first of them comes. */
function knows(language: string): boolean {
  if (!lowlight.registered(language) && !knowsAll) {
    lowlight.register(all);
    knowsAll = true;
  }
  return lowlight.registered(language);
}

/** Marks the words of code with `span.hljs-*`, for blocks that name their language. */
export function rehypeCodeColours() {
  return (tree: Root, file: VFile): void => {
    visitParents(tree, 'element', (node, ancestors) => {
      const parent = ancestors.at(-1);
      if (node.tagName !== 'code' || parent?.type !== 'element' || parent.tagName !== 'pre') return undefined;
      const language = languageOf(node);
      if (!language) return undefined;
      if (knows(language)) {
        node.children = lowlight.highlight(language, textOf(node)).children as Element[];
        node.properties.className = ['hljs', `language-${language}`];
      } else suggest(language, node, [...ancestors, node], file);
      return SKIP;
    });
  };
}

function languageOf(node: Element): string | undefined {
  const classes = node.properties.className;
  const names = Array.isArray(classes) ? classes.map(String) : [];
  return names.find((name) => name.startsWith('language-'))?.slice('language-'.length);
}

function suggest(language: string, place: Element, ancestors: (Root | Element)[], file: VFile): void {
  const nearest = nearestName(language, lowlight.listLanguages());
  if (!nearest) return;
  tell(file, {
    severity: 'info',
    code: 'code-language',
    reason: `Unexpected language of code \`${language}\`, expected \`${nearest}\``,
    place,
    ancestors: ancestors as Element[],
    note: 'The code is printed in one colour.',
  });
}
