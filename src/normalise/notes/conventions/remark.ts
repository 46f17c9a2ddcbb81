import { takeBracketed } from '../bracket-spans.js';
import { textRound } from '../marks.js';
import { REMARK_OPENING } from '../series.js';
import type { InPlaceConvention } from './convention.js';

/** What an editor or translator put into the text in square brackets, under their own name. */
export const remark: InPlaceConvention = {
  name: 'remark',
  summary: '`word [Translator’s note: text]`, `word [Ed.: text]`',
  take: (survey) =>
    takeBracketed(survey, {
      convention: 'remark',
      heedsEscapes: false,
      opens(run, offset) {
        if (run.inNote || run.node.value[offset] !== '[') return 0;
        if (!REMARK_OPENING.test(run.node.value.slice(offset + 1, offset + 60))) return 0;
        // A remark that is a paragraph of its own, or opens one, has no word to be called from.
        return textRound(run, offset, offset).before.trim() ? 1 : 0;
      },
    }),
};
