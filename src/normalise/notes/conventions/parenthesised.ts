import type { Mark } from '../marks.js';
import { STRICT } from '../settle.js';
import type { Convention } from './convention.js';
import { findMarkedText } from './marked-text.js';

/** `f(1)`, `printf(3)`: an argument, a page of a manual. */
const isArgument = ({ before }: Mark): boolean =>
  /(?:^|[^\p{L}\p{N}])(?:\p{L}|sin|cos|tan|log|exp|ln|max|min)$|[_\d]$/u.test(before);

/** “first: (1) bread, (2) cheese and (3) wine”: the numbers stand before what they number. */
const isEnumeration = ({ before, after }: Mark): boolean =>
  /^\s+\p{L}/u.test(after) && /(?:[:;,—–-]|(?:^|\s)(?:and|or|und|oder|et|ou|y|o|e|и|или))\s+$/iu.test(before);

/** “see equation (3)”, “§ (2)”. */
const isReference = ({ before }: Mark): boolean =>
  /(?:\b(?:see|in|of|by|from|under|equations?|eqs?|clauses?|sections?|items?|cases?|rules?|figures?|steps?)\.?|§)\s+$/iu.test(
    before,
  );

/** A number in round brackets, which prose uses for much else. */
export const parenthesised: Convention = {
  name: 'parenthesised',
  summary: '`word (1)`, with `(1) text` or a numbered list',
  evidence: STRICT,
  find: (survey) =>
    findMarkedText(survey, {
      call: /\((\d{1,4}|[a-z])\)/g,
      accepts: (mark) => !isArgument(mark) && !isEnumeration(mark) && !isReference(mark),
      opening: /^\s*\((\d{1,4}|[a-z])\)(?:[.:]\s*|\s+)/,
      list: 'ordered',
    }),
};
