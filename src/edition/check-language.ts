import type { Book } from '../config/book.js';
import type { Detail } from '../report/errors.js';
import type { Report } from '../report/report.js';

/** Writing systems, the codes of ISO 15924 that a language is known by, and the language that is likeliest. */
const SCRIPTS: readonly (readonly [name: string, codes: string, letters: RegExp, likeliest: string])[] = [
  ['Latin', 'Latn', /\p{sc=Latin}/gu, 'en'],
  ['Cyrillic', 'Cyrl', /\p{sc=Cyrillic}/gu, 'ru'],
  ['Greek', 'Grek', /\p{sc=Greek}/gu, 'el'],
  ['Japanese', 'Jpan', /\p{sc=Hiragana}|\p{sc=Katakana}/gu, 'ja'],
  ['Chinese', 'Hans Hant Jpan Hani', /\p{sc=Han}/gu, 'zh'],
  ['Korean', 'Kore', /\p{sc=Hangul}/gu, 'ko'],
  ['Arabic', 'Arab', /\p{sc=Arabic}/gu, 'ar'],
  ['Hebrew', 'Hebr', /\p{sc=Hebrew}/gu, 'he'],
  ['Devanagari', 'Deva', /\p{sc=Devanagari}/gu, 'hi'],
];
/** Characters of each text that are looked at. */
const SAMPLE = 20_000;
/** Letters below which nothing is said. */
const LEAST = 40;

/** Warns of a book whose language is written in other letters than its text: it is hyphenated and spoken wrongly. */
export function checkLanguage(book: Book, report: Report): void {
  const sample = book.manuscripts.map(({ text }) => text.slice(0, SAMPLE)).join('\n');
  const counts = SCRIPTS.map(([, , letters]) => sample.match(letters)?.length ?? 0);
  const sum = counts.reduce((all, count) => all + count, 0);
  const most = counts.indexOf(Math.max(...counts));
  const own = new Intl.Locale(book.language).maximize().script;
  const expected = SCRIPTS.findIndex(([, codes]) => own !== undefined && codes.includes(own));
  if (sum < LEAST || expected === -1) return;
  // Programs and names are in Latin letters in texts of every language.
  const [name, codes, , likeliest] = SCRIPTS[most]!;
  if (codes.includes(own!) || counts[most]! < sum / 2 || SCRIPTS[most]![0] === 'Latin') return;
  const detail: Detail = {
    code: 'language-mismatch',
    reason: `The language of the book is \`${book.language}\`, and its text is written in ${name} letters`,
    note: `Hyphens, quotation marks and voices go by the language. State it: “language: ${likeliest}”, or another that is written so.`,
    place: { path: book.configPath ?? book.manuscripts[0]!.path, line: 1, column: 1 },
  };
  report.add({ severity: 'warning', ...(book.locate?.(['language'], 'value', detail) ?? detail) });
}
