import { MappedText } from '../../mapped-text.js';
import { MARK } from '../../marks.js';

/** The lines of a text with line breaks, without blank ones at either end. */
export const splitAtBreaks = (text: MappedText): MappedText[] => {
  const lines: MappedText[] = [];
  let from = 0;
  for (
    let at = text.value.indexOf(MARK.lineBreak);
    at !== -1;
    at = text.value.indexOf(MARK.lineBreak, from)
  ) {
    lines.push(text.slice(from, at).trim());
    from = at + 1;
  }
  lines.push(text.slice(from).trim());
  while (lines.length > 1 && lines.at(-1)!.length === 0) lines.pop();
  while (lines.length > 1 && lines[0]!.length === 0) lines.shift();
  return lines;
};

export const joinWith = (lines: readonly MappedText[], glue: string) =>
  MappedText.concat(lines.flatMap((line, index) => (index === 0 ? [line] : [glue, line])));

/** The text in one line. */
export const unbroken = (text: MappedText) => joinWith(splitAtBreaks(text), ' ');
