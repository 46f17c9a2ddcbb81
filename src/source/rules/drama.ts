import type { Block, Speech } from '../block.js';
import { endOfChunk, lineEnds, nextText } from '../chunk.js';
import { type Cast, findCast } from '../drama/cast.js';
import type { SpeakerLine } from '../drama/speaker-line.js';
import { isFunctionWord } from '../language.js';
import { type Line, leastIndent } from '../line.js';
import { MappedText } from '../mapped-text.js';
import type { ShapeReader, ShapeRule } from '../rule.js';
import { beginsInside, endsSentence } from '../sentence.js';

const DIRECTION =
  /^(?:[([].*[)\]]|\[[^\]]*|_[([].*[)\]]_|_[^_]+_|\*[^*]+\*|(?:Enter|Exit|Exeunt|Re-enter|Manent|Curtain|Alarum|Flourish)\b.{0,200})\.?\]?$/;
/** What is no direction either, although it stands in brackets; and what ends the scene. */
const APART = [
  'heading-markdown',
  'note-bracketed',
  'note-heading',
  'directive',
  'scene-break',
  'raw-markdown',
  'list',
];
const OTHERS = [...APART, 'heading-plain'];
/** Blank lines that the turn of a page leaves. */
const WIDEST_GAP = 6;
/** So many paragraphs without a speech are another text. */
const LONGEST_GAP = 8;

/** Speeches with their speakers and stage directions, in a text that is a play. */
export const drama: ShapeRule = {
  stage: 'shapes',
  name: 'drama',
  guesses: true,
  recognise(at, reader) {
    const { lines } = reader;
    const cast = findCast(lines, reader.forced);
    if (!cast?.speechAt(at)) return undefined;
    const blocks: Block[] = [];
    let next = at;
    /** Where the last speech or direction ended: in the blocks, and in the lines. */
    let last = { blocks: 0, next: at };
    let gap = 0;
    for (
      let start: number | undefined = at;
      start !== undefined && gap < LONGEST_GAP;
      start = nextText(next, lines)
    ) {
      const speaker = cast.speechAt(start);
      let end = endOfSpeech(start, reader, cast);
      const chunk = lines.slice(start, end);
      const isOther = () => reader.isShapedBy(start!, isDirection(chunk) ? APART : OTHERS);
      if (!speaker && isOther()) break;
      if (speaker && chunk.length === 1 && speaker.length === chunk[0]!.text.length) {
        // The name stands over its words, with a blank line between.
        const words = nextText(end, lines);
        if (words !== undefined && !cast.speechAt(words) && !reader.isShapedBy(words, OTHERS)) {
          end = endOfSpeech(words, reader, cast);
          chunk.push(...lines.slice(words, end));
        }
      }
      const isSpoken = speaker !== undefined || isDirection(chunk);
      if (speaker) blocks.push(readSpeech(chunk, speaker, cast, reader));
      else if (isSpoken) blocks.push(readDirection(chunk, reader));
      else blocks.push(...reader.readBlocks(chunk));
      next = end;
      gap = isSpoken ? 0 : gap + 1;
      if (isSpoken) last = { blocks: blocks.length, next };
    }
    // A paragraph or two below a speech go on in it; more than that were never spoken.
    const isEnded = gap >= LONGEST_GAP;
    const spoken = isEnded ? blocks.slice(0, last.blocks) : blocks;
    return {
      blocks: [{ type: 'container', name: 'drama', attributes: '', blocks: spoken }],
      next: isEnded ? last.next : next,
    };
  },
};

/** The end of the paragraph, or the next speech in it. */
function endOfSpeech(at: number, { lines, cleaned }: ShapeReader, cast: Cast): number {
  let end = endOfChunk(at, lines);
  for (let next = at + 1; next < end; next++) if (cast.speechAt(next)) return next;
  // The turn of a page leaves blank lines inside a sentence.
  for (let next = nextText(end, lines); next !== undefined && !cleaned; next = nextText(end, lines)) {
    const isTorn =
      !/[.!?…:;)\]”"»]$/.test(lines[end - 1]!.text.value) && beginsInside(lines[next]!.text.value);
    if (!isTorn || next - end > WIDEST_GAP || cast.speechAt(next)) break;
    end = endOfChunk(next, lines);
  }
  return end;
}

