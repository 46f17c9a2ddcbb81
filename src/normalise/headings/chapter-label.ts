import { isDivision, isNumberWord } from './chapter-words.js';
import { romanValue } from './roman-numerals.js';

/** A label at the head of a title: `Chapter IV`, `Erstes Kapitel`, `XII`. */
export interface ChapterLabel {
  /** Characters of the text that the label takes, with the stop or dash after it. */
  readonly length: number;
  /** The label without them. */
  readonly text: string;
  /** The number, where it is written in figures. */
  readonly value?: number;
  /** The word that names the division, in lower case; empty for a bare numeral. */
  readonly division: string;
}

const TOKEN = /^[ \t]*([\p{L}\p{M}]+|\d+)/u;
const ENDS = /^(?:[ \t]*[.:](?!\d)[ \t]*|[ \t]*[—–-]{1,3}[ \t]+|[ \t]*[—–][ \t]*|[ \t]*\n[ \t]*)/;

/**
 * Reads the label at the head of a heading. A bare numeral is one only in capitals and only before a stop, a dash
 * or the end.
 */
export function chapterLabel(text: string): ChapterLabel | undefined {
  const words = leading(text, 3);
  const [first, second, third] = words;
  if (!first) return undefined;
  let used: typeof words | undefined;
  if (second && isDivision(first.word)) {
    if (/^the$/i.test(second.word) && third && isNumberWord(third.word)) used = words;
    else if (isNumber(second.word)) used = [first, second];
  } else if (second && isNumberWord(first.word) && isDivision(second.word)) used = [first, second];
  else if (isRoman(first.word)) used = [first];
  if (!used) return undefined;
  const division = used.map(({ word }) => word.toLowerCase()).find(isDivision) ?? '';
  const end = used.at(-1)!.end;
  const rest = text.slice(end);
  const stop = ENDS.exec(rest)?.[0] ?? '';
  if (stop === '' && rest.trim() !== '') return undefined;
  const number = used.map(({ word }) => numberOf(word)).find((value) => value !== undefined);
  return {
    length: end + stop.length,
    text: text.slice(0, end).trim(),
    division,
    ...(number === undefined ? {} : { value: number }),
  };
}

/** A line that holds a label and nothing else. */
export function isOnlyLabel(text: string): boolean {
  const label = chapterLabel(text);
  return label !== undefined && text.slice(label.length).trim() === '';
}

function leading(text: string, count: number): { word: string; end: number }[] {
  const words: { word: string; end: number }[] = [];
  let at = 0;
  while (words.length < count) {
    const match = TOKEN.exec(text.slice(at, at + 80));
    if (!match) break;
    at += match[0].length;
    words.push({ word: match[1]!, end: at });
  }
  return words;
}

function isNumber(word: string): boolean {
  return /^\d{1,3}$/.test(word) || romanValue(word.toUpperCase()) !== undefined || isNumberWord(word);
}

function isRoman(word: string): boolean {
  return word === word.toUpperCase() && romanValue(word) !== undefined;
}

function numberOf(word: string): number | undefined {
  return /^\d+$/.test(word) ? Number(word) : romanValue(word.toUpperCase());
}
