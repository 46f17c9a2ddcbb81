import { PLAIN } from '../settle.js';
import type { Convention } from './convention.js';
import { findMarkedText } from './marked-text.js';

/** A number with a star: a second series, kept apart from the author’s plain numbers. */
export const starred: Convention = {
  name: 'starred',
  summary: '`word[1*]`, `word 1*`, `word (1*)`, with `1*. text`: the editor’s series',
  evidence: PLAIN,
  find: (survey) =>
    findMarkedText(survey, {
      call: /\[(\d{1,4}\*)\]|\((\d{1,4}\*)\)|(?<!\d[.,:/]?)(?<=[\p{L}\p{Pf}\p{Pe}.,;:!?"'] ?)(\d{1,4}\*)(?![\d*\p{L}])/gu,
      opening: /^\s*(?:\[(\d{1,4}\*)\]|\((\d{1,4}\*)\)|(\d{1,4}\*))(?:[.:)]\s*|\s+)/,
      series: 'editor',
    }),
};
