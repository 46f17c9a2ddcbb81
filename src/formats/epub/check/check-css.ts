import type { Fault } from './fault.js';

/** What a reader’s style sheet must not have, and why. */
const REFUSED: readonly [RegExp, string][] = [
  [/var\s*\(|--[a-z]/i, 'A custom property, which Kindle cannot read'],
  [/@import\b/i, 'An import'],
  [/url\(\s*["']?\s*(https?:|\/\/|data:|file:|javascript:)/i, 'Something that is fetched from outside'],
  [
    /(^|[{;\s])(?:color|background(?:-color)?)\s*:(?!\s*(?:inherit|currentcolor))/im,
    'A colour, which night mode would fight',
  ],
  [/(^|[{;\s])font-size\s*:\s*[\d.]+(px|pt|cm|mm|in|vw|vh|rem)/im, 'A fixed size of type'],
  [/(^|[{;\s])line-height\s*:\s*[\d.]+(px|pt|cm|mm|in)/im, 'A fixed leading'],
  [/position\s*:\s*fixed/i, 'A fixed position'],
  [/!important/i, 'A rule that the reader cannot overrule'],
];

/** Judges the style sheet: size, colour and face of the text are the reader’s. */
export function checkCss(file: string, css: string): Fault[] {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  return REFUSED.flatMap(([pattern, message]) => {
    const found = pattern.exec(bare);
    return found ? [{ file, line: bare.slice(0, found.index).split('\n').length, rule: 'css', message }] : [];
  });
}
