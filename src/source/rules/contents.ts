import { endOfChunk, nextText, previousText, wholeLine } from '../chunk.js';
import {
  hasPage,
  isColumnHead,
  isContentsHeading,
  keysOf,
  LONGEST_ENTRY,
  labelKeyOf,
} from '../contents/entry.js';
import { isBlank, type Line } from '../line.js';
import type { ShapeReader, ShapeRule } from '../rule.js';

/** A printed list of contents is no longer than this. */
const LONGEST = 800;
/** Paragraphs below a heading in which its text must begin. */
const NEAR = 4;
const known = new WeakMap<readonly Line[], ReadonlyMap<string, readonly number[]>>();

/**
 * The printed list of contents: kept as it stands until its headings are found. It ends where the first of its
 * entries comes again with text below, or, where no entry does, with the last line that has a page.
 */
export const contents: ShapeRule = {
  stage: 'shapes',
  name: 'contents',
  guesses: true,
  recognise(at, reader) {
    const { lines } = reader;
    if (!isBlank(lines[at - 1])) return undefined;
    const above = previousText(at - 1, lines);
    if (above === undefined || !isContentsHeading(lines[above]!.text.value)) return undefined;
    const next = endOfList(at, reader);
    if (next === undefined) return undefined;
    const rows = lines.slice(at, next).map((line) => wholeLine(line));
    const otherwise = reader.dialect === 'markdown' ? reader.readBlocks(lines.slice(at, next)) : undefined;
    return {
      blocks: [
        { type: 'preformatted', form: 'fence', contents: true, lines: rows, ...(otherwise && { otherwise }) },
      ],
      next,
    };
  },
};

function endOfList(at: number, reader: ShapeReader): number | undefined {
  const { lines } = reader;
  const places = placesOf(lines);
  const body = startOfBody(at, lines, places);
  const isListed = (line: number) =>
    hasPage(lines[line]!.text.value) || (body !== undefined && comesAgain(line, body, lines, places));
  let end: number | undefined;
  let entries = 0;
  for (
    let start: number | undefined = at;
    start !== undefined && start < (body ?? at + LONGEST);
    start = nextText(endOfChunk(start, lines), lines)
  ) {
    const after = Math.min(endOfChunk(start, lines), body ?? lines.length);
    const own = range(start, after).filter((line) => !isColumnHead(lines[line]!.text.value));
    const listed = own.filter(isListed);
    // Without a body that repeats it, the list goes on as long as pages do, with a title of a part between.
    if (listed.length < own.length * 0.5 && body === undefined) {
      const then = nextText(after, lines);
      const isBetween = own.length <= 2 && then !== undefined && hasPage(lines[then]!.text.value);
      if (!isBetween) break;
    }
    entries += listed.length;
    if (listed.length > 0) end = after;
  }
  return entries >= (body === undefined ? 1 : 2) ? end : undefined;
}

/** The first line that repeats an entry above it and has text below it, or that is text itself. */
function startOfBody(
  at: number,
  lines: readonly Line[],
  places: ReadonlyMap<string, readonly number[]>,
): number | undefined {
  const seen = new Set<string>();
  for (let line = at; line < Math.min(lines.length, at + LONGEST); line++) {
    const { value } = lines[line]!.text;
    if (isBlank(lines[line])) continue;
    if (value.length > LONGEST_ENTRY) return line;
    const keys = keysOf(value);
    if (isBlank(lines[line - 1]) && keys.some((key) => seen.has(key)) && hasTextBelow(line, lines, places))
      return line;
    if (isBlank(lines[line - 1]) && isText(line, lines, places)) return line;
    for (const key of withLabel(value)) seen.add(key);
  }
  return undefined;
}

/** Whether text of the work stands below a line, before another entry of the list does. */
function hasTextBelow(
  line: number,
  lines: readonly Line[],
  places: ReadonlyMap<string, readonly number[]>,
): boolean {
  if (hasPage(lines[line]!.text.value)) return false;
  // The text may stand right below its heading.
  let start: number | undefined = nextText(line + 1, lines);
  for (let count = 0; count < NEAR && start !== undefined; count++) {
    if (hasPage(lines[start]!.text.value)) return false;
    if (isText(start, lines, places)) return true;
    start = nextText(endOfChunk(start, lines), lines);
  }
  return false;
}

/** Whether the lines from here to the next blank one are text: long, or several, and no titles that come again. */
function isText(
  start: number,
  lines: readonly Line[],
  places: ReadonlyMap<string, readonly number[]>,
): boolean {
  const chunk = range(start, endOfChunk(start, lines));
  if (chunk.some((line) => lines[line]!.text.length > LONGEST_ENTRY)) return true;
  const titles = chunk.filter(
    (line) => hasPage(lines[line]!.text.value) || comesAgain(line, line + 1, lines, places),
  ).length;
  const letters = chunk.reduce((sum, line) => sum + lines[line]!.text.length, 0);
  return titles < chunk.length * 0.3 && chunk.length >= 2 && letters > chunk.length * 20;
}

/** Whether a line’s title stands as a line again, from another line on. */
function comesAgain(
  line: number,
  from: number,
  lines: readonly Line[],
  places: ReadonlyMap<string, readonly number[]>,
): boolean {
  return withLabel(lines[line]!.text.value).some((key) =>
    places.get(key)?.some((place) => place >= from && place !== line),
  );
}

/** An entry’s keys, and that of its label, which may be all that stands over its text. */
function withLabel(value: string): string[] {
  const label = labelKeyOf(value);
  return label === undefined ? keysOf(value) : [...keysOf(value), label];
}

/** Where titles may stand: lines and short groups of lines, by the keys that they are known by. */
function placesOf(lines: readonly Line[]): ReadonlyMap<string, readonly number[]> {
  const before = known.get(lines);
  if (before) return before;
  const places = new Map<string, number[]>();
  const add = (value: string, at: number) => {
    if (value.length > LONGEST_ENTRY) return;
    for (const key of keysOf(value)) {
      const own = places.get(key);
      if (own) own.push(at);
      else places.set(key, [at]);
    }
  };
  lines.forEach((line, at) => {
    if (isBlank(line)) return;
    add(line.text.value, at);
    // A title of two or three lines.
    for (let count = 2; count <= 3 && isBlank(lines[at - 1]) && !isBlank(lines[at + count - 1]); count++)
      add(
        lines
          .slice(at, at + count)
          .map(({ text }) => text.value)
          .join(' '),
        at,
      );
  });
  known.set(lines, places);
  return places;
}

const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