/** Notes and pictures stand in brackets like directions. */
const NO_DIRECTION = /^_?\[\s*(?:illustration|footnote|endnote|note|sidenote|transcriber)\b/i;

function isDirection(chunk: readonly Line[]): boolean {
  const value = chunk.map(({ text }) => text.value).join(' ');
  return DIRECTION.test(value) && !NO_DIRECTION.test(value);
}

function readSpeech(chunk: readonly Line[], speaker: SpeakerLine, cast: Cast, reader: ShapeReader): Speech {
  const [first, ...rest] = chunk;
  const { text } = first!;
  const { name, nameAt, aside, asideAt } = speaker;
  const direction =
    aside !== undefined && asideAt !== undefined
      ? bare(text.slice(asideAt, asideAt + aside.length))
      : undefined;
  const said = text.slice(speaker.length);
  const words = rest.filter((line) => line.text.length > 0);
  const lines = [...(said.length > 0 ? [{ ...first!, text: said }] : []), ...words];
  const spoken = isVerse(lines, cast, reader)
    ? rejoinTurnovers(lines).map((line) => reader.inline(line))
    : [reader.inline(joined(lines))];
  return {
    type: 'speech',
    speaker: text.slice(nameAt, nameAt + name.length),
    ...(direction ? { direction } : {}),
    lines: spoken,
  };
}

/** Whether the lines of a speech are verse: they end before the measure, and begin with capitals where sentences go on. */
function isVerse(lines: readonly Line[], cast: Cast, { layout, lexicon }: ShapeReader): boolean {
  if (lines.length < 2 || !layout.wrapped) return false;
  const { meant, open, all } = lineEnds(lines, layout.measure);
  const begins = lines.slice(1).filter(({ text }) => !beginsInside(text.value)).length;
  if (begins < (lines.length - 1) * 0.7)
    // Verse that begins its lines with small letters ends them early all the same.
    return lines.length >= 4 && meant === all && open >= all * 0.5;
  const inside = lines.slice(1).filter((_, at) => !endsSentence(lines[at]!.text.value));
  // Prose would begin every line with a capital by chance alone; with one for “and” or “to” it never does.
  if (inside.every(beginsWithCapital)) {
    const language = lexicon.language ?? 'en';
    if (inside.length >= 4 || inside.some((line) => isFunctionWord(firstWord(line), language))) return true;
  }
  if (cast.versified) return meant / all >= 0.5;
  return meant / all >= 0.5 && open >= 1 && inside.length >= 1;
}

const beginsWithCapital = ({ text }: Line) => /^[“"‘'«([_]*\p{Lu}/u.test(text.value);
const firstWord = ({ text }: Line) => /[\p{L}\p{M}]+/u.exec(text.value)?.[0] ?? '';

/** A turned-over end of a line stands deep and begins small. */
function rejoinTurnovers(lines: readonly Line[]): MappedText[] {
  const margin = leastIndent(lines);
  const made: MappedText[] = [];
  for (const { text, indent } of lines) {
    const last = made.at(-1);
    if (last && indent >= margin + 6 && /^\p{Ll}/u.test(text.value) && text.length < 30)
      made[made.length - 1] = MappedText.concat([last, ' ', text]);
    else made.push(text);
  }
  return made;
}

function readDirection(chunk: readonly Line[], reader: ShapeReader): Speech {
  return {
    type: 'speech',
    speaker: MappedText.empty,
    direction: bare(reader.inline(joined(chunk))),
    lines: [],
  };
}

/** A direction is set in italics as a whole: the marks inside it would end them. */
const bare = (text: MappedText) => text.replace(/[_\uFDD0\uFDD1]/g, () => '');

function joined(lines: readonly Line[]): MappedText {
  return MappedText.concat(lines.flatMap(({ text }, index) => (index === 0 ? [text] : [' ', text])));
}
