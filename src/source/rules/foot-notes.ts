import { nextText, previousText } from '../chunk.js';
import { isBlank, type Line } from '../line.js';
import { follows, type Label, type LabelAtStart, type LabelForm, readLabel } from '../notes/label.js';
import { isNotesHeading } from '../notes/notes-heading.js';
import type { LineRule, RuleContext } from '../rule.js';
import { beginsInside, endsSentence } from '../sentence.js';

const RULING = /^(?:[-–—_=]{3,}|(?:[-–—_] ){3,}[-–—_]?)$/;
const FORMS: readonly LabelForm[] = [
  'bracket',
  'parenthesis',
  'superscript',
  'point',
  'symbol',
  'bare',
  'brace',
];
/** How many lines above a note its call may stand. */
const REACH = 120;
/** Lines that the notes of a page hold at most. */
const LONGEST = 90;

/** Lines that the rest of a note has at most. */
const LONGEST_REST = 12;

interface Region {
  readonly from: number;
  readonly to: number;
}

/**
 * Takes out notes that stand in the middle of the text, at the foot of a page or under a rule, so that the
 * sentence which they cut in two can be rejoined. Lines are notes only where their call stands above them.
 */
export const footNotes: LineRule = {
  stage: 'lines',
  name: 'foot-notes',
  guesses: true,
  apply(lines, context) {
    const taken = new Set<number>();
    let last: FoundNote | undefined;
    for (let at = 0; at < lines.length; at++) {
      if (isBlank(lines[at]) || taken.has(at)) continue;
      const region = regionAt(at, lines, context, last);
      if (!region) continue;
      for (let line = at; line < region.to; line++) taken.add(line);
      const notes = splitNotes(region, lines, last, context);
      for (const note of notes) {
        if (note.label)
          context.notes.push({
            label: note.label,
            marker: note.lines[0]!.text.slice(0, note.label.length),
            lines: note.lines,
          });
        else context.notes.at(-1)?.lines.push(...note.lines);
      }
      // The rest of a note belongs to the note that it goes on with.
      const [end] = notes.slice(-1);
      if (end) last = end.label || !last ? end : { ...last, lines: end.lines, to: end.to };
      at = region.to - 1;
    }
    if (taken.size === 0) return lines;
    return closeUp(lines, taken);
  },
};

interface FoundNote {
  readonly label: LabelAtStart | undefined;
  readonly lines: Line[];
  /** The line after its region. */
  readonly to: number;
}

/** The lines of notes that begin at a ruling or at a label. */
function regionAt(
  at: number,
  lines: readonly Line[],
  context: RuleContext,
  last: FoundNote | undefined,
): Region | undefined {
  const rest = restOfNote(at, lines, context, last);
  if (rest) return rest;
  const isRuling = RULING.test(lines[at]!.text.value);
  const from = isRuling ? nextText(at + 1, lines) : at;
  if (from === undefined || from - at > 4) return undefined;
  const label = labelOf(lines[from]!, context);
  if (!label) {
    // A note that began on the page before goes on under the rule, to the end of the page.
    const end =
      isRuling && last && !endsSentence(last.lines.at(-1)!.text.value) ? pageEnd(from, lines) : undefined;
    return end !== undefined && end - from <= LONGEST_REST && beginsInside(lines[from]!.text.value)
      ? { from, to: end }
      : undefined;
  }
  const region = { from, to: endOfRegion(from, label, lines, context) };
  return standsAsNote(label, at, region, isRuling, lines, context, last) && hasCall(label, at, lines, context)
    ? region
    : undefined;
}

/**
 * What is left of the last note of the page before, set without a rule: it closes the page, goes on in the middle of a
 * sentence, and either the next note follows it or the text of the page goes on after it.
 */
