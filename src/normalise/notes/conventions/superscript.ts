import { fromSuperscript } from '../labels.js';
import type { Mark } from '../marks.js';
import { PLAIN } from '../settle.js';
import type { Convention } from './convention.js';
import { findMarkedText } from './marked-text.js';

const UNIT = /(?:^|[^\p{L}])(?:[kcdmµ]?m|ft|in|yd|mi|sec|min)$/u;
const CALL = /([⁰¹²³⁴-⁹]+)|\^(\d{1,4})\^/g;

/** `m²`, `10³`, `x²`: a power. A year takes a note all the same. */
const isPower = ({ before, label }: Mark): boolean => {
  if (/(?:^|\D)(?:1[0-9]|20)\d\d$/.test(before)) return false;
  if (/\d$/.test(before)) return true;
  return /^[²³2-9]/.test(label) && UNIT.test(before);
};

/** `x²` is a power; `a²` may be a word of one letter with a note. */
const isVariable = ({ before, label }: Mark): boolean =>
  /^[²³2-9]/.test(label) && /(?:^|[^\p{L}])\p{L}$/u.test(before);

/** A raised number. `<sup>1</sup>` has become `¹` before this runs. */
export const superscript: Convention = {
  name: 'superscript',
  summary: '`word¹`, `word<sup>1</sup>`, `word^1^`, with `¹ text` or a numbered list',
  evidence: PLAIN,
  find: (survey) =>
    findMarkedText(survey, {
      call: CALL,
      accepts: (mark) => !isPower(mark) && !isVariable(mark),
      doubtful: { pattern: CALL, accepts: (mark) => !isPower(mark), labelOf: fromSuperscript },
      labelOf: fromSuperscript,
      opening: /^\s*([⁰¹²³⁴-⁹]+)[.:)]?\s*/,
      openingLabel: fromSuperscript,
      list: 'ordered',
    }),
};
