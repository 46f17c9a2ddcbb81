import type { Metrics, PageState } from '../state.js';
import type { breakLines } from './break-lines.js';
import type { HangingMarks } from './hanging-marks.js';
import type { loosenLines } from './loosen-lines.js';
import type { Lexicon, paragraphPoints } from './paragraph-points.js';
import type { textWidth } from './text-width.js';
import type { Word, wordCuts } from './word-cuts.js';
import type { textBreaks, writeBreaks } from './write-breaks.js';

export interface SetLinesInput {
  /** The words of each language with hyphens where they may be divided, and spaces between them. */
  readonly words: Readonly<Record<string, string>>;
  /** Marks that stand out at the edges of the text, if any are to. */
  readonly hanging?: HangingMarks;
}

export interface SetLinesTools {
  readonly breakLines: typeof breakLines;
  readonly loosenLines: typeof loosenLines;
  readonly textBreaks: typeof textBreaks;
  readonly paragraphPoints: typeof paragraphPoints;
  readonly textWidth: typeof textWidth;
  readonly wordCuts: typeof wordCuts;
  readonly writeBreaks: typeof writeBreaks;
}

/** Stretch of spaces beyond their natural width, as a part of it: number of lines, sum, sum of squares. Last lines left out. */
export interface Spread {
  readonly lines: number;
  readonly sum: number;
  readonly squares: number;
}

/**
 * Runs in the page. Breaks the paragraphs that were gathered into lines, each as a whole (without hyphens where that
 * goes well), and writes the breaks into their text as line feeds, which `white-space-collapse: preserve-breaks`
 * keeps. All is measured by numbers, so nothing is laid out here.
 */
export function setLines(input: SetLinesInput, tools: SetLinesTools): Spread {
  const STRETCH = 0.6;
  const SHRINK = 0.28;
  const state: PageState = window.octavoPages!;
  const measurer = tools.textWidth();
  const spread = { lines: 0, sum: 0, squares: 0 };
  const known = new Map<string, ReadonlyMap<string, readonly number[]>>();
  const divisionsOf = (language: string) => {
    const before = known.get(language);
    if (before) return before;
    const divisions = new Map<string, readonly number[]>();
    known.set(language, divisions);
    for (const divided of input.words[language]?.split(' ') ?? []) {
      const syllables = divided.split('-');
      const places: number[] = [];
      for (let k = 0, at = 0; k < syllables.length - 1; k++) {
        at += syllables[k]!.length;
        places.push(at);
      }
      divisions.set(syllables.join(''), places);
    }
    return divisions;
  };
  const lexicons = new Map<string | undefined, Lexicon>();
  const lexiconOf = (language: string | undefined): Lexicon => {
    let lexicon = lexicons.get(language);
    if (!lexicon) {
      lexicon = makeLexicon(language, whole, whole);
      lexicons.set(language, lexicon);
    }
    return lexicon;
  };
  const whole = Number.POSITIVE_INFINITY;
  const makeLexicon = (language: string | undefined, widest: number, widestInCode: number): Lexicon => {
    const divisions = language === undefined ? undefined : divisionsOf(language);
    const prose = new Map<Metrics, Map<string, Word>>();
    const code = new Map<Metrics, Map<string, Word>>();
    return {
      word: (word, face, isCode) => {
        const faces = isCode ? code : prose;
        let words = faces.get(face.metrics);
        if (!words) {
          words = new Map();
          faces.set(face.metrics, words);
        }
        let found = words.get(word);
        if (!found) {
          const hanging = isCode ? undefined : input.hanging;
          found = tools.wordCuts(word, face, measurer, {
            divisions,
            hanging,
            isCode,
            widest: isCode ? widestInCode : widest,
          });
          words.set(word, found);
        }
        return found;
      },
      space: (face) => measurer.width(' ', face),
      hyphen: (face) => measurer.width('-', face),
    };
  };

  for (const block of state.texts) {
    const { element, measure, indent, size, language, hyphenate } = block;
    const shape = {
      width: measure,
      indent,
      stretch: STRETCH,
      shrink: SHRINK,
      shortest: Math.max(1.8 * size, indent * 1.2),
    };
    const lexicon = lexiconOf(hyphenate ? language : undefined);
    let points = tools.paragraphPoints(block, state.faces, lexicon);
    let breaks =
      (hyphenate ? tools.breakLines(points, shape, 1, false) : undefined) ??
      tools.breakLines(points, shape, 1.25) ??
      tools.breakLines(points, shape, 2.5);
    if (!breaks) {
      const anywhere = makeLexicon(hyphenate ? language : undefined, measure / 3, whole);
      points = tools.paragraphPoints(block, state.faces, anywhere);
      // Wide spaces in a line or two are better than a name in code that is cut through.
      breaks = tools.breakLines(points, shape, 5) ?? tools.breakLines(points, shape, 10);
    }
    if (!breaks) {
      const anywhere = makeLexicon(hyphenate ? language : undefined, measure / 3, measure / 3);
      points = tools.paragraphPoints(block, state.faces, anywhere);
      breaks = tools.breakLines(points, shape, 5) ?? tools.breakLines(points, shape, 1000);
    }
    if (!breaks) continue;

    const { end, next, spaceEnd, spaceNext, hyphen } = points;
    // Text that is still to be filled in, and calls that cannot be found again, stay in the lines they are in.
    const others =
      element.closest('.notes') || element.querySelector('[data-fill], [data-note]:not([id])')
        ? undefined
        : tools.loosenLines(points, shape, breaks, tools);
    const added = tools.writeBreaks(element, points.nodes, tools.textBreaks(points, breaks), state);
    if (others) {
      others.added = added;
      state.others.set(element, others);
    }
    let a = -1;
    for (const at of breaks) {
      const natural = end[at]! + hyphen[at]! - (a < 0 ? -indent : next[a]!);
      const spaces = spaceEnd[at]! - (a < 0 ? 0 : spaceNext[a]!);
      if (spaces > 0) {
        const stretch = (measure - natural) / spaces;
        spread.lines++;
        spread.sum += stretch;
        spread.squares += stretch * stretch;
      }
      a = at;
    }
    // The last line ends with a filler, so that justifying it gives its spaces their natural width.
    const natural = end[end.length - 1]! - (a < 0 ? -indent : next[a]!);
    const tight = measurer.width(' ', state.faces.get(block.path)!) * SHRINK;
    element.classList.add('set');
    element.style.cssText += `;word-spacing:${-tight.toFixed(3)}px;--fill:${Math.max(0, measure - natural - 0.02).toFixed(2)}px`;
  }
  state.texts = [];
  return spread;
}
