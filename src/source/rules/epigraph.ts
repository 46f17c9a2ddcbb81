import type { Block } from '../block.js';
import { endOfChunk, lineEnds, nextText, previousText } from '../chunk.js';
import { dedent, isBlank, type Line, leastIndent } from '../line.js';
import { MappedText } from '../mapped-text.js';
import type { ShapeReader, ShapeRule } from '../rule.js';
import { endsSentence } from '../sentence.js';
import { isName } from './office.js';
import { linesInItalics } from './verse.js';

const DASH = /^(?:[–—―]|--)\s*(?=[\p{Lu}_*“"«])/u;
const TITLES = ['heading-plain', 'heading-markdown', 'heading-outline'];
/** An epigraph is no longer than this. */
const LONGEST = 14;
const LONGEST_ATTRIBUTION = 70;
/** A line that names an author stands so far to the right of the words. */
const RIGHT = 6;

/** Words of another at the head of a chapter, set in or in quotation marks, with the line that says whose they are. */
export const epigraph: ShapeRule = {
  stage: 'shapes',
  name: 'epigraph',
  guesses: true,
  recognise(at, reader) {
    const { lines, layout } = reader;
    if (!isBlank(lines[at - 1])) return undefined;
    const found = findAttribution(at, reader);
    if (!found || !standsUnderTitle(at, reader)) return undefined;
    const words = lines.slice(at, (previousText(found.from - 1, lines) ?? at) + 1);
    const begins = words.flatMap((line, index) =>
      !isBlank(line) && isBlank(words[index - 1]) ? [at + index] : [],
    );
    if (begins.some((start) => reader.isShapedBy(start, TITLES))) return undefined;
    const [first] = words;
    const isSetIn = words.every((line) => isBlank(line) || line.indent >= layout.margin + 2);
    if (!isSetIn && !/^[“"‘'«_*]/.test(first!.text.value) && !found.dashed) return undefined;
    const after = nextText(found.to, lines);
    if (after === undefined || !isFollowedByText(after, lines)) return undefined;
    const margin = leastIndent(words);
    const inner = words.map((line): Line => (isBlank(line) ? line : dedent(line, margin)));
    const attribution = lines
      .slice(found.from, found.to)
      .flatMap(({ text }, index) => (index === 0 ? [text] : [' ', text]));
    const blocks: Block[] = [
      ...readWords(inner, margin, reader),
      { type: 'attribution', text: reader.inline(MappedText.concat(attribution)) },
    ];
    return { blocks: [{ type: 'container', name: 'epigraph', attributes: '', blocks }], next: found.to };
  },
};

/** Two lines that end early and begin with capitals are verse here, where a paragraph of two lines is not to be expected. */
function readWords(lines: readonly Line[], margin: number, reader: ShapeReader): Block[] {
  const { meant, all } = lineEnds(lines, Math.max(24, reader.layout.measure - margin));
  const isVerse =
    reader.layout.wrapped &&
    lines.length >= 2 &&
    lines.every(({ text }) => /^[“"‘'«_]*\p{Lu}/u.test(text.value)) &&
    meant === all;
  if (!isVerse) return reader.readBlocks(lines, margin);
  const stanza = linesInItalics(lines).map(({ text, indent }) => ({
    text: reader.inline(text),
    indent: Math.min(8, Math.round(indent / 2)),
  }));
  return [{ type: 'verse', stanzas: [stanza] }];
}

/** Whether a heading, or the title of the text, stands right above. */
function standsUnderTitle(at: number, reader: ShapeReader): boolean {
  const { lines } = reader;
  const last = previousText(at - 1, lines);
  if (last === undefined || lines[last]!.text.length > LONGEST_ATTRIBUTION) return false;
  let start = last;
  while (!isBlank(lines[start - 1])) start--;
  if (last - start > 2) return false;
  const isFirst = previousText(start - 1, lines) === undefined;
  if (isFirst) return !endsSentence(lines[last]!.text.value);
  if (reader.isShapedBy(start, TITLES)) return true;
  // The title may stand in a heading that began with its label.
  const above = previousText(start - 1, lines);
  return above !== undefined && lines[above]!.text.length <= 20 && reader.isShapedBy(above, TITLES);
}

interface Attribution {
  readonly from: number;
  readonly to: number;
  readonly dashed: boolean;
}

/** The line that ends the first paragraph, or the next one, and names whose words these are. */
function findAttribution(at: number, { lines }: ShapeReader): Attribution | undefined {
  let end = endOfChunk(at, lines);
  const isNamed = (line: number) => {
    const { text, indent } = lines[line]!;
    if (text.length > LONGEST_ATTRIBUTION) return undefined;
    const dash = DASH.exec(text.value)?.[0];
    if (dash) return isAuthor(text.value.slice(dash.length)) ? { dashed: true } : undefined;
    const right =
      indent >=
      Math.min(
        ...lines
          .slice(at, line)
          .filter((one) => !isBlank(one))
          .map((one) => one.indent),
      ) +
        RIGHT;
    return right && isAuthor(text.value) ? { dashed: false } : undefined;
  };
  for (let count = 0; count < 3 && end - at <= LONGEST; count++) {
    const last = end - 1;
    const inside = last > at ? isNamed(last) : undefined;
    if (inside) return { from: last, to: end, ...inside };
    const next = nextText(end, lines);
    if (next === undefined) return undefined;
    const after = endOfChunk(next, lines);
    const alone = after - next <= 2 ? isNamed(next) : undefined;
    if (alone) return { from: next, to: after, ...alone };
    end = after;
  }
  return undefined;
}

/** “HESTER VANE, _Songs_”, “Pell.”: a name, and perhaps a work. */
function isAuthor(value: string): boolean {
  const name = value
    .replace(/^[_*]+/, '')
    .split(/[,:(]|\s_/)[0]!
    .replace(/[_*.]+$/, '')
    .trim();
  return isName(name) || (/^\p{Lu}[\p{Lu} .’'-]+$/u.test(name) && name.length > 3);
}

/** The text of the chapter: more than a line, or a line that is no title. */
function isFollowedByText(at: number, lines: readonly Line[]): boolean {
  const chunk = lines.slice(at, endOfChunk(at, lines));
  return (
    chunk.length > 1 || chunk[0]!.text.length > LONGEST_ATTRIBUTION || endsSentence(chunk[0]!.text.value)
  );
}
