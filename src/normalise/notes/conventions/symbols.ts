import type { Mark } from '../marks.js';
import { EVERY_ITEM } from '../settle.js';
import type { Convention } from './convention.js';
import { findMarkedText } from './marked-text.js';

/** `2 * 3`, `a*b`, `**kwargs`: the star belongs to what follows, or to both sides. */
const standsAfterWord = ({ before, after }: Mark): boolean =>
  /[\p{L}\p{N}\p{Pf}\p{Pe}.,;:!?"'…»”’]$/u.test(before) && !/^[\p{L}\p{N}_*]/u.test(after);

const isStarInBrackets = (mark: Mark): boolean => mark.label.startsWith('(');

/** Stars and daggers, which start again on every page: they pair in the order in which they stand. */
export const symbols: Convention = {
  name: 'symbols',
  summary: '`word*`, `word†`, `word‡`, `word**`, `word (*)`, with `* text`, `† text`, …',
  evidence: EVERY_ITEM,
  find: (survey) =>
    findMarkedText(survey, {
      call: /(\(\*{1,3}\)|\*{1,4}|†{1,3}|‡{1,3}|§(?!\s?\d)|‖|¶)/g,
      accepts: (mark) => isStarInBrackets(mark) || standsAfterWord(mark),
      labelOf: (written) => written.replace(/[()]/g, ''),
      opening: /^\s*(?:\((\*{1,3})\)|(\*{1,4}|†{1,3}|‡{1,3}|§(?!\s?\d)|‖|¶))(?:\s+|(?=[\p{L}“"‘«]))/u,
      list: 'star',
    }),
};
