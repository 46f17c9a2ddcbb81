import type { RuleLog } from '../cleaning-log.js';
import type { MappedText } from '../mapped-text.js';
import type { CharacterRule } from '../rule.js';

/** What Windows-1252 has at 0x80–0x9F. */
const CP1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';
const BYTES = new Map([...CP1252].map((character, index) => [character, 0x80 + index]));
/** What no language writes: without it the text was decoded well, and “é”—” is what it seems. */
const PROOF =
  /â€[œ\u009D™˜”“¦\u0080-\u009F]|Ã[\u0192\u00A0©ÂÃ¨¤¶¼ŸŽ§ª®´¡³º±\u0080-\u009F]|Â[ \u00A0«»°§·£©®±¼½¾¢¥¿¡]|Ð[°-¿]Ñ|Î[±-¿]Ï/;
/** UTF-8 that was read as Windows-1252: a lead byte and its followers. */
const RUN = new RegExp(
  `â€\\uFFFD|[Â-ß][\\u0080-¿${CP1252}]|[à-ï][\\u0080-¿${CP1252}]{2}|[ð-ô][\\u0080-¿${CP1252}]{3}`,
  'g',
);
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  laquo: '«',
  raquo: '»',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  ecirc: 'ê',
  icirc: 'î',
  ocirc: 'ô',
  ntilde: 'ñ',
  oelig: 'œ',
  aelig: 'æ',
  shy: '\u00AD',
  dagger: '†',
  Dagger: '‡',
  sect: '§',
  copy: '©',
};

/** Repairs what a wrong decoding made of a text (`â€œ` for “), and entities that were never decoded. */
export const mojibake: CharacterRule = {
  stage: 'characters',
  name: 'encoding',
  apply(text, { log, dialect }) {
    const repaired = PROOF.test(text.value) ? repair(text, log) : text;
    // In Markdown an entity is markup; only one that was encoded twice is damage.
    const entity =
      dialect === 'markdown'
        ? /&amp;(#\d{2,6}|#x[\da-f]{2,6}|[a-z]{2,8});/gi
        : /&(?:amp;)?(#\d{2,6}|#x[\da-f]{2,6}|[a-z]{2,8});/gi;
    return repaired.replace(entity, (match) => {
      const by = decodeEntity(match[1]!);
      if (by !== undefined) log.changed(repaired.originAt(match.index), match[0], by, 0.95);
      return by;
    });
  },
};

/** What was encoded wrongly more than once is decoded as often. */
const MOST_TIMES = 3;

function repair(text: MappedText, log: RuleLog): MappedText {
  return text.replace(/[^\p{ASCII}]+/gu, (match) => {
    let run = match[0];
    for (let time = 0; time < MOST_TIMES && (time === 0 || PROOF.test(run)); time++) {
      // Windows-1252 has no character for the last byte of ”.
      const by = run.replace(RUN, (bytes) => (bytes === 'â€\uFFFD' ? '”' : (decodeAgain(bytes) ?? bytes)));
      if (by === run) break;
      run = by;
    }
    if (run === match[0]) return undefined;
    log.changed(text.originAt(match.index), match[0], run, match[0].includes('\uFFFD') ? 0.8 : 0.95);
    return run;
  });
}

function decodeAgain(run: string): string | undefined {
  const bytes = [...run].map((character) => BYTES.get(character) ?? character.charCodeAt(0));
  if (bytes.some((byte) => byte > 0xff)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch (error) {
    // Not UTF-8 after all: the letters are what they seem.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function decodeEntity(name: string): string | undefined {
  if (!name.startsWith('#')) return NAMED[name];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : undefined;
}
