import type { MappedText } from './mapped-text.js';

/** One line of the source with what its place on the page says. */
export interface Line {
  /** Without white space at either end. */
  readonly text: MappedText;
  /** White space before the text, as it was found. */
  readonly lead: string;
  /** Columns of white space before the text; a tab counts to the next multiple of eight. */
  readonly indent: number;
  /** Column where the line ended when it was found; repairs do not change it. */
  readonly width: number;
  /** Set on the first line of a page: a form feed or a page mark stands before it. */
  readonly opensPage: boolean;
  /** Two spaces stand at the end, which in Markdown break the line. */
  readonly breaks: boolean;
  /** The line ended inside a word, whose rest has been moved up to it: the text goes on in the next line. */
  readonly cutsWord?: boolean;
}

export const isBlank = (line: Line | undefined): boolean => line === undefined || line.text.length === 0;

/** The line with so many columns of its indent taken off. */
export function dedent(line: Line, by: number): Line {
  const off = Math.min(line.indent, Math.max(0, by));
  return off === 0
    ? line
    : { ...line, lead: line.lead.slice(off), indent: line.indent - off, width: line.width - off };
}

/** Lines set flush: the first without an indent, the rest without the indent that they share. */
export function flush(lines: readonly Line[]): Line[] {
  const [first, ...rest] = lines;
  const by = leastIndent(rest);
  return first ? [dedent(first, first.indent), ...rest.map((line) => dedent(line, by))] : [];
}

/** Cuts a text with bare line feeds and form feeds into lines. */
export function splitLines(text: MappedText): Line[] {
  const lines: Line[] = [];
  let opensPage = false;
  for (const whole of text.lines()) {
    // A form feed stands at the start of the page's first line, or alone.
    const pieces = whole.value.includes('\f') ? splitAtFormFeeds(whole) : [whole];
    pieces.forEach((piece, index) => {
      if (index > 0) opensPage = true;
      if (index < pieces.length - 1 && piece.value.trim() === '') return;
      const trimmed = piece.trim();
      const lead = piece.value.length - piece.value.trimStart().length;
      const isText = trimmed.length > 0;
      const indent = isText ? columns(piece.value.slice(0, lead)) : 0;
      lines.push({
        text: trimmed,
        lead: isText ? piece.value.slice(0, lead) : '',
        indent,
        width: indent + trimmed.length,
        opensPage: isText && opensPage,
        breaks: /\S {2,}$/.test(piece.value),
      });
      if (isText) opensPage = false;
    });
  }
  return lines;
}

function splitAtFormFeeds(line: MappedText): MappedText[] {
  const pieces: MappedText[] = [];
  let from = 0;
  for (let at = line.value.indexOf('\f'); at !== -1; at = line.value.indexOf('\f', from)) {
    pieces.push(line.slice(from, at));
    from = at + 1;
  }
  pieces.push(line.slice(from));
  return pieces;
}

function columns(space: string): number {
  let width = 0;
  for (const character of space) width = character === '\t' ? width - (width % 8) + 8 : width + 1;
  return width;
}

/** Columns of the longest line. A text may have more lines than a call takes arguments. */
export const widest = (lines: readonly Line[]): number =>
  lines.reduce((most, { width }) => Math.max(most, width), 0);

/** Columns before the outermost line with text; 0 where there is none. */
export function leastIndent(lines: readonly Line[]): number {
  const least = lines.reduce(
    (sofar, line) => (isBlank(line) ? sofar : Math.min(sofar, line.indent)),
    Number.POSITIVE_INFINITY,
  );
  return Number.isFinite(least) ? least : 0;
}
