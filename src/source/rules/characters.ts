import { NONCHARACTERS } from '../marks.js';
import type { CharacterRule } from '../rule.js';

/** Line ends, byte order marks, characters that carry nothing, ligatures. */
export const characters: CharacterRule = {
  stage: 'characters',
  name: 'characters',
  apply(text, { log }) {
    return text
      .replace(/\r\n?/g, () => '\n')
      .replace(/[\u2028\u0085]/g, () => '\n')
      .replace(/[\u200B\u2060\uFEFF\u200E\u200F]/g, () => '')
      .replace(/[\u0000-\u0008\u000E-\u001F\u007F]/g, () => '')
      .replace(/\v/g, () => '\n')
      .replace(NONCHARACTERS, () => '')
      .replace(/[\uFB00-\uFB06]/g, (match) => match[0].normalize('NFKC'))
      .replace(/[^\p{ASCII}]\p{M}+|[A-Za-z]\p{M}+/gu, (match) => {
        const composed = match[0].normalize('NFC');
        return composed === match[0] ? undefined : composed;
      })
      .replace(/\uFFFD+/g, (match) => {
        log.warn(text.originAt(match.index), 'characters that could not be decoded', match[0], 0.5);
        return undefined;
      });
  },
};
