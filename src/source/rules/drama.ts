import type { Block, Speech } from '../block.js';
import { endOfChunk, lineEnds, nextText } from '../chunk.js';
import { isBlank, type Line } from '../line.js';
import { MappedText } from '../mapped-text.js';
import type { ShapeReader, ShapeRule } from '../rule.js';

/** `HALLA.`, `HALLA (_rising_).`, `FIRST CLERK:`, alone in the line or before the words. */
const CAPITALS =
  /^(_?)(\p{Lu}[\p{Lu}’'. -]{0,38}\p{Lu}|\p{Lu}{2,30})\1(\s*[([][^)\]]{1,160}[)\]])?\s*([.:]|\.?[—–-]{1,2})_?(?=\s|$)\s*/u;
/** `_Halla._`, `_Halla (rising)._`, alone in the line. */
const ITALICS = /^(_)(\p{Lu}[\p{L}’' -]{0,30}\p{L})(\s*\([^)]{1,160}\))?([.:])_?$/u;
const DIRECTION =
  /^(?:[([].*[)\]]|_[([].*[)\]]_|_[^_]+_|(?:Enter|Exit|Exeunt|Re-enter|Manent|Curtain|Alarum|Flourish)\b.{0,200})\.?\]?$/;
const OTHERS = ['heading-plain', 'heading-markdown', 'note-bracketed', 'directive', 'scene-break'];
/** A name speaks so often in a play, and so large a part of its paragraphs are speeches. */
const OFTEN = 3;
const FEWEST_SPEECHES = 6;
const LEAST_SHARE = 0.12;
const MOSTLY = 0.3;
const known = new WeakMap<readonly Line[], ReadonlySet<string>>();

/** Speeches with their speakers and stage directions, in a text that is a play. */
export const drama: ShapeRule = {
  stage: 'shapes',
  name: 'drama',
  guesses: true,
  recognise(at, reader) {
    const { lines } = reader;
    const speakers = speakersOf(lines, reader.forced);
    if (speakers.size === 0 || !speakerAt(at, lines, speakers)) return undefined;
    const blocks: Block[] = [];
    let next = at;
    for (let start: number | undefined = at; start !== undefined; start = nextText(next, lines)) {
      const speaker = speakerAt(start, lines, speakers);
      if (!speaker && reader.isShapedBy(start, OTHERS)) break;
      let end = endOfChunk(start, lines);
      const chunk = lines.slice(start, end);
      const isAlone =
        speaker !== undefined && chunk.length === 1 && speaker[0].length === chunk[0]!.text.length;
      if (isAlone) {
        // The name stands over its words, with a blank line between.
        const words = nextText(end, lines);
        if (words !== undefined && !speakerAt(words, lines, speakers) && !reader.isShapedBy(words, OTHERS)) {
          end = endOfChunk(words, lines);
          chunk.push(...lines.slice(words, end));
        }
      }
      if (speaker) blocks.push(readSpeech(chunk, speaker, reader));
      else if (isDirection(chunk)) blocks.push(readDirection(chunk, reader));
      else blocks.push(...reader.readBlocks(chunk));
      next = end;
    }
    return { blocks: [{ type: 'container', name: 'drama', attributes: '', blocks }], next };
  },
};

/** A name in capitals alone in its line has its words right below; a signature has not. */
function matchSpeaker(lines: readonly Line[], at: number): RegExpExecArray | undefined {
  const { value } = lines[at]!.text;
  const match = CAPITALS.exec(value);
  if (match) return match[0].length < value.length || !isBlank(lines[at + 1]) ? match : undefined;
  const italic = ITALICS.exec(value);
  return italic && !/^(?:Enter|Exit|Exeunt|Re-enter|Curtain)\b/.test(italic[2]!) ? italic : undefined;
}

/** The names that stand as speakers over and over; none where the text is no play. */
function speakersOf(lines: readonly Line[], forced: boolean): ReadonlySet<string> {
  const before = known.get(lines);
  if (before) return before;
  const counts = new Map<string, number>();
  let chunks = 0;
  lines.forEach((line, at) => {
    if (isBlank(line) || !isBlank(lines[at - 1])) return;
    chunks++;
    const name = matchSpeaker(lines, at)?.[2];
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  });
  const repeated = [...counts].filter(
    ([name, count]) => count >= OFTEN && name.replace(/[^\p{L}]/gu, '').length >= 3,
  );
  const speeches = repeated.reduce((sum, [, count]) => sum + count, 0);
  const share = speeches / Math.max(1, chunks);
  const isPlay = forced || (repeated.length >= 2 && speeches >= FEWEST_SPEECHES && share >= LEAST_SHARE);
  // Where nearly everything is speech, somebody may speak once.
  const names = share >= MOSTLY || forced ? [...counts.keys()] : repeated.map(([name]) => name);
  const speakers = new Set(isPlay ? names : []);
  known.set(lines, speakers);
  return speakers;
}

function speakerAt(
  at: number,
  lines: readonly Line[],
  speakers: ReadonlySet<string>,
): RegExpExecArray | undefined {
  if (!isBlank(lines[at - 1])) return undefined;
  const match = matchSpeaker(lines, at);
  if (!match || !speakers.has(match[2]!) || /^(?:ACT|SCENE|CHAPTER)\b/.test(match[2]!)) return undefined;
  return match;
}

const isDirection = (chunk: readonly Line[]) => DIRECTION.test(chunk.map(({ text }) => text.value).join(' '));

function readSpeech(chunk: readonly Line[], match: RegExpExecArray, reader: ShapeReader): Speech {
  const [first, ...rest] = chunk;
  const { text } = first!;
  const from = match[1]!.length;
  const speaker = text.slice(from, from + match[2]!.length);
  const aside = match[3]?.trim();
  const start = aside ? text.value.indexOf(aside) : 0;
  const direction = aside ? bare(text.slice(start, start + aside.length)) : undefined;
  const said = text.slice(match[0].length);
  const words = rest.filter((line) => !isBlank(line));
  const lines = [...(said.length > 0 ? [{ ...first!, text: said }] : []), ...words];
  const { meant, open, all } = lineEnds(lines, reader.layout.measure);
  const isVerse = lines.length >= 2 && reader.layout.wrapped && open >= 1 && meant / all >= 0.5;
  return {
    type: 'speech',
    speaker,
    ...(direction ? { direction } : {}),
    lines: isVerse ? lines.map((line) => reader.inline(line.text)) : [reader.inline(joined(lines))],
  };
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
const bare = (text: MappedText) => text.replace(/_/g, () => '');

function joined(lines: readonly Line[]): MappedText {
  return MappedText.concat(lines.flatMap(({ text }, index) => (index === 0 ? [text] : [' ', text])));
}
