import type { VerseLine } from '../block.js';
import { endOfChunk, endsShort, lineEnds, measureOf, nextText } from '../chunk.js';
import { MID_LINE_STOP } from '../layout.js';
import { isBlank, type Line, leastIndent, widest } from '../line.js';
import { MappedText } from '../mapped-text.js';
import type { ShapeReader, ShapeRule } from '../rule.js';
import { beginsInside, endsSentence } from '../sentence.js';
import { isDateline } from './office.js';

/** Lines that end where the poet ended them keep their ends, stanzas keep apart, turned-over lines are rejoined. */
export const verse: ShapeRule = {
  stage: 'shapes',
  name: 'verse',
  guesses: true,
  recognise(at, reader) {
    const { lines } = reader;
    if (!isBlank(lines[at - 1])) return undefined;
    if (!isVerse(at, reader, false)) return undefined;
    const stanzas: Line[][] = [];
    let next = at;
    for (let start: number | undefined = at; start !== undefined; ) {
      const end = endOfChunk(start, lines);
      const chunk = lines.slice(start, end);
      const last = stanzas.at(-1)?.at(-1);
      // A blank line inside a line of verse that ran to the measure is a page break, not the end of a stanza.
      const isBreak = last !== undefined && isTurned(last, chunk[0]!, reader);
      if (isBreak) stanzas.at(-1)!.push(...chunk);
      else stanzas.push(chunk);
      next = end;
      start = continues(nextText(end, lines), reader, stanzas.at(-1)!);
    }
    const read = stanzas.map((stanza) =>
      makeStanza(reader.dialect === 'plain' ? linesInItalics(stanza) : stanza, reader),
    );
    return { blocks: [{ type: 'verse', stanzas: read }], next };
  },
};

function isTurned(last: Line, first: Line, { layout }: ShapeReader): boolean {
  return (
    !endsSentence(last.text.value) && beginsInside(first.text.value) && last.width >= layout.measure * 0.8
  );
}

function continues(at: number | undefined, reader: ShapeReader, stanza: readonly Line[]): number | undefined {
  const last = stanza.at(-1)!;
  if (
    at === undefined ||
    reader.isShapedBy(at, [
      'heading-plain',
      'heading-markdown',
      'office',
      'scene-break',
      'list',
      'note-bracketed',
      'directive',
      'foot-notes',
    ])
  )
    return undefined;
  const end = endOfChunk(at, reader.lines);
  const chunk = reader.lines.slice(at, end);
  // Lines at the margin are not helped by a poem that was set in.
  const isSetIn = (lines: readonly Line[]) => lines.every((line) => line.indent >= reader.layout.margin + 2);
  const isAlike = !isSetIn(stanza) || chunk.some((line) => isSetIn([line]));
  if (isVerse(at, reader, isAlike)) return at;
  // One line alone belongs to the poem when it goes on in it.
  return chunk.length === 1 &&
    (isTurned(last, chunk[0]!, reader) ||
      (beginsInside(chunk[0]!.text.value) &&
        !endsSentence(last.text.value) &&
        chunk[0]!.width < reader.layout.measure * 0.8))
    ? at
    : undefined;
}

