import { isBlank, type Line } from '../line.js';
import { isNotesHeading } from '../notes/notes-heading.js';
import type { LineRule } from '../rule.js';

/** A line longer than any measure is a paragraph. */
const LONG = 132;
/** Short lines that stand together in this number may be verse, an address, a list. */
const GROUP = 3;

/**
 * Sets every paragraph apart where each is one long line and no blank lines divide them: the text of a web page.
 * The short lines above the first paragraph are title, author and date, each of its own.
 */
export const lineParagraphs: LineRule = {
  stage: 'lines',
  name: 'line-paragraphs',
  guesses: true,
  apply(lines, { dialect, forced }) {
    const texts = lines.filter((line) => !isBlank(line));
    const letters = texts.reduce((sum, { text }) => sum + text.length, 0);
    const inLong = texts.reduce((sum, { text }) => sum + (text.length > LONG ? text.length : 0), 0);
    const blanks = lines.filter((line, at) => !isBlank(line) && isBlank(lines[at + 1])).length;
    const applies = dialect === 'plain' && inLong > letters * 0.5 && blanks < texts.length * 0.3;
    if (!applies && !forced) return lines;
    const firstLong = lines.findIndex(({ text }) => text.length > LONG);
    const apart: Line[] = [];
    lines.forEach((line, at) => {
      apart.push(line);
      const next = lines[at + 1];
      if (isBlank(line) || isBlank(next)) return;
      const isEdge = line.text.length > LONG || next!.text.length > LONG || isNotesHeading(line.text.value);
      if (isEdge || at < firstLong || groupAt(at, lines) < GROUP) apart.push(blankAfter(line));
    });
    return apart;
  },
};

/** How many short lines stand together round a line. */
function groupAt(at: number, lines: readonly Line[]): number {
  const isShort = (index: number) => !isBlank(lines[index]) && lines[index]!.text.length <= LONG;
  let from = at;
  while (from > 0 && at - from < GROUP && isShort(from - 1)) from--;
  let to = at;
  while (to + 1 < lines.length && to - at < GROUP && isShort(to + 1)) to++;
  return to - from + 1;
}

const blankAfter = (line: Line): Line => ({
  text: line.text.slice(0, 0),
  lead: '',
  indent: 0,
  width: 0,
  opensPage: false,
  breaks: false,
});
