import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { licenceName } from '../../../../fonts/licence-name.js';
import type { Typeface } from '../../../../fonts/typefaces.js';
import { FONT_CREDIT } from './front-matter.js';

/** Names on the copyright page every family that the book is set in, those of one licence together before its name. */
export async function creditFonts(
  sections: readonly Element[],
  families: readonly Typeface[],
): Promise<void> {
  const byLicence = new Map<string, string[]>();
  for (const { name, licence } of families) {
    const own = (licence && (await licenceName(licence))) ?? '';
    byLicence.set(own, [...(byLicence.get(own) ?? []), name]);
  }
  const value = [...byLicence]
    .map(([licence, names]) => [names.join(', '), licence && `(${licence})`].filter(Boolean).join(' '))
    .join('; ');
  for (const section of sections)
    if (section.properties.dataKind === 'imprint')
      visit(section, 'element', (node) => {
        const { className } = node.properties;
        if (Array.isArray(className) && className.includes(FONT_CREDIT))
          node.children = [{ type: 'text', value }];
      });
}
