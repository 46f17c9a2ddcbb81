import { MappedText } from '../mapped-text.js';
import { MARK } from '../marks.js';
import type { WordRule } from '../rule.js';

const ADDRESS =
  /(?:https?:\/\/|ftp:\/\/|www\.)[^\s<>*\\\uFDD0-\uFDEF]*[^\s<>.,;:!?'"”’)\]*_\\\uFDD0-\uFDEF]/giu;
const DASH = /(?<![-<!])---?(?![->])/g;
const FILE = /\.(?:txt|md|html?|pdf|xml|json|js|ts|py|sh|c|h|png|jpe?g)\b/;
const REPAIRS: readonly (readonly [RegExp, string])[] = [
  [/``(?=\S)|(?<![\p{L}\p{N}'])''(?=\p{L}[^'`\n]{0,400}[^\s'`]''(?![\p{L}\p{N}']))/gu, '“'],
  // After a number they are inches, inside a word a doubled apostrophe.
  [/(?<=[^\s\d'])''(?![\p{L}\p{N}'])/gu, '”'],
  [/ ?\. \. \. ?\.(?! \.)/g, '….'],
  [/(?<!\.)\. ?\. ?\.(?!\.| \.)/g, '…'],
  [/[\u00A0\u202F ]{2,}/g, ' '],
  [/\u00AD/g, ''],
];

/** Typewriter forms of quotes, dashes and dots; never in addresses, code or what is Markdown already. */
export const typography: WordRule = {
  stage: 'words',
  name: 'typography',
  apply(text) {
    const safe = text.replace(ADDRESS, (match) =>
      MappedText.concat([
        MARK.verbatimOpen,
        text.slice(match.index, match.index + match[0].length),
        MARK.verbatimClose,
      ]),
    );
    return outsideVerbatim(safe, (piece) => {
      let repaired = piece.replace(DASH, ({ index, 0: hyphens }) =>
        isCode(piece.value, index, hyphens.length) ? literal(hyphens, piece.originAt(index)) : '—',
      );
      for (const [pattern, by] of REPAIRS) repaired = repaired.replace(pattern, () => by);
      return repaired;
    });
  },
};

/**
 * Whether hyphens stand in what looks like code although nothing marks it: between backticks, before the name of an
 * option (a space before them and none after), in a path or the name of a file, in `i--;`.
 */
function isCode(value: string, at: number, length: number): boolean {
  const before = value.slice(Math.max(0, at - 200), at);
  const after = value.slice(at + length, at + length + 200);
  const lead = /\S*$/.exec(before)![0];
  const tail = /^\S*/.exec(after)![0];
  if (/(?:^|[^`])`[^`\n]*$/.test(before) && /^[^`\n]*`(?!`)/.test(after)) return true;
  if (/[\p{L}\p{N}\]`=] [(["'`“‘]?$/u.test(before) && /^\p{Ll}/u.test(tail)) return true;
  if (/[\p{L}\p{N}.~:][/\\]|^[/\\~]|_/u.test(lead) || /[/\\]\w|_/.test(tail)) return true;
  if (FILE.test(tail)) return true;
  return /^\p{L}\w{0,2}$/u.test(lead) && /^[;)]/.test(tail);
}

/** Hyphens that stay hyphens, also when the Markdown is set. */
const literal = (hyphens: string, origin: number) =>
  MappedText.inserted(`${MARK.verbatimOpen}${'\\-'.repeat(hyphens.length)}${MARK.verbatimClose}`, origin);

function outsideVerbatim(text: MappedText, change: (piece: MappedText) => MappedText): MappedText {
  if (!text.value.includes(MARK.verbatimOpen)) return change(text);
  const parts: MappedText[] = [];
  let from = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.value[at]!;
    if (character === MARK.verbatimOpen && depth++ === 0) {
      parts.push(change(text.slice(from, at)));
      from = at;
    } else if (character === MARK.verbatimClose && --depth === 0) {
      parts.push(text.slice(from, at + 1));
      from = at + 1;
    }
  }
  parts.push(depth > 0 ? text.slice(from) : change(text.slice(from)));
  return MappedText.concat(parts);
}
