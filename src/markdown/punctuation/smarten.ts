import { type PunctuationStyle, punctuationStyle } from './punctuation-styles.js';
import { closesQuote, isWordCharacter, opensQuote, type Surroundings } from './quote-context.js';
import type { RunSegment, TextRun } from './text-run.js';

const NO_BREAK = '\u00A0';
const APOSTROPHE = '’';
/** Characters in which a single quote is looked for that closes another. */
const LONGEST_SPEECH = 4000;
/** Quotations inside each other that are kept in mind. */
const DEEPEST = 16;

interface OpenQuote {
  readonly mark: string;
  readonly close: string;
}

/** What replaces each character of a run, by its index; characters not named stay. */
export type Replacements = Map<number, string>;

const MARKS = /["'.:;!?«»-]/g;
/** A book has as many spaces as words: they are looked at only where one may bind. */
const MARKS_AND_SPACES = /["'.:;!?«»-]|(?<=\p{L}) /gu;

/**
 * Turns typewriter punctuation into that of the language, in one pass over a run. `isKept` tells of a mark that is
 * to stay as it is.
 */
export function smarten(
  { text, segments }: TextRun,
  isKept: (segment: RunSegment, at: number) => boolean,
): Replacements {
  const made: Replacements = new Map();
  const open: OpenQuote[] = [];
  const binds = segments.some(({ language }) => punctuationStyle(language).bindsShortWords);
  let index = 0;
  let done = -1;
  for (const { 0: mark, index: at } of text.matchAll(binds ? MARKS_AND_SPACES : MARKS)) {
    if (at <= done) continue;
    while (at >= segments[index]!.start + segments[index]!.length) index++;
    const segment = segments[index]!;
    if (!segment.node || isKept(segment, at)) continue;
    const style = punctuationStyle(segment.language);
    if (mark === '"' || mark === "'") made.set(at, quote(text, at, open, style));
    else if (mark === '.') done = dots(text, at, made);
    else if (mark === '-') done = dashes(text, at, made, style);
    else if (mark === ' ') bind(text, at, made, style);
    else space(text, at, made, style);
  }
  return made;
}

function quote(text: string, at: number, open: OpenQuote[], style: PunctuationStyle): string {
  const mark = text[at]!;
  const around: Surroundings = { text, at, before: text[at - 1] ?? '', after: text[at + 1] ?? '' };
  const isOpen = open.some((one) => one.mark === mark);
  // Feet and inches, minutes and seconds.
  if (mark === "'" && isFeet(around)) return '′';
  if (mark === "'" && isApostrophe(around, isOpen, style)) return APOSTROPHE;
  if (!isOpen && /\d/.test(around.before) && !isWordCharacter(around.after)) return mark === "'" ? '′' : '″';
  const opens = opensQuote(around);
  const closes = closesQuote(around);
  if (opens && !(closes && isOpen)) {
    const isInner = mark === "'" || open.some((one) => one.mark === '"');
    const isInmost = mark === "'" && open.some((one) => one.mark === "'");
    const [left, right] = isInner && !isInmost ? style.inner : style.outer;
    open.push({ mark, close: right });
    if (open.length > DEEPEST) open.shift();
    return left;
  }
  const index = open.findLastIndex((one) => one.mark === mark);
  const [closed] = index === -1 ? [] : open.splice(index);
  if (closed) return closed.close;
  return mark === "'" ? APOSTROPHE : style.outer[1];
}

/** `6'2"` */
function isFeet({ text, at, before }: Surroundings): boolean {
  return /\d/.test(before) && /^\d{1,2}"/.test(text.slice(at + 1, at + 4));
}

function isApostrophe(
  { text, at, before, after }: Surroundings,
  isOpen: boolean,
  style: PunctuationStyle,
): boolean {
  if (isWordCharacter(before) && isWordCharacter(after)) return true;
  if (isWordCharacter(before)) return !isOpen && !/\d/.test(before);
  if (!isWordCharacter(after)) return false;
  const rest = text.slice(at + 1, at + 24);
  if (/^\d\ds?(?![\p{L}\d])/u.test(rest)) return true;
  const word = /^\p{L}+/u.exec(rest)?.[0].toLowerCase() ?? '';
  if (style.elided?.includes(word)) return true;
  if (style.clipped?.includes(word))
    return !closesLater(text, at + 1 + word.length) || rest[word.length] === "'";
  // The paragraphs of a long speech begin with a quote and do not end with one.
  return at > 0 && !closesLater(text, at + 1);
}

/** A single quote further on, within reach of one speech, that could close one opened here. */
function closesLater(whole: string, from: number): boolean {
  const text = whole.slice(0, from + LONGEST_SPEECH);
  for (let at = text.indexOf("'", from); at !== -1; at = text.indexOf("'", at + 1))
    if (!isWordCharacter(text[at + 1] ?? '') && /\S/.test(text[at - 1] ?? '')) return true;
  return false;
}

/** `...` and `. . .` are an ellipsis; a fourth dot ends the sentence; longer rows are leaders and stay. */
function dots(text: string, at: number, made: Replacements): number {
  if (text[at + 1] !== '.' && (text[at + 1] !== ' ' || text[at + 2] !== '.')) return at;
  const row = /^\.(?: ?\.)+/.exec(text.slice(at, at + 200))?.[0] ?? '.';
  const count = row.split('.').length - 1;
  const isEven = row === '.'.repeat(count) || row === Array.from({ length: count }, () => '.').join(' ');
  const end = at + row.length - 1;
  if ((count !== 3 && count !== 4) || !isEven) return end;
  made.set(at, count === 4 ? '.…' : '…');
  for (let index = at + 1; index <= end; index++) made.set(index, '');
  return end;
}

function dashes(text: string, at: number, made: Replacements, style: PunctuationStyle): number {
  const row = /^-+/.exec(text.slice(at, at + 200))![0];
  const end = at + row.length - 1;
  const before = text[at - 1] ?? '';
  const after = text[end + 1] ?? '';
  const dash = dashFor(row.length, before, after, text[at - 2] ?? '', text[end + 2] ?? '', style);
  if (dash === undefined) return end;
  made.set(at, dash);
  for (let index = at + 1; index <= end; index++) made.set(index, '');
  // A dash does not begin a line.
  if (before === ' ' && after === ' ' && at > 1) made.set(at - 1, NO_BREAK);
  return end;
}

function dashFor(
  length: number,
  before: string,
  after: string,
  twoBefore: string,
  twoAfter: string,
  style: PunctuationStyle,
): string | undefined {
  const isSpaced = before === ' ' && /[ \n]/.test(after);
  if (length === 1)
    return isSpaced && /[\p{L},”"»]/u.test(twoBefore) && /[\p{L}“"«]/u.test(twoAfter)
      ? style.spacedDash
      : undefined;
  if (length === 3) return '—';
  if (length !== 2) return undefined;
  if (/\d/.test(before) && /\d/.test(after)) return '–';
  return isSpaced ? style.spacedDash : before === '' || before === '\n' ? '—' : style.dash;
}

/** The spaces that French sets before high marks and inside guillemets. */
function space(text: string, at: number, made: Replacements, style: PunctuationStyle): void {
  const mark = text[at]!;
  const before = text[at - 1] ?? '';
  const after = text[at + 1] ?? '';
  const inside = style.outer[0].slice(1);
  if (mark === '«' && inside) put(after, at, 1, made, mark + inside, inside);
  if (mark === '»' && inside) put(before, at, -1, made, inside + mark, inside);
  const width = mark === ':' ? style.beforeColon : /[;!?]/.test(mark) ? style.beforeHighMarks : undefined;
  if (!width || /[!?;:(\u00A0\u202F…]/.test(before) || before === '') return;
  // 12:30 and http: are no sentences.
  if (isWordCharacter(after) || after === '/') return;
  if (before === '\n') return;
  put(before, at, -1, made, width + mark, width);
}

/** Turns the ordinary space beside a mark into `width`, or adds it to the mark where there is none. */
function put(
  neighbour: string,
  at: number,
  side: 1 | -1,
  made: Replacements,
  joined: string,
  width: string,
): void {
  if (/[\u00A0\u202F]/.test(neighbour)) return;
  if (neighbour === ' ') made.set(at + side, width);
  else made.set(at, joined);
}

/** Keeps a word of one letter on the line of the next. */
function bind(text: string, at: number, made: Replacements, style: PunctuationStyle): void {
  if (!style.bindsShortWords) return;
  if (/(?:^|[\s(„«])[\p{L}]$/u.test(text.slice(Math.max(0, at - 2), at)) && /\p{L}/u.test(text[at + 1] ?? ''))
    made.set(at, NO_BREAK);
}
