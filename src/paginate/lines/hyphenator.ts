import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const SOFT_HYPHEN = '\u00ad';
/** Letters that stay on the line, and letters that go to the next, at the least. */
const LEFT = 2;
const RIGHT = 3;

type Hyphenate = (word: string) => string;

/** Pattern sets whose name is not the language tag itself. */
const NAMES: Readonly<Record<string, string>> = {
  en: 'en-us',
  de: 'de-1996',
  'de-at': 'de-1996',
  'de-de': 'de-1996',
  'de-ch': 'de-ch-1901',
  'en-au': 'en-gb',
  'en-ie': 'en-gb',
  'en-nz': 'en-gb',
  'en-za': 'en-gb',
  el: 'el-monoton',
  'mul-latn': 'la',
};

function load(language: string): Hyphenate | undefined {
  const tag = language.toLowerCase();
  for (const name of [NAMES[tag] ?? tag, NAMES[tag.split('-')[0]!] ?? tag.split('-')[0]!]) {
    if (!/^[a-z0-9-]+$/.test(name)) continue;
    try {
      return (require(`hyphen/${name}`) as { hyphenateSync: Hyphenate }).hyphenateSync;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  return undefined;
}

/** Where words may be divided, by the patterns of their language; each word is looked up once. */
export class Hyphenator {
  readonly #languages = new Map<string, Hyphenate | undefined>();
  readonly #seen = new Map<string, Map<string, readonly number[]>>();

  /** Offsets into `word` before which it may be divided; none for a language without patterns. */
  points(word: string, language: string): readonly number[] {
    let words = this.#seen.get(language);
    if (!words) {
      words = new Map();
      this.#seen.set(language, words);
      this.#languages.set(language, load(language));
    }
    let points = words.get(word);
    if (!points) {
      points = this.#look(word, this.#languages.get(language));
      words.set(word, points);
    }
    return points;
  }

  /** Words with spaces between them, those that may be divided with hyphens where; others are left out. */
  divide(words: string, language: string): string {
    const divided: string[] = [];
    for (const word of words.split(' ')) {
      const points = this.points(word, language);
      if (points.length === 0) continue;
      const syllables = [0, ...points].map((start, k) => word.slice(start, points[k]));
      divided.push(syllables.join('-'));
    }
    return divided.join(' ');
  }

  /** Looks up the words of a text beforehand: work that can be done while the browser reads the same text. */
  warm(text: string, language: string): void {
    for (const word of new Set(text.match(/\p{L}{5,}/gu))) this.points(word, language);
  }

  #look(word: string, hyphenate: Hyphenate | undefined): readonly number[] {
    if (!hyphenate) return [];
    const points: number[] = [];
    let offset = 0;
    for (const syllable of hyphenate(word).split(SOFT_HYPHEN)) {
      offset += syllable.length;
      if (offset >= LEFT && offset <= word.length - RIGHT) points.push(offset);
    }
    return points;
  }
}
