import type { Element } from 'hast';

/** What a text asks of the fonts. */
export interface FontNeeds {
  readonly characters: ReadonlySet<number>;
  readonly bold: boolean;
  readonly mono: boolean;
  readonly sans: boolean;
  readonly math: boolean;
}

const BOLD = new Set(['strong', 'b', 'dt']);
const MONO = new Set(['code', 'kbd', 'samp', 'pre']);

/** Looks through the prepared sections, and what is set beside the usual style, for what only some books need. */
export function fontNeeds(sections: readonly Element[], furniture: string, style = ''): FontNeeds {
  const needs = {
    bold: /font[^;}]*(?:bold|[6-9]00)/.test(style),
    mono: style.includes('--mono'),
    sans: style.includes('--sans'),
    math: false,
  };
  const seen = new Uint8Array(0x110000);
  const read = (text: string) => {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      const isHigh = code >= 0xd800 && code < 0xdc00;
      seen[isHigh ? text.codePointAt(i)! : code] = 1;
      if (isHigh) i++;
    }
  };
  const walk = ({ tagName, properties, children }: Element) => {
    if (BOLD.has(tagName)) needs.bold = true;
    if (MONO.has(tagName)) needs.mono = true;
    if (tagName === 'aside' && String(properties.className) === 'sidebar') needs.sans = true;
    if (tagName === 'math') {
      needs.math = true;
      return;
    }
    for (const child of children) {
      if (child.type === 'text') read(child.value);
      else if (child.type === 'element') walk(child);
    }
  };
  sections.forEach(walk);
  read(furniture);
  const characters = new Set<number>();
  for (let code = 0x21; code < seen.length; code++) if (seen[code]) characters.add(code);
  return { ...needs, characters };
}
