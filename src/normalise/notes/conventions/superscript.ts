import { fromSuperscript } from '../labels.js';
import type { Mark } from '../marks.js';
import { PLAIN } from '../settle.js';
import type { Convention } from './convention.js';
import { findMarkedText } from './marked-text.js';

const UNITS = 'k?m|c?m|[dm]m|ft|in|yd|mi|s|sec|min|Hz|V|A|W|J';

/** `m²`, `10³`, `x²`: a power. A year takes a note all the same. */
const isPower = ({ before, label }: Mark): boolean => {
  if (/(?:^|\D)(?:1[0-9]|20)\d\d$/.test(before)) return false;
  if (/\d$/.test(before)) return true;
  if (!/^[²³]|^[2-9]$/.test(label)) return false;
  return new RegExp(String.raw`(?:^|[^\p{L}])(?:${UNITS}|\p{L})$`, 'u').test(before);
};

/** A raised number. `<sup>1</sup>` has become `¹` before this runs. */
export const superscript: Convention = {
  name: 'superscript',
  summary: '`word¹`, `word<sup>1</sup>`, `word^1^`, with `¹ text` or a numbered list',
  evidence: PLAIN,
  find: (survey) =>
    findMarkedText(survey, {
      call: /([⁰¹²³⁴-⁹]+)|\^(\d{1,4})\^/g,
      accepts: (mark) => !isPower(mark),
      labelOf: fromSuperscript,
      opening: /^\s*([⁰¹²³⁴-⁹]+)[.:)]?\s*/,
      openingLabel: fromSuperscript,
      list: 'ordered',
    }),
};
