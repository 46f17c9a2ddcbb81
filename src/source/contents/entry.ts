/** A line over a printed list of contents. */
const HEADING =
  /^[\s#*_=]*(?:(?:table of )?contents(?: and illustrations| of .{1,40})?|table des mati[eè]res|sommaire|inhalt(?:sverzeichnis|sübersicht)?|índice|indice|inhoud(?:sopgave)?|innehåll|indhold)[\s.:*_=#]*$/i;
/** A page after dots, a gap, or a cell of a table; in Roman numerals only so, for “Chapter I” ends like that too. */
const PAGE =
  /(?:(?:\.\s?){2,}|\s{2,}|\|)\s*(?:[*_]*(?:page|p\.|seite|s\.|bladz\.)[*_]*\s*)?[*_]*(?:\d{1,4}|[ivxlc]{1,7})[*_]*[.\s|]*$|\s\d{1,4}\.?$/i;
const LEADER = /(?:[.\s·…]|\. )*$/;
const PARTS =
  'chapter|part|book|act|scene|section|letter|canto|volume|kapitel|teil|buch|abschnitt|akt|chapitre|livre|partie|acte|capítulo|parte|libro|capitolo|hoofdstuk|deel';
const LABEL = new RegExp(
  `^(?:(?:${PARTS})\\s+)?(?:[ivxlc]+|\\d{1,3}(?:\\.\\d+)*)(?=$|[.:)\\s–—-])[.:)\\s–—-]*|^(?:${PARTS})\\s+(?:the\\s+)?\\w+(?=$|[.:])[.:\\s–—-]*`,
  'i',
);
/** What stands over the columns: “Chapter”, “Page”. */
const COLUMNS =
  /^[\s*_|]*(?:(?:chap(?:ter|\.)?|page|p\.|kapitel|seite|chapitre|bladz\.?|pag\.?|no\.?)[\s*_|]*)+$/i;
export const LONGEST_ENTRY = 110;

/** Whether a line is the heading of a printed list of contents. */
export const isContentsHeading = (value: string) => value.length < 80 && HEADING.test(value);

export const isColumnHead = (value: string) => COLUMNS.test(value) || /^\|?[\s:|-]+\|?$/.test(value);

/** Whether a line ends with the number of a page; “Chapter 1” ends with its own. */
export function hasPage(value: string): boolean {
  const match = PAGE.exec(value);
  if (!match) return false;
  const before = value.slice(0, match.index).trim();
  return /\p{L}/u.test(before) && !new RegExp(`^(?:${PARTS})$`, 'i').test(before);
}

/** Letters and digits alone. */
const squash = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** What an entry or a heading may be known by: its whole text, and its text without the label. */
export function keysOf(value: string): string[] {
  const bare = titleOf(value);
  const label = LABEL.exec(bare)?.[0] ?? '';
  return [...new Set([squash(bare), squash(bare.slice(label.length))])].filter(isKey);
}

/** The label that an entry begins with: “Chapter I” may stand alone over its text. */
export function labelKeyOf(value: string): string | undefined {
  const key = squash(LABEL.exec(titleOf(value))?.[0] ?? '');
  return isKey(key) ? key : undefined;
}

/** A number alone, or two letters, says nothing. */
const isKey = (key: string) => key.length > 2 && /\p{L}/u.test(key);

/** The words of an entry, without bullet, link, page and leader. */
export function titleOf(value: string): string {
  const text = value
    .replace(/^\s*(?:#{1,6}|[-*+•])\s+/, '')
    .replace(/!?\[((?:[^[\]]|\\.)*)\]\([^)]*\)/g, '$1')
    .replace(/\\(.)/g, '$1')
    .replace(/^\s*\||\|\s*$/g, '');
  const page = hasPage(text) ? PAGE.exec(text)!.index : text.length;
  return text
    .slice(0, page)
    .replace(/[*_|]+/g, ' ')
    .replace(LEADER, '')
    .trim();
}
