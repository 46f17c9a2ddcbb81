import type { Fault } from './fault.js';

/** What a reader’s style sheet must not have, and why. */
const REFUSED: readonly [RegExp, string][] = [
  [/var\s*\(|--[a-z]/i, 'A custom property, which Kindle cannot read'],
  [/@import\b/i, 'An import'],
  [/url\(\s*["']?\s*(https?:|\/\/|data:|file:|javascript:)/i, 'Something that is fetched from outside'],
  [
    /(^|[{;\s])(?:color|background(?:-color)?|fill|stroke|filter|color-scheme|caret-color|text-shadow)\s*:(?!\s*(?:inherit|currentcolor))/im,
    'A colour, which night mode would fight',
  ],
  [
    /(^|[{;\s])font-size\s*:\s*(?:[\d.]+(px|pt|cm|mm|in|vw|vh|rem)|(x*-?(small|large)|medium))\b/im,
    'A fixed size of type',
  ],
  [/(^|[{;\s])font\s*:/im, 'Face and size of type at once'],
  [/(^|[{;\s])line-height\s*:\s*[\d.]+(px|pt|cm|mm|in)/im, 'A fixed leading'],
  [
    /(^|[{;\s])(?:(?:min-|max-)?(?:width|height)|margin[\w-]*|padding[\w-]*|text-indent)\s*:[^;}]*?(?<![\d.])(?:[2-9]|\d{2,}|\d*\.\d+)(px|pt|cm|mm|in)\b/im,
    'A fixed length, which fits one screen only',
  ],
  [/position\s*:\s*fixed/i, 'A fixed position'],
  [/visibility\s*:\s*hidden|opacity\s*:|user-select\s*:/i, 'Text that cannot be seen or taken'],
  [/text-align\s*:\s*justify/i, 'An alignment, which is the reader’s'],
  [/!important/i, 'A rule that the reader cannot overrule'],
];

/** Where a face of the book may be set: on the whole text, so that the reader’s choice overrules it, and on code. */
const FAMILY_OF = /^(body|math|(pre|code|kbd|samp)(,\s*(pre|code|kbd|samp))*)$/;
const GENERIC = /^(serif|sans-serif|monospace|math)$/;

/** Judges the style sheet: size, colour and face of the text are the reader’s. */
export function checkCss(file: string, css: string): Fault[] {
  const faults: Fault[] = [];
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  const tell = (at: number, message: string) =>
    faults.push({ file, line: bare.slice(0, at).split('\n').length, rule: 'css', message });
  for (const [pattern, message] of REFUSED) {
    const found = pattern.exec(bare);
    if (found) tell(found.index, message);
  }
  if (bare.split('{').length !== bare.split('}').length) tell(0, 'A rule that does not end');
  const faces = new Set<string>();
  for (const { selector, body, at } of rulesOf(bare)) {
    for (const [, family = ''] of body.matchAll(/font-family\s*:\s*([^;}]+)/g)) {
      const names = family.split(',').map((name) => name.trim().replace(/^["']|["']$/g, ''));
      if (selector === '@font-face') faces.add(names[0]!);
      else if (!FAMILY_OF.test(selector)) tell(at, `A face of type on ${selector}, which is the reader’s`);
      else if (names.some((name) => !faces.has(name) && !GENERIC.test(name)))
        tell(at, `A face of type that the book has not: ${family.trim()}`);
    }
    // The heads of a table that fell into rows are for those who hear it.
    if (/position\s*:\s*(absolute|sticky)/.test(body) && !/ thead$/.test(selector))
      tell(at, `${selector} is taken out of the text`);
    // The breaks between lines of verse are for readers that know no style.
    if (/display\s*:\s*none/.test(body) && selector !== '.stanza br') tell(at, `${selector} is hidden`);
  }
  for (const comment of css.match(/\/\*[\s\S]*?\*\//g) ?? [])
    if (comment.includes('--'))
      tell(css.indexOf(comment), 'Two hyphens in a comment, at which some readers stop');
  return faults;
}

function* rulesOf(css: string): Generator<{ selector: string; body: string; at: number }> {
  for (const { 1: selector = '', 2: body = '', index } of css.matchAll(/([^{};]+)\{([^{}]*)\}/g))
    yield { selector: selector.trim().replace(/\s+/g, ' '), body, at: index + selector.search(/\S/) };
}
