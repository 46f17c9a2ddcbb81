import { MappedText } from '../mapped-text.js';
import { MARK } from '../marks.js';
import type { WordRule } from '../rule.js';

/** What typists put round words, with the marks that they mean. A space or stop stands outside, a word inside. */
const FORMS: readonly { readonly pattern: RegExp; readonly open: string; readonly close: string }[] = [
  {
    pattern:
      /(?<![\p{L}\p{N}*/\\])\*\*(?=[\p{L}\p{N}“"‘'«¿¡(])([^*\n]{1,300}?)(?<=\S)\*\*(?![\p{L}\p{N}*/])/gu,
    open: MARK.strongOpen,
    close: MARK.strongClose,
  },
  {
    pattern: /(?<![\p{L}\p{N}_/\\])_(?=[^\s_])([^_]{1,3000}?)(?<=[^\s_])_(?![\p{L}\p{N}_/])/gu,
    open: MARK.emOpen,
    close: MARK.emClose,
  },
  {
    pattern: /(?<![\p{L}\p{N}=/])=(?=[^\s=])([^=]{1,200}?)(?<=[^\s=])=(?![\p{L}\p{N}=/])/gu,
    open: MARK.strongOpen,
    close: MARK.strongClose,
  },
  {
    pattern: /(?<![\p{L}\p{N}+/])\+(?=\p{L})([\p{L}\p{M} .,'’-]{1,80}?)(?<=[^\s+])\+(?![\p{L}\p{N}+/])/gu,
    open: MARK.emOpen,
    close: MARK.emClose,
  },
  {
    pattern:
      /(?<![\p{L}\p{N}*/\\])\*(?=[\p{L}“"‘'«¿¡])([^*\n]{1,200}?)(?<=[\p{L}\p{N}.,!?”"’'»])\*(?![\p{L}\p{N}*/])/gu,
    open: MARK.emOpen,
    close: MARK.emClose,
  },
];
/** `n i g h t`: four or more letters set apart by single spaces. */
const SPACED = /(?<![\p{L}\p{N}.'’_/-])(?:\p{L} ){3,}\p{L}(?=[\s.,;:!?)”"’»]|$)/gu;

/** Marks of emphasis in typed texts: `_kite_`, `=kite=`, `+kite+`, k i t e. */
export const emphasis: WordRule = {
  stage: 'words',
  name: 'emphasis',
  apply(text, { dialect, lexicon, log }) {
    if (dialect === 'markdown') return text;
    let marked = text;
    for (const { pattern, open, close } of FORMS) {
      marked = marked.replace(pattern, (match) => {
        if (isAddress(marked.value, match.index) || unbalanced(match[1]!)) return undefined;
        const start = match.index + match[0].indexOf(match[1]!);
        return MappedText.concat([open, marked.slice(start, start + match[1]!.length), close]);
      });
    }
    return marked.replace(SPACED, (match) => {
      const letters = match[0].split(' ');
      // Initials and sequences of single-letter words are no spaced word.
      if (letters.every((letter) => letter === letter.toUpperCase()) && letters.length < 5) return undefined;
      // An article may stand before the spaced word: “a n i g h t”.
      const isArticle =
        /^[aI]$/i.test(letters[0]!) && lexicon.isKnown(letters.join('')) !== true && letters.length > 4;
      const lead = isArticle ? 2 : 0;
      const spaced = marked.slice(match.index + lead, match.index + match[0].length);
      const word = spaced.replace(/ /g, () => '');
      // The letters were no words; the word that they make is.
      log.removed(spaced, 'letters set apart, which make a word', 0.8);
      log.changed(spaced, spaced.value, word.value, 0.8);
      return MappedText.concat([
        marked.slice(match.index, match.index + lead),
        MARK.emOpen,
        word,
        MARK.emClose,
      ]);
    });
  },
};

function isAddress(value: string, at: number): boolean {
  const from = value.lastIndexOf(' ', at) + 1;
  return /^(?:https?:|www\.|ftp:)|@/.test(value.slice(from, at + 20));
}

/** Marks inside must be closed inside. */
function unbalanced(inner: string): boolean {
  let depth = 0;
  for (const character of inner) {
    if (/[\uFDD0\uFDD2\uFDD4\uFDD6\uFDD8]/.test(character)) depth++;
    else if (/[\uFDD1\uFDD3\uFDD5\uFDD7\uFDD9]/.test(character) && --depth < 0) return true;
  }
  return depth !== 0;
}