function restOfNote(
  at: number,
  lines: readonly Line[],
  context: RuleContext,
  last: FoundNote | undefined,
): Region | undefined {
  const isOpen = last?.label !== undefined && !endsSentence(last.lines.at(-1)!.text.value);
  const { text, opensPage } = lines[at]!;
  if (!isOpen || opensPage || !isBlank(lines[at - 1]) || !beginsInside(text.value)) return undefined;
  const before = previousText(at - 1, lines);
  const end = pageEnd(at, lines);
  if (before === undefined || end === undefined || end - at > LONGEST_REST || at - last.to > REACH)
    return undefined;
  // The page that the note began on must have ended.
  if (!lines.slice(last.to, at).some((line) => line.opensPage)) return undefined;
  for (let line = at + 1; line < end; line++) {
    const label = isBlank(lines[line]) ? undefined : labelOf(lines[line]!, context);
    if (label && follows(label.text, last.label!.text)) return { from: at, to: end };
  }
  const after = nextText(end, lines);
  const goesOn = after !== undefined && beginsInside(lines[after]!.text.value);
  const isCut = !endsSentence(lines[before]!.text.value) && endsSentence(lines[end - 1]!.text.value);
  return goesOn && isCut ? { from: at, to: end } : undefined;
}

/** Whether the place of labelled lines is that of notes: they close a page, or cut a sentence in two. */
function standsAsNote(
  label: LabelAtStart,
  at: number,
  { from, to }: Region,
  isRuling: boolean,
  lines: readonly Line[],
  context: RuleContext,
  last: FoundNote | undefined,
): boolean {
  const after = nextText(to, lines);
  const before = previousText(at - 1, lines);
  if (before === undefined || isNotesHeading(lines[before]!.text.value)) return false;
  // A page does not begin with the notes at its foot: a list goes on there.
  if (lines[at]!.opensPage && !isRuling) return false;
  const value = lines[before]!.text.value;
  // The last page is closed by the end of the text.
  const earlier = last?.label;
  const goesOn =
    earlier !== undefined &&
    (follows(label.text, earlier.text) || (earlier.form === label.form && isFirst(label.text)));
  const closesPage = after === undefined ? goesOn : lines[after]!.opensPage;
  const cutsSentence = after !== undefined && !endsSentence(value) && beginsInside(lines[after]!.text.value);
  const isApart = isBlank(lines[from - 1]) || isRuling;
  if (closesPage && isApart) return true;
  // Set close to the text, a number may only begin a wrapped line: the note must end, and the text go on without it.
  const isWhole = endsSentence(lines[to - 1]!.text.value) && (cutsSentence || endsSentence(value));
  if (closesPage && isWhole && !endsOnCountedWord(value)) return true;
  if (!isApart) return false;
  if (cutsSentence) return true;
  // A list of notes at the end of the text is read as a list.
  if (isRuling) return after !== undefined || label.form === 'symbol';
  return label.form === 'symbol' && (context.dialect === 'plain' || !lines[from]!.text.value.startsWith('*'));
}

/** The label that a series begins with, on each page anew. */
const isFirst = (label: string) => /^(?:1|a|A|i|\*)$/.test(label);

/** Whether numbers begin again at the foot of a page where a section begins, or numbers follow stars. */
const beginsAnew = (label: Label, before: Label, last: Line | undefined) =>
  isFirst(label.text) &&
  (before.form === 'symbol' ||
    (before.form === label.form && last !== undefined && endsSentence(last.text.value)));

/** “in chapter”, “on page”: a number that follows belongs to it. */
const endsOnCountedWord = (value: string) =>
  /(?:^|\s)(?:p|pp|page|pages|vol|no|nos|nr|ch|chapter|section|part|article|book|line|mark|act|scene|kapitel|seite|chapitre|in|on|of|at|to|the|and|from|between)\.?$/i.test(
    value,
  );

/** Emphasis of Markdown: its stars call no note and label none. */
const EMPHASIS = /(?<!\\)(\*{1,3})(?=\S)((?:[^*\\]|\\.)+?)(?<=\S)\1/g;
const withoutEmphasis = (value: string) => (value.includes('*') ? value.replace(EMPHASIS, '$2') : value);

