import type { Face } from '../state.js';
import type { HangingMarks } from './hanging-marks.js';
import type { TextMeasurer } from './text-width.js';

/** A word as it stands in a paragraph, wherever that is: its width, and the places where it may be cut. */
export interface Word {
  readonly width: number;
  /** By how many pixels its last character stands out at the end of a line, and its first one at the beginning. */
  readonly hangsLast: number;
  readonly hangsFirst: number;
  readonly cuts: readonly Cut[];
}

export interface Cut {
  readonly offset: number;
  /** From the word's beginning to the end of a line that ends here, without its hyphen. */
  readonly end: number;
  /** From the word's beginning to where the next line begins. */
  readonly next: number;
  readonly hyphen: boolean;
  readonly penalty: number;
  readonly hangs: number;
  readonly hangsNext: number;
}

export interface WordSettings {
  /** Where words may be divided. */
  readonly divisions: ReadonlyMap<string, readonly number[]> | undefined;
  readonly hanging: HangingMarks | undefined;
  readonly isCode: boolean;
  /** Words that are wider than this are cut anywhere, if they must be. */
  readonly widest: number;
}

/** Runs in the page: measures a word, and finds where it may be cut. */
export function wordCuts(
  word: string,
  face: Face,
  { width, parts }: TextMeasurer,
  { divisions, hanging, isCode, widest }: WordSettings,
): Word {
  const cuts: Cut[] = [];
  const out = (marks: HangingMarks['end'] | undefined, mark: string | undefined) => {
    const part = mark && marks?.[mark];
    return part ? part * width(mark, face) : 0;
  };
  const cut = (offset: number, end: number, next: number, hyphen: boolean, penalty: number) => {
    const hangs = out(hanging?.end, hyphen ? '-' : word[offset - 1]);
    const hangsNext = out(hanging?.start, word[offset]);
    cuts.push({ offset, end: end - hangs, next: next + hangsNext, hyphen, penalty, hangs, hangsNext });
  };
  const pieces = /[-\u2010\u2013\u2014/]/.test(word)
    ? word.split(
        /(?<=\p{L}[-\u2010])(?=\p{L})|(?<=[\u2013\u2014](?![\u201d\u2019]))(?=.)|(?<=[^/]\/)(?=[^/])/u,
      )
    : [word];
  // Addresses and code take no hyphen, which would be read as their own: they end after a mark.
  const isName = isCode || (word.length > 8 && /:\/\/|^\W?www\.|\w@\w+\./.test(word));
  let at = 0;
  let offset = 0;
  for (const piece of pieces) {
    const whole = width(piece, face);
    if (offset > 0) cut(offset, at, at, false, 30);
    if (whole > widest) {
      let sum = at;
      for (let k = 1; k < piece.length; k++) {
        sum += width(piece[k - 1]!, face);
        cut(offset + k, sum, sum, false, /[/?&=_.#%:,(-]/.test(piece[k - 1]!) ? 80 : 400);
      }
    } else if (isName) {
      let sum = at;
      for (let k = 1; k < piece.length && piece.length > 11; k++) {
        sum += width(piece[k - 1]!, face);
        const pair = piece.slice(k - 1, k + 1);
        const isMark = k > 2 && /^[._=&?:,(%#][\p{L}\p{N}]/u.test(pair);
        if (isMark || /^\p{Ll}\p{Lu}/u.test(pair))
          cut(offset + k, sum, sum, false, isMark && isCode ? 90 : 150);
      }
    } else if (divisions) {
      for (const letters of piece.matchAll(/\p{L}{5,}/gu)) {
        const places = divisions.get(letters[0]);
        if (!places) continue;
        const { before, after } = parts(piece, letters.index, places, face);
        places.forEach((place, k) => {
          cut(offset + letters.index + place, at + before[k]!, at + whole - after[k]!, true, 50);
        });
      }
    }
    at += whole;
    offset += piece.length;
  }
  return {
    width: at,
    hangsLast: out(hanging?.end, word[word.length - 1]),
    hangsFirst: out(hanging?.start, word[0]),
    cuts,
  };
}
