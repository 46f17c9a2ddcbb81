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
      for (const name of classes(node)) if (/^(width|indent|fits)-\d+$/.test(name)) used.add(name);
    });
  const rules = [...used].sort().map((name) => {
    const [kind, number] = name.split('-');
    if (kind === 'fits') return inRows(name, Number(number));
    return kind === 'width'
      ? `.${name} {\n  width: ${number}%;\n}`
      : `.${name} {\n  padding-inline-start: ${3 + Number(number)}em;\n}`;
  });
  const mathematics = hasDrawnMath ? templateText('mathematics.css') : '';
  return [templateText('epub/style.css'), mathematics, ...rules, fonts.css].filter(Boolean).join('\n');
}

/**
 * Where a column is narrower than the words of a table, its cells stand under each other, each with the name of its
 * column. The box is asked, and not the screen: a reader that turns pages lays all of them on one wide screen.
 */
function inRows(name: string, width: number): string {
  return `@container (max-width: ${width}em) {
  table.${name},
  .${name} tbody,
  .${name} tr,
  .${name} td,
  .${name} tbody th {
    display: block;
    text-align: start;
  }
  .${name} thead {
    position: absolute;
    clip: rect(0 0 0 0);
    height: 1px;
    width: 1px;
    overflow: hidden;
  }
  .${name} tr {
    margin-bottom: 0.8em;
    border-bottom: 1px solid;
  }
  .${name} td,
  .${name} tbody th {
    padding: 0.1em 0;
    border: 0;
    overflow-wrap: anywhere;
  }
  .${name} td[data-label]::before {
    content: attr(data-label) ": ";
    font-style: italic;
  }
}`;
}
