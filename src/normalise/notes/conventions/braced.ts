import { PLAIN } from '../settle.js';
import type { Convention } from './convention.js';
import { findMarkedText } from './marked-text.js';

/** A number in braces: with most publishers the notes of the editor, beside an author’s own in brackets. */
export const braced: Convention = {
  name: 'braced',
  summary: '`word{1}`, with `{1} text`: the editor’s series',
  evidence: PLAIN,
  find: (survey) =>
    findMarkedText(survey, {
      call: /\{(\d{1,4})\}/g,
      opening: /^\s*\{(\d{1,4})\}(?:[.:]\s*|\s+)/,
      series: 'editor',
    }),
};
