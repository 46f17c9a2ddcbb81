import type { ElementContent } from 'hast';
import { templateText } from '../../package-folder.js';
import { classes } from './convert.js';
import type { EmbeddedFonts } from './fonts.js';
import { eachElement } from './text-files.js';

/** The style sheet: the template, the widths and indents that the text uses, and the faces that are packed. */
export function styleSheet(contents: readonly (readonly ElementContent[])[], fonts: EmbeddedFonts): string {
  const used = new Set<string>();
  for (const content of contents)
    eachElement(content, (node) => {
      for (const name of classes(node)) if (/^(width|indent)-\d+$/.test(name)) used.add(name);
    });
  const rules = [...used].sort().map((name) => {
    const [kind, number] = name.split('-');
    return kind === 'width'
      ? `.${name} {\n  width: ${number}%;\n}`
      : `.${name} {\n  padding-inline-start: ${2 + Number(number)}em;\n}`;
  });
  return [templateText('epub/style.css'), ...rules, fonts.css].filter(Boolean).join('\n');
}
