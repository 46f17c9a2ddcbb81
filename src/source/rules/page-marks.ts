import { isBlank, type Line } from '../line.js';
import { MappedText } from '../mapped-text.js';
import { MARK } from '../marks.js';
import type { LineRule } from '../rule.js';

const SURE = /[[{]\s*Pg\.?\s*(\d{1,4}|[ivxlc]{1,7})\s*[\]}]/gi;
/** These may also be references: they are marks only where they rise through the whole text. */
const LIKELY = /[[{]\s*(?:Page|p|S|Seite)\.?\s*(\d{1,4}|[ivxlc]{1,7})\s*[\]}]/gi;
const BRACED = /\{(\d{1,4}|[ivxlc]{1,7})\}/g;

/** Turns marks of the source's pages into page marks of the book, also inside words. */
export const pageMarks: LineRule = {
  stage: 'lines',
  name: 'page-marks',
  guesses: true,
  apply(lines, { log, dialect }) {
    const patterns = [SURE];
    if (rise(lines, LIKELY)) patterns.push(LIKELY);
    if (dialect === 'plain' && rise(lines, BRACED)) patterns.push(BRACED);
    const result: Line[] = [];
    let waiting: MappedText[] = [];
    let inCode = false;
    for (const line of lines) {
      if (dialect === 'markdown' && /^(?:```|~~~)/.test(line.text.value)) inCode = !inCode;
      if (isBlank(line) || inCode) {
        result.push(line);
        continue;
      }
      let { text } = line;
      for (const pattern of patterns) text = mark(text, pattern, log);
      // A mark on a line of its own belongs to the text after it.
      if (/^(?:\uFDD6[^\uFDD7]*\uFDD7\s*)+$/.test(text.value)) {
        waiting.push(text);
        continue;
      }
      const opensPage = line.opensPage || waiting.length > 0;
      if (waiting.length > 0) text = MappedText.concat([...waiting, text]);
      waiting = [];
      result.push(text === line.text ? line : { ...line, text, opensPage });
    }
    const last = result.findLastIndex((line) => !isBlank(line));
    if (waiting.length > 0 && last >= 0)
      result[last] = { ...result[last]!, text: MappedText.concat([result[last]!.text, ...waiting]) };
    return result;
  },
};

function mark(
  text: MappedText,
  pattern: RegExp,
  log: { removed(text: MappedText, reason: string): void },
): MappedText {
  return text.replace(pattern, (match) => {
    const label = match.index + match[0].lastIndexOf(match[1]!);
    log.removed(text.slice(match.index, label), 'written as a page mark');
    return MappedText.concat([MARK.pageOpen, text.slice(label, label + match[1]!.length), MARK.pageClose]);
  });
}

/** “(see [p. 12])”, “as Pell says [p. 7].”: a reference belongs to the words before it. */
const referenceOf = ({ source }: RegExp) =>
  new RegExp(`(?:${source})[.,;:)]|(?:see|cf\\.?|siehe|vgl\\.|voir)\\s+(?:${source})`, 'i');

function rise(lines: readonly Line[], pattern: RegExp): boolean {
  const marked = lines
    .map(({ text }) => text.value)
    .filter((value) => /[[{]/.test(value) && value.search(pattern) >= 0);
  const numbers = marked.flatMap((value) => [...value.matchAll(pattern)].map((match) => Number(match[1])));
  if (numbers.length === 0) return false;
  const rises = numbers.every((number, index) => index === 0 || number > numbers[index - 1]!);
  // No reference stands inside a word: such marks need only rise.
  const inWord = new RegExp(`(?<=\\p{L})(?:${pattern.source})(?=\\p{L})`, 'iu');
  if (rises && marked.some((value) => inWord.test(value))) return true;
  const reference = referenceOf(pattern);
  const fewest = rises && !marked.some((value) => reference.test(value)) ? 3 : 4;
  if (numbers.length < fewest) return false;
  const steps = numbers.slice(1).filter((number, index) => number - numbers[index]! === 1).length;
  // Note calls rise by one as well, but their numbers stand at the head of lines again at the end.
  const atStart = marked.filter((value) => value.search(pattern) === 0).length;
  return steps / (numbers.length - 1) > 0.9 && atStart < numbers.length * 0.4;
}