/** Whether the lines of the chunk end because the poet meant it; less proof is needed after other verse. */
function isVerse(at: number, reader: ShapeReader, afterVerse: boolean): boolean {
  const { lines, layout, dialect } = reader;
  const end = endOfChunk(at, lines);
  const chunk = lines.slice(at, end);
  if (
    chunk.length < 2 ||
    chunk.some(({ text }) => text.length > 100 || /^[|>#]|\t| {3,}\S.* {3,}\S|[|]{2}|\.{4,}/.test(text.value))
  )
    return false;
  if (chunk.every(({ text }) => /^(?:[\d#([•*-]|\p{Lu}[\p{L} ]{2,30}:)/u.test(text.value))) return false;
  // A list stands close below the words of its item.
  if (dialect === 'markdown' && chunk.some(({ text }) => /^(?:[-+*]|\d+[.)])\s/.test(text.value)))
    return false;
  if (countsUp(chunk) || /^_?\\?\[\s*(?:foot|end)?note\b/i.test(chunk[0]!.text.value)) return false;
  const letters = chunk.reduce((sum, { text }) => sum + text.value.replace(/[^\p{L}]/gu, '').length, 0);
  const all = chunk.reduce((sum, { text }) => sum + text.length, 0);
  if (letters < all * 0.6) return false;
  if (layout.outlined && !afterVerse) return false;
  if (!layout.wrapped) {
    if (dialect === 'markdown' && layout.blankShare < 0.3) return false;
    const shortest = chunk.every(({ text }) => text.length <= 72);
    const open = chunk.slice(0, -1).filter(({ text }) => !endsSentence(text.value)).length;
    return (
      shortest &&
      chunk.length >= 3 &&
      open >= (chunk.length - 1) * 0.4 &&
      !chunk.some(({ text }) => isDateline(text.value))
    );
  }
  const stops = chunk.filter(({ text }) => MID_LINE_STOP.test(text.value)).length;
  if (!afterVerse && stops > chunk.length * 0.3) return false;
  if (beginsEveryLine(chunk, reader)) return true;
  if (layout.versified) {
    const clauses = chunk.slice(0, -1).filter(({ text }) => /[,.;:!?…—–][”"’'»)]*$/.test(text.value)).length;
    if (clauses >= (chunk.length - 1) * 0.34) return true;
  }
  const measure = Math.min(layout.measure, afterVerse ? layout.measure : measureOf(chunk, layout) + 2);
  const { meant, open, all: breaks } = lineEnds(chunk, measure);
  if (chunk.length === 2) {
    const both = chunk.every((line) => line.width < layout.measure * 0.8);
    return (
      both &&
      meant === breaks &&
      open === 1 &&
      (afterVerse || chunk.every((line) => line.indent >= layout.margin + 2))
    );
  }
  // Prose set narrower than the rest ends its lines by a measure of its own, and begins them with small letters.
  const capitals = chunk.filter(({ text }) => /^[“"‘'«([_]*\p{Lu}/u.test(text.value)).length;
  if (!afterVerse && chunk.length >= 4 && capitals < chunk.length * 0.7) {
    const measure = widest(chunk);
    if (lineEnds(chunk, measure + 1).meant / breaks < 0.4) return false;
  }
  if (afterVerse) return meant / breaks >= 0.2 && open >= 1;
  const set = chunk.every((line) => line.indent >= layout.margin + 2);
  // Three lines as long as those of the prose around them are prose, unless they are set in.
  const isFull = chunk.slice(0, -1).every((line) => line.width >= layout.measure * 0.75);
  if (chunk.length === 3 && !set && !layout.versified && isFull) return false;
  return (
    meant / breaks >= (set ? 0.4 : 0.5) &&
    open / breaks >= (set ? 0.25 : 0.34) &&
    (open >= 2 || chunk.length === 3)
  );
}

/** Two numbers that follow each other begin lines: notes, or a list; the number of a stanza stands over it alone. */
function countsUp(chunk: readonly Line[]): boolean {
  const numbers = chunk
    .flatMap(({ text }) => /^\[?(\d{1,3})[\].)]?(?:$|\s+\S)/.exec(text.value)?.[1] ?? [])
    .map(Number);
  return numbers.some((number, at) => at > 0 && number === numbers[at - 1]! + 1);
}

/** Every line begins with a capital, also in the middle of sentences: prose would do that by chance alone. */
function beginsEveryLine(chunk: readonly Line[], { lexicon }: ShapeReader): boolean {
  if (chunk.length < 4 || lexicon.language === 'de' || chunk.some((line) => line.text.length > 80))
    return false;
  const inside = chunk.slice(1).filter((_, at) => !endsSentence(chunk[at]!.text.value));
  const isMixed = chunk.every(({ text }) => /\p{Ll}{2}/u.test(text.value));
  return isMixed && inside.length >= 3 && chunk.every(({ text }) => /^[“"‘'«([_]*\p{Lu}/u.test(text.value));
}

/** Italics that run over several lines, closed at the end of each and opened again: emphasis does not leave its line. */
export function linesInItalics(lines: readonly Line[]): readonly Line[] {
  let open = false;
  const made = lines.map((line): Line => {
    const marks = line.text.value.match(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu)?.length ?? 0;
    const begins = open;
    if (marks % 2 === 1) open = !open;
    if (!begins && !open) return line;
    return { ...line, text: MappedText.concat([begins ? '_' : '', line.text, open ? '_' : '']) };
  });
  // A mark that nothing closes is a character.
  return open ? lines : made;
}

function makeStanza(stanza: readonly Line[], reader: ShapeReader): VerseLine[] {
  const margin = leastIndent(stanza);
  const made: VerseLine[] = [];
  stanza.forEach((line, at) => {
    const depth = line.indent - margin;
    const before = stanza[at - 1];
    const last = made.at(-1);
    const stands = before !== undefined && depth >= 6 && depth > before.indent - margin + 3;
    // A turned-over line stands deep, begins small, and the line above it ran to the measure; or a bracket opens it.
    const hook = stands && /^\[[^\]]+$/.test(line.text.value) ? 1 : 0;
    const isTurnover =
      stands &&
      (hook > 0 || (beginsInside(line.text.value) && !endsShort(before, line, reader.layout.measure)));
    if (isTurnover && last) {
      made[made.length - 1] = {
        ...last,
        text: MappedText.concat([last.text, ' ', reader.inline(line.text.slice(hook))]),
      };
      reader.log.changed(
        line.text,
        `${before.text.value}\n${line.text.value}`,
        `${before.text.value} ${line.text.value.slice(hook)}`,
        0.8,
      );
    } else
      made.push({
        text: reader.inline(withoutNumber(line, reader)),
        indent: Math.min(8, Math.round(depth / 2)),
      });
  });
  return made;
}

/** The number that an editor prints at the right of every fifth or tenth line is data, not words. */
function withoutNumber(line: Line, { log }: ShapeReader): MappedText {
  const match = /\s{3,}(\d{1,4})$/.exec(line.text.value);
  if (!match || Number(match[1]) % 5 !== 0) return line.text;
  log.removed(line.text.slice(match.index).trim(), 'number of a line of verse', 0.95);
  return line.text.slice(0, match.index);
}
