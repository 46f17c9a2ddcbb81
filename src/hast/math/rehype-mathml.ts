import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import temml from 'temml';
import { visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { tell } from '../../report/file-messages.js';
import { plainMathml } from './plain-mathml.js';

/** Turns TeX (`code.language-math`) into MathML with the TeX as `alttext`; TeX that is wrong stays as it is written. */
export function rehypeMathml() {
  return (tree: Root, file: VFile): void => {
    visitParents(tree, 'element', (node, ancestors) => {
      const classes = node.properties.className;
      if (node.tagName !== 'code' || !Array.isArray(classes) || !classes.includes('language-math')) return;
      const tex = textOf(node);
      try {
        Object.assign(node, mathml(tex, classes.includes('math-display')), { position: node.position });
      } catch (cause) {
        tell(file, {
          severity: 'error',
          code: 'math',
          reason: `Unexpected TeX: ${messageOf(cause)}`,
          place: node,
          ancestors: [...ancestors, node],
          note: 'Correct the formula; until then its source is printed.',
          cause,
        });
        node.properties.className = ['language-tex'];
      }
    });
  };
}

/** MathML of a formula. @throws Error for TeX that is wrong. */
function mathml(tex: string, display: boolean): Element {
  const html = temml.renderToString(tex, {
    displayMode: display,
    throwOnError: true,
    trust: false,
    maxExpand: 1000,
    maxSize: [40, 40],
  });
  const math = fromHtml(html, { fragment: true, verbose: false }).children[0];
  if (math?.type !== 'element') throw new Error(`temml gave no element for ${tex}`);
  const plain = plainMathml(math);
  plain.properties = { ...(display ? { display: 'block' } : {}), alttext: tex.trim() };
  return plain;
}

/** Without the line that temml draws under the place. */
function messageOf(cause: unknown): string {
  return cause instanceof Error
    ? cause.message.replaceAll('\u0332', '').replace(/\s+/g, ' ').trim()
    : String(cause);
}
