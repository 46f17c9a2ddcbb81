import { MappedText } from './mapped-text.js';
import { flanking } from './markdown-inline.js';
import { MARK } from './marks.js';

/** Characters that would be taken for markup anywhere in a line. */
const ALWAYS = /[\\`*$~]/;
const INLINE =
  /[\\`*$~]|_(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])_|\[(?=\^)|\[(?=(?:[^[\]]|\[[^[\]]{0,80}\]){0,400}\](?:\(|\[|:|\{))|\^(?=\[)|<(?=[a-z/!?])|&(?=#?\w+;)|:(?=[a-z-]+[[{])/giu;
/** What would be taken for the start of a block. */
const BLOCK_START: readonly (readonly [RegExp, (match: string) => string])[] = [
  [/^#{1,6}(?=\s|$)/, (m) => `\\${m}`],
  [/^>/, (m) => `\\${m}`],
  [/^[-+](?=\s|$)/, (m) => `\\${m}`],
  [/^\d{1,9}(?=[.)](?:\s|$))/, (m) => `${m}\\`],
  [/^(?:-[ -]*|=+|_[ _]*)$/, (m) => `\\${m}`],
  [/^:(?=[:\s])/, (m) => `\\${m}`],
  [/^\|/, (m) => `\\${m}`],
];

const PAIRS: Record<string, readonly [mark: string, html: string]> = {
  [MARK.emOpen]: ['*', '<em>'],
  [MARK.emClose]: ['*', '</em>'],
  [MARK.strongOpen]: ['**', '<strong>'],
  [MARK.strongClose]: ['**', '</strong>'],
};

/** Writes a marked text as inline Markdown that reads back as the same text. */
export function writeInline(text: MappedText): MappedText {
  const { value } = text;
  const emphasis = emphasisMarks(value);
  const parts: (MappedText | string)[] = [];
  let from = 0;
  let verbatim = 0;
  const flush = (to: number) => {
    if (to <= from) return;
    const piece = text.slice(from, to);
    parts.push(verbatim > 0 ? piece : escaped(piece));
  };
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if (code < 0xfdd0 || code > 0xfdda) continue;
    flush(at);
    from = at + 1;
    const mark = value[at]!;
    if (mark === MARK.verbatimOpen) verbatim++;
    else if (mark === MARK.verbatimClose) verbatim--;
    else if (mark === MARK.callOpen || mark === MARK.pageOpen) {
      parts.push(mark === MARK.callOpen ? '[^' : ':page-mark[');
      verbatim++;
    } else if (mark === MARK.callClose || mark === MARK.pageClose) {
      parts.push(']');
      verbatim--;
    } else if (mark === MARK.lineBreak) parts.push('\\\n');
    else parts.push(emphasis.get(at) ?? '');
  }
  flush(value.length);
  return MappedText.concat(parts);
}

/** Protects the start of a line from being taken for a heading, a list, a quotation. */
export function protectStart(text: MappedText): MappedText {
  for (const [pattern, by] of BLOCK_START) {
    const match = pattern.exec(text.value);
    if (match) return text.splice(0, match[0].length, by(match[0]));
  }
  return text;
}

function escaped(text: MappedText): MappedText {
  if (!ALWAYS.test(text.value) && !/[_[<&:^]/.test(text.value)) return text;
  return text.replace(INLINE, (match) => `\\${match[0]}`);
}

/** How each emphasis mark is written: stars where they work, HTML where the neighbours forbid it. */
function emphasisMarks(value: string): ReadonlyMap<number, string> {
  const written = new Map<number, string>();
  const open: number[] = [];
  for (let at = 0; at < value.length; at++) {
    const mark = value[at]!;
    if (mark === MARK.emOpen || mark === MARK.strongOpen) open.push(at);
    else if (mark === MARK.emClose || mark === MARK.strongClose) {
      const start = open.pop();
      if (start === undefined) continue;
      const fits = flanks(value, start, 'left') && flanks(value, at, 'right');
      const which = fits ? 0 : 1;
      written.set(start, PAIRS[value[start]!]![which]);
      written.set(at, PAIRS[mark]![which]);
    }
  }
  return written;
}

function flanks(value: string, at: number, side: 'left' | 'right'): boolean {
  let before = at - 1;
  while (before >= 0 && PAIRS[value[before]!]) before--;
  let after = at + 1;
  while (after < value.length && PAIRS[value[after]!]) after++;
  return flanking(asWritten(value[before]), asWritten(value[after]))[side];
}

/** The character that will stand in the Markdown: a call begins and ends with a bracket. */
function asWritten(character: string | undefined): string {
  if (character === undefined || character === MARK.lineBreak) return ' ';
  return /[\uFDD0-\uFDEF]/.test(character) ? '[' : character;
}
