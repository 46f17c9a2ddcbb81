import { fromMangled } from '../labels.js';
import type { Mark } from '../marks.js';
import { PLAIN } from '../settle.js';
import type { Convention } from './convention.js';
import { findMarkedText } from './marked-text.js';

const LABEL = String.raw`\d{1,4}|[ivxIVX]{1,5}|[A-Za-z]`;

/** `a[1]` is an element of a row, not a word with a note. */
const isElement = ({ before }: Mark): boolean => /(?:^|[^\p{L}\p{N}’'])[b-hj-np-z]$/iu.test(before);

/** A label in square brackets, as web pages and Gutenberg texts have it. */
export const bracketed: Convention = {
  name: 'bracketed',
  summary: '`word[1]`, with `[1] text`, `[Footnote 1: text]` or a numbered list',
  evidence: PLAIN,
  find: (survey) =>
    findMarkedText(survey, {
      call: new RegExp(String.raw`\[ ?(${LABEL}) ?\](?![(:])`, 'g'),
      accepts: (mark) => !isElement(mark),
      doubtful: { pattern: /\[ ?([0-9lIiOoSBZz|!]{1,4}) ?\](?![(:])/g, labelOf: fromMangled },
      opening: new RegExp(String.raw`^\s*\[ ?(${LABEL}) ?\](?:[.:]\s*|\s+|(?=[\p{L}“"‘]))`, 'u'),
      mangledOpening: /^\s*\[ ?([0-9lIiOoSBZz|!]{1,4}) ?\][.:]?\s+/,
      bracketedNote: new RegExp(String.raw`^\s*\[(?:foot|end)?note\s+(${LABEL})\s*[:.]\s*`, 'i'),
      list: 'ordered',
    }),
};
