import { endOfChunk, nextText, previousText, wholeLine } from '../chunk.js';
import { isBlank } from '../line.js';
import type { ShapeReader, ShapeRule } from '../rule.js';

const HEADING =
  /^[\s#*_=]*(?:(?:table of |list of )?contents(?: of .{1,40})?|table des mati[eè]res|sommaire|inhalt(?:sverzeichnis|sübersicht)?|índice|indice|inhoud|innehåll|indhold)[\s.:*_=#]*$/i;
/** An entry ends with the number of its page, after dots or a gap. */
const ENTRY = /(?:\.{2,}|(?:\s\.){2,}|\s{2,}|\s)\s*(?:\d{1,4}|[ivxlc]{1,7})\.?$/i;
const LONGEST_ENTRY = 110;

/** The printed list of contents, with the numbers of pages that are not ours: kept as it stands until its headings are found. */
export const contents: ShapeRule = {
  stage: 'shapes',
  name: 'contents',
  guesses: true,
  recognise(at, reader) {
    const { lines } = reader;
    const above = previousText(at - 1, lines);
    if (above === undefined || !HEADING.test(lines[above]!.text.value) || !isBlank(lines[at - 1]))
      return undefined;
    let next = at;
    for (let start: number | undefined = at; start !== undefined; start = nextText(next, lines)) {
      if (!isEntries(start, reader)) {
        // A title of a part stands between entries.
        const end = endOfChunk(start, lines);
        const after = nextText(end, lines);
        const isBetween =
          end - start <= 2 &&
          after !== undefined &&
          isEntries(after, reader) &&
          lines[start]!.text.length < LONGEST_ENTRY;
        if (!isBetween) break;
      }
      next = endOfChunk(start, lines);
    }
    if (next === at) return undefined;
    const rows = lines.slice(at, next).map((line) => wholeLine(line));
    return { blocks: [{ type: 'preformatted', form: 'fence', contents: true, lines: rows }], next };
  },
};

function isEntries(at: number, { lines }: ShapeReader): boolean {
  const chunk = lines.slice(at, endOfChunk(at, lines));
  const entries = chunk.filter(({ text }) => ENTRY.test(text.value) && text.length < LONGEST_ENTRY).length;
  return entries >= chunk.length * 0.5;
}
