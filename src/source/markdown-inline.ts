import { type MappedText, MappedTextBuilder } from './mapped-text.js';
import { MARK } from './marks.js';

/** What stands in a text as Markdown and is handed on untouched, each matched at one place. */
const VERBATIM: readonly RegExp[] = [
  // Code: the closing run is as long as the opening one.
  /(`{1,20})(?!`)[\s\S]{0,2000}?[^`]\1(?!`)/y,
  // A raised mark is one thing: it may be the call of a note.
  /<sup>\s*[\da-z*†‡]{1,3}\s*<\/sup>/iy,
  // HTML tags and comments, links in angle brackets.
  /<(?:\/?[a-z][^<>]{0,1000}|!--[\s\S]{0,2000}?--|[a-z][a-z0-9+.-]+:[^\s<>]*)>/iy,
  // Pictures and links, with one level of brackets inside.
  /!?\[(?!\^)(?:[^[\]\\\n]|\\.|\[[^[\]\n]{0,200}\]){0,600}\]\((?:[^()\\\n]|\\.|\([^()\n]{0,200}\)){0,1000}\)/y,
  /!?\[(?!\^|\d+\])(?:[^[\]\\\n]|\\.){1,600}\]\[[^[\]^\d\n][^[\]\n]{0,100}\]/y,
  // Directives among words, and inline notes.
  /(?<!:):(?:lang|page|index|sc|spaced)(?:\[(?:[^[\]\\\n]|\\.)*\](?:\{[^{}\n]*\})?|\{[^{}\n]*\})/iy,
  /\^\[(?:[^[\]\\\n]|\\.|\[[^[\]\n]{0,200}\]){0,2000}\]/y,
  // Mathematics between dollars that touch it.
  /\$(?![\s$])(?:[^$\\\n]|\\.){1,500}?(?<!\s)\$(?!\d)/y,
  /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/iy,
  /(?:https?:\/\/|ftp:\/\/|www\.)[^\s<>*\\\uFDD0-\uFDEF]*[^\s<>.,;:!?'")\]*_\\\uFDD0-\uFDEF]/iy,
];
const PAGE = /:page-mark\[([^\]\n]{1,12})\]/y;
const CALL = /\[\^([^\]\s^]+)\]/y;
const BREAK = /(?:\\| {2,})\n|<br *\/?>\n?/iy;
const ESCAPE = /\\([!-/:-@[-`{-~])/y;
/** Where anything of the above may begin. */
const BEGIN = /[`<![\]:^$&hfw\\*_ ]/i;

interface Delimiter {
  readonly character: string;
  readonly index: number;
  count: number;
  readonly length: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** Turns inline Markdown into marks. Emphasis by the rules of CommonMark. */
export function readInline(text: MappedText): MappedText {
  const pieces: (MappedText | string)[] = [];
  const delimiters: Delimiter[] = [];
  const { value } = text;
  let plainFrom = 0;
  const flush = (to: number) => {
    if (to > plainFrom) pieces.push(text.slice(plainFrom, to));
  };
  const match = (pattern: RegExp, at: number) => {
    pattern.lastIndex = at;
    return pattern.exec(value);
  };
  for (let at = 0; at < value.length; ) {
    const character = value[at]!;
    if (!BEGIN.test(character)) {
      at++;
      continue;
    }
    const found = readAt(at);
    if (!found) {
      at++;
      continue;
    }
    flush(at);
    pieces.push(...found.pieces);
    at = found.end;
    plainFrom = at;
  }
  flush(value.length);
  pairDelimiters(delimiters, pieces);
  const builder = new MappedTextBuilder();
  for (const piece of pieces) builder.add(piece);
  return builder.build();

  function readAt(at: number): { pieces: (MappedText | string)[]; end: number } | undefined {
    const character = value[at]!;
    const literal = character === '\\' ? match(ESCAPE, at) : null;
    if (literal) return { pieces: [text.slice(at + 1, at + 2)], end: at + 2 };
    const lineBreak = match(BREAK, at);
    if (lineBreak) return { pieces: [MARK.lineBreak], end: at + lineBreak[0].length };
    const page = match(PAGE, at);
    if (page) {
      const label = text.slice(at + page[0].indexOf('[') + 1, at + page[0].length - 1);
      return { pieces: [MARK.pageOpen, label, MARK.pageClose], end: at + page[0].length };
    }
    const call = match(CALL, at);
    if (call) {
      const end = at + call[0].length;
      return { pieces: [MARK.callOpen, text.slice(at + 2, end - 1), MARK.callClose], end };
    }
    for (const pattern of VERBATIM) {
      const found = match(pattern, at);
      if (!found) continue;
      const end = at + found[0].length;
      return { pieces: [MARK.verbatimOpen, text.slice(at, end), MARK.verbatimClose], end };
    }
    if (character !== '*' && character !== '_') return undefined;
    let end = at + 1;
    while (value[end] === character) end++;
    delimiters.push(delimiter(value, at, end, pieces.length + (at > plainFrom ? 1 : 0)));
    return { pieces: [text.slice(at, end)], end };
  }
}

function delimiter(value: string, start: number, end: number, index: number): Delimiter {
  const character = value[start]!;
  const { left, right, before, after } = flanking(value[start - 1] ?? ' ', value[end] ?? ' ');
  const opens = character === '*' ? left : left && (!right || before);
  const closes = character === '*' ? right : right && (!left || after);
  return { character, index, count: end - start, length: end - start, opens, closes };
}

/** CommonMark's left- and right-flanking, and whether punctuation stands before and after. */
export function flanking(previous: string, next: string) {
  const space = (c: string) => /\s/.test(c);
  const punctuation = (c: string) => /[\p{P}\p{S}]/u.test(c);
  const before = punctuation(previous);
  const after = punctuation(next);
  return {
    left: !space(next) && (!after || space(previous) || before),
    right: !space(previous) && (!before || space(next) || after),
    before,
    after,
  };
}

/** Pairs closing runs with opening ones and writes the marks into the pieces. */
function pairDelimiters(delimiters: Delimiter[], pieces: (MappedText | string)[]): void {
  const opened = new Map<Delimiter, string[]>();
  const closed = new Map<Delimiter, string[]>();
  for (let at = 0; at < delimiters.length; at++) {
    const closer = delimiters[at]!;
    if (!closer.closes) continue;
    for (let back = at - 1; back >= 0 && closer.count > 0; back--) {
      const opener = delimiters[back]!;
      if (!opener.opens || opener.count === 0 || opener.character !== closer.character) continue;
      const multiple =
        (opener.closes || closer.opens) &&
        (opener.length + closer.length) % 3 === 0 &&
        (opener.length % 3 !== 0 || closer.length % 3 !== 0);
      if (multiple) continue;
      const width = opener.count >= 2 && closer.count >= 2 ? 2 : 1;
      opener.count -= width;
      closer.count -= width;
      opened.set(opener, [width === 2 ? MARK.strongOpen : MARK.emOpen, ...(opened.get(opener) ?? [])]);
      closed.set(closer, [...(closed.get(closer) ?? []), width === 2 ? MARK.strongClose : MARK.emClose]);
      // What stands between and was not paired is text.
      delimiters.splice(back + 1, at - back - 1);
      at = back + 1;
      if (closer.count > 0) back++;
    }
  }
  const all = new Set([...opened.keys(), ...closed.keys()]);
  for (const one of all) {
    const rest = one.character.repeat(one.count);
    pieces[one.index] = `${(closed.get(one) ?? []).join('')}${rest}${(opened.get(one) ?? []).join('')}`;
  }
}
