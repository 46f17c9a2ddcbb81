import type { Root } from 'hast';
import { visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { isLanguageTag } from '../../config/language-tag.js';
import { tell } from '../../report/file-messages.js';

/** Takes away, and reports, what no reader and no rule of hyphenation knows as a language. */
export function dropFalseLanguages(tree: Root, file: VFile): void {
  visitParents(tree, 'element', (node, ancestors) => {
    const { lang } = node.properties;
    if (lang === undefined || (typeof lang === 'string' && isLanguageTag(lang))) return;
    delete node.properties.lang;
    tell(file, {
      severity: 'warning',
      code: 'language-unknown',
      reason: `Unexpected language \`${String(lang)}\`, expected a tag such as \`fr\` or \`pt-BR\``,
      place: node.position ?? ancestors.findLast(({ position }) => position)?.position,
      ancestors: [...ancestors, node],
      note: 'The words are set in the language of the text around them.',
    });
  });
}
