/** The upper halves of code pages of the DOS time, which the Encoding Standard leaves out. */
const DOS: ReadonlyMap<string, string> = new Map([
  [
    'cp437',
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0',
  ],
  [
    'cp850',
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0',
  ],
]);
/** Encodings of one byte a character, those in front that win where nothing speaks for another. */
export const SINGLE_BYTE = [
  'windows-1252',
  'windows-1250',
  'iso-8859-2',
  'macintosh',
  'cp437',
  'cp850',
  'windows-1251',
  'koi8-r',
  'ibm866',
  'iso-8859-5',
  'x-mac-cyrillic',
] as const;
/** The letters beyond ASCII of each writing: a text has those of one. */
const WRITINGS = [
  'àâæçéèêëîïôœùûüÿ',
  'äöüß',
  'áéíóúñü',
  'áâãàçéêíóôõú',
  'åäöæøéü',
  'àèéìòù',
  'ąćęłńóśźż',
  'áčďéěíňóřšťúůýžäôĺľŕ',
  'áéíóöőúüű',
  'абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґѓѕјљњћџ',
].map((letters) => new Set(letters));
/** Characters beyond ASCII that are looked at. */
const SAMPLE = 4_000;
/** By so much another encoding must read better than the one that is preferred. */
const MARGIN = 0.08;

/** Decodes bytes in one of the code pages of DOS; undefined for any other encoding. */
export function decodeDos(encoding: string, bytes: Uint8Array): string | undefined {
  const upper = DOS.get(encoding);
  if (upper === undefined) return undefined;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString('latin1')
    .replace(/[\u0080-\u00FF]/g, (character) => upper[character.charCodeAt(0) - 0x80]!);
}

/**
 * Chooses the encoding in which bytes read best: letters of one writing inside words, marks where marks stand.
 *
 * @param preferred What their frequencies speak for.
 */
export function bestSingleByte(
  bytes: Uint8Array,
  preferred: string,
  decode: (encoding: string, bytes: Uint8Array) => string,
): string {
  const sample = aroundUpperBytes(bytes);
  const score = (encoding: string) => plausibility(decode(encoding, sample));
  let best = preferred;
  let most = score(preferred) + MARGIN;
  for (const encoding of SINGLE_BYTE) {
    const own = encoding === preferred ? 0 : score(encoding);
    if (own > most) {
      best = encoding;
      most = own;
    }
  }
  return best;
}

/** The lines that have bytes beyond ASCII, as many as are needed. */
function aroundUpperBytes(bytes: Uint8Array): Uint8Array {
  let count = 0;
  let end = 0;
  for (; end < bytes.length && count < SAMPLE; end++) if (bytes[end]! >= 0x80) count++;
  return bytes.subarray(0, Math.min(bytes.length, end + 1, 2 ** 20));
}

/** How much a text reads like one: at most 1. */
function plausibility(text: string): number {
  const counts = WRITINGS.map(() => 0);
  let letters = 0;
  let marks = 0;
  let all = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character < '\u0080') continue;
    all++;
    const before = text[at - 1] ?? ' ';
    const after = text[at + 1] ?? ' ';
    if (/\p{L}/u.test(character)) {
      // “caFé”: a capital does not follow a small letter.
      if (/\p{Lu}/u.test(character) && /\p{Ll}/u.test(before)) letters -= 1;
      // “Ł12” is £12 in another encoding.
      if (/\d/.test(before + after)) letters -= 2;
      // No word is written in two alphabets.
      if (/\p{Script=Cyrillic}/u.test(character) && /[A-Za-z]/.test(before + after)) letters -= 1.5;
      const lower = character.toLowerCase();
      WRITINGS.forEach((writing, index) => {
        if (writing.has(lower)) counts[index]!++;
      });
    } else if (isMark(character, before, after)) marks += 0.9;
    else marks -= /[\u0080-\u009F\uFFFD]/.test(character) || isWord(before, after) ? 1 : 0.3;
  }
  return all === 0 ? 0 : (Math.max(...counts) + letters + marks) / all;
}

const isWord = (before: string, after: string) => /\p{L}/u.test(before) && /\p{L}/u.test(after);

/** Quotation marks, dashes and signs where a text has them. */
function isMark(character: string, before: string, after: string): boolean {
  if (/[“„«‘‚‹¿¡]/.test(character)) return !/\p{L}/u.test(before) || /[ldnsjmtcLDNSJMTC]/.test(before);
  if (/[”»›]/.test(character)) return !/\p{L}/u.test(after);
  if (character === '’') return true;
  if (/[–—…]/.test(character)) return true;
  if (/[£€¥¢]/.test(character)) return /\d/.test(before + after);
  if (/[°½¼¾º²³×]/.test(character)) return /[\d\s]/.test(before);
  return /[\u00A0§°†‡•№]/.test(character) && !isWord(before, after);
}