function labelOf(line: Line, { dialect }: RuleContext): LabelAtStart | undefined {
  const { value } = line.text;
  // An entry of a printed contents has a leader.
  if (/\.{4,}|(?:\. ){4,}/.test(value)) return undefined;
  if (dialect === 'markdown' && value.startsWith('*') && !withoutEmphasis(value).startsWith('*'))
    return undefined;
  const escaped = /^\\(?=[*[])/.test(value) ? 1 : 0;
  const label = readLabel(value.slice(escaped).replace(/^\[(.{1,3})\\\]/, '[$1]'), FORMS);
  if (!label || label.text.length > 4) return undefined;
  return { ...label, length: label.length + escaped };
}

/** Notes follow each other until a chunk without a label, or the end of the page. */
function endOfRegion(
  from: number,
  first: LabelAtStart,
  lines: readonly Line[],
  context: RuleContext,
): number {
  let label = first;
  let end = from + 1;
  for (let next = from + 1; next < Math.min(lines.length, from + LONGEST); next++) {
    const line = lines[next]!;
    if (isBlank(line)) continue;
    if (line.opensPage) break;
    const own = labelOf(line, context);
    const isNext = own && own.form === label.form && (follows(own.text, label.text) || own.form === 'symbol');
    if (isNext) label = own;
    else if (isBlank(lines[next - 1])) break;
    end = next + 1;
  }
  return end;
}

function pageEnd(from: number, lines: readonly Line[]): number | undefined {
  for (let next = from + 1; next < lines.length; next++)
    if (lines[next]!.opensPage) return (previousText(next - 1, lines) ?? next) + 1;
  return undefined;
}

/** Whether something that looks like the call stands in the lines above. */
function hasCall(label: LabelAtStart, at: number, lines: readonly Line[], context: RuleContext): boolean {
  const quoted = label.text.replace(/[*|]/g, '\\$&');
  const isSymbol = /^[*†‡§¶|]/.test(label.text);
  const pattern = isSymbol
    ? new RegExp(`[^\\s*\\\\†‡][*_]{0,3} ?\\\\?${quoted.replace(/\\\*/g, '\\\\?\\*')}(?![*†‡])`, 'u')
    : new RegExp(
        `(?:[\\p{L}.,;:!?)”"’'»*_]|\\d{4})${quoted}(?!\\d)|[[({^]\\s*${quoted}\\s*\\\\?[\\])}]|<sup>${quoted}<|${raised(label.text)}`,
        'u',
      );
  const lowest = Math.max(0, at - REACH);
  for (let line = at - 1; line >= lowest; line--) {
    const found = lines[line]!.text.value;
    const value = isSymbol ? withoutEmphasis(found) : found;
    if (value.length > 0 && !isSameLabel(labelOf(lines[line]!, context), label) && pattern.test(value))
      return true;
    if (isSymbol && value.length > 2 && /^[*†‡]/.test(value) && pattern.test(value.slice(1))) return true;
  }
  return false;
}

const isSameLabel = (one: LabelAtStart | undefined, other: LabelAtStart) =>
  one?.text === other.text && one.form === other.form;

const raised = (label: string) => [...label].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? digit).join('');

function splitNotes(
  region: Region,
  lines: readonly Line[],
  before: FoundNote | undefined,
  context: RuleContext,
): FoundNote[] {
  const notes: FoundNote[] = [];
  let label = before?.label;
  for (let at = region.from; at < region.to; at++) {
    const line = lines[at]!;
    const own = isBlank(line) ? undefined : labelOf(line, context);
    const begins =
      own &&
      (at === region.from ||
        own.form === 'symbol' ||
        (label && follows(own.text, label.text)) ||
        (label &&
          beginsAnew(own, label, notes.at(-1)?.lines.at(-1)) &&
          hasCall(own, region.from, lines, context)));
    if (begins) {
      label = own;
      notes.push({ label: own, lines: [line], to: region.to });
    } else if (notes.length === 0) notes.push({ label: undefined, lines: [line], to: region.to });
    else notes.at(-1)!.lines.push(line);
  }
  return notes;
}

/** Takes the lines out; what stood round them are the two sides of a page break. */
function closeUp(lines: readonly Line[], taken: ReadonlySet<number>): Line[] {
  const kept: Line[] = [];
  let broken = false;
  lines.forEach((line, at) => {
    if (taken.has(at)) broken = true;
    else if (isBlank(line)) kept.push(line);
    else {
      kept.push(broken ? { ...line, opensPage: true } : line);
      broken = false;
    }
  });
  return kept;
}
