import type { Block, Speech } from '../block.js';
import { endOfChunk, lineEnds } from '../chunk.js';
import { isBlank, type Line } from '../line.js';
import { MappedText } from '../mapped-text.js';
import type { ShapeReader, ShapeRule } from '../rule.js';

/** `HALLA.`, `HALLA (_rising_).`, `FIRST CLERK:`, alone in the line or before the words. */
const SPEAKER =
  /^(_?)(\p{Lu}[\p{Lu}’'. -]{0,38}\p{Lu}|\p{Lu}{2,30})\1(\s*[([][^)\]]{1,120}[)\]])?\s*([.:,]|\.?[—–-]{1,2})(?=\s|$)_?\s*/u;
const DIRECTION =
  /^(?:[([_].*[)\]_.]|(?:Enter|Exit|Exeunt|Re-enter|Manent|Curtain|Alarum|Flourish|They|He goes|She goes)\b.{0,200})\.?\]?$/;
const FEWEST = 6;
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
    while (next < lines.length) {
      if (isBlank(lines[next])) {
        next++;
        continue;
      }
      const speaker = speakerAt(next, lines, speakers);
      const end = endOfChunk(next, lines);
      if (speaker) blocks.push(readSpeech(lines.slice(next, end), speaker, reader));
      else if (isDirection(next, reader)) blocks.push(readDirection(lines.slice(next, end), reader));
      else break;
      next = end;
    }
    return { blocks: [{ type: 'container', name: 'drama', attributes: '', blocks }], next };
  },
};

/** The names that stand as speakers over and over; none where the text is no play. */
function speakersOf(lines: readonly Line[], forced: boolean): ReadonlySet<string> {
  const before = known.get(lines);
  if (before) return before;
  const counts = new Map<string, number>();
  lines.forEach((line, at) => {
    if (isBlank(line) || !isBlank(lines[at - 1])) return;
    const match = SPEAKER.exec(line.text.value);
    if (match) counts.set(match[2]!, (counts.get(match[2]!) ?? 0) + 1);
  });
  const repeated = [...counts].filter(([, count]) => count >= 2);
  const speeches = repeated.reduce((sum, [, count]) => sum + count, 0);
  const isPlay = repeated.length >= 2 && (forced || speeches >= FEWEST);
  const speakers = new Set(isPlay ? [...counts.keys()] : []);
  known.set(lines, speakers);
  return speakers;
}

function speakerAt(
  at: number,
  lines: readonly Line[],
  speakers: ReadonlySet<string>,
): RegExpExecArray | undefined {
  if (!isBlank(lines[at - 1])) return undefined;
  const match = SPEAKER.exec(lines[at]!.text.value);
  if (!match || !speakers.has(match[2]!) || /^(?:ACT|SCENE|CHAPTER)\b/.test(match[2]!)) return undefined;
  // A name alone with its stop must have words below it.
  return match[0].length < lines[at]!.text.length || !isBlank(lines[at + 1]) ? match : undefined;
}

function isDirection(at: number, reader: ShapeReader): boolean {
  const { lines } = reader;
  const value = lines
    .slice(at, endOfChunk(at, lines))
    .map(({ text }) => text.value)
    .join(' ');
  return DIRECTION.test(value) && !reader.isShapedBy(at, ['heading-plain']);
}

function readSpeech(chunk: readonly Line[], match: RegExpExecArray, reader: ShapeReader): Speech {
  const [first, ...rest] = chunk;
  const { text } = first!;
  const from = match[1]!.length;
  const speaker = text.slice(from, from + match[2]!.length);
  const aside = match[3]
    ? text.slice(text.value.indexOf(match[3]), text.value.indexOf(match[3]) + match[3].length).trim()
    : undefined;
  const said = text.slice(match[0].length);
  const lines = [...(said.length > 0 ? [{ ...first!, text: said }] : []), ...rest];
  const measure = reader.layout.measure;
  const { meant, open, all } = lineEnds(lines, measure);
  const isVerse = lines.length >= 2 && reader.layout.wrapped && open >= 1 && meant / all >= 0.5;
  return {
    type: 'speech',
    speaker,
    ...(aside ? { direction: reader.inline(aside) } : {}),
    lines: isVerse ? lines.map((line) => reader.inline(line.text)) : [reader.inline(joined(lines))],
  };
}

function readDirection(chunk: readonly Line[], reader: ShapeReader): Block {
  return { type: 'speech', speaker: MappedText.empty, direction: reader.inline(joined(chunk)), lines: [] };
}

function joined(lines: readonly Line[]): MappedText {
  return MappedText.concat(lines.flatMap(({ text }, index) => (index === 0 ? [text] : [' ', text])));
}
