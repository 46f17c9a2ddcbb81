import { isDivision, isNumberWord } from './chapter-words.js';
import { looksRoman } from './roman-numerals.js';
import type { WordForms } from './word-forms.js';

const SMALL_ENGLISH = new Set(
  'a an and as at but by en for from if in into nor of off on onto or over per so than the to up upon v via vs with yet'.split(
    ' ',
  ),
);
/** Particles inside names. */
const PARTICLES = new Set('de del della der den des di du la le van von ter zu da dos las los y'.split(' '));
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;

/** What ends before a word that opens a further title: a stop (not that of an initial), a dash. */
const OPENS = /(?:[:!?—–\n]|--|(?<!(?:^|[\s.(])\p{L})\.)["”»’)]?\s*["“‘«„(]?$/u;

/**
 * Sets a title in capitals in the case of its language: in English each word but the small ones has a capital, in
 * other languages the first and those that the text itself writes with one. Numerals and initials stay.
 */
export function titleCase(title: string, language: string, forms?: WordForms): string {
  const isEnglish = /^en\b/i.test(language);
  const last = [...title.matchAll(WORD)].at(-1)?.index;
  return title.replace(WORD, (word, index: number) => {
    const before = title.slice(0, index);
    const after = title.slice(index + word.length);
    const opens = !/[\p{L}\p{N}]/u.test(before) || OPENS.test(before);
    const fixed = keptForm(word, before, after);
    if (fixed !== undefined) return fixed;
    const usual = forms?.usual(word);
    // UNESCO, McDonald: a form with capitals inside is the word's own.
    if (usual && /\p{Lu}/u.test(usual.slice(1))) return usual;
    const small = word.toLowerCase();
    if (opens) return capital(word);
    if (!isEnglish)
      return afterLabel(before) ? capital(word) : usual && usual !== small ? capital(word) : small;
    const isSmall = SMALL_ENGLISH.has(small) || (PARTICLES.has(small) && usual !== capital(word));
    const isInCompound = /\p{L}-$/u.test(before);
    return isSmall && index !== last && !(isInCompound && !SMALL_ENGLISH.has(small)) ? small : capital(word);
  });
}

/** Numerals, initials, ordinals in figures. */
function keptForm(word: string, before: string, after: string): string | undefined {
  if (/^\d/.test(word)) return /^\d+(?:ST|ND|RD|TH)$/.test(word) ? word.toLowerCase() : word;
  // U. S. A., J. R. R., and the initials of a name.
  if (/^\p{L}$/u.test(word) && /^\./.test(after)) return word;
  if (word.length === 1) return word === 'I' || (looksRoman(word) && afterLabel(before)) ? word : undefined;
  return looksRoman(word) ? word : undefined;
}

/** After “Chapter”, a number is part of the label: “Chapter One”. */
function afterLabel(before: string): boolean {
  const word = /([\p{L}\p{M}]+)\s+$/u.exec(before)?.[1];
  return word !== undefined && (isDivision(word) || isNumberWord(word));
}

function capital(word: string): string {
  const lower = word.toLowerCase();
  const scottish = /^mc(\p{L}.*)$/u.exec(lower);
  if (scottish && word.length > 4) return `Mc${first(scottish[1]!)}`;
  // O’Brien, D’Arcy; but don’t, it’s.
  const irish = /^([od])(['’])(\p{L}{3,}.*)$/u.exec(lower);
  if (irish) return `${irish[1]!.toUpperCase()}${irish[2]}${first(irish[3]!)}`;
  return first(lower);
}

function first(word: string): string {
  const [letter = ''] = word;
  return letter.toUpperCase() + word.slice(letter.length);
}
