import type { ElementContent } from 'hast';
import { templateText } from '../../package-folder.js';
import { classes } from './convert.js';
import type { EmbeddedFonts } from './fonts.js';
import { eachElement } from './text-files.js';

/** The style sheet: the template, what formulas need, the widths and indents that the text uses, and the faces that are packed. */
export function styleSheet(contents: readonly (readonly ElementContent[])[], fonts: EmbeddedFonts): string {
  const used = new Set<string>();
  let hasDrawnMath = false;
  for (const content of contents)
    eachElement(content, (node) => {
      if (node.tagName === 'mtable' || node.tagName === 'menclose') hasDrawnMath = true;
      for (const name of classes(node)) if (/^(width|indent)-\d+$/.test(name)) used.add(name);
    });
  const rules = [...used].sort().map((name) => {
    const [kind, number] = name.split('-');
    return kind === 'width'
      ? `.${name} {\n  width: ${number}%;\n}`
      : `.${name} {\n  padding-inline-start: ${2 + Number(number)}em;\n}`;
  });
  const mathematics = hasDrawnMath ? templateText('mathematics.css') : '';
  return [templateText('epub/style.css'), mathematics, ...rules, fonts.css].filter(Boolean).join('\n');
}
