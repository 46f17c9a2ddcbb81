import type { PageState, TextBlock } from '../state.js';
import type { breakLines } from './break-lines.js';
import type { HangingMarks } from './hanging-marks.js';
import type { paragraphPoints } from './paragraph-points.js';
import type { textWidth } from './text-width.js';
import type { writeBreaks } from './write-breaks.js';

/** Where words may be divided, by language, then word. Absent on the first turn: then only whole words are tried. */
export type Divisions = Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;

export interface SetLinesInput {
  readonly words?: Divisions;
  /** Marks that stand out at the edges of the text, if any are to. */
  readonly hanging?: HangingMarks;
}

export interface SetLinesResult {
  /** Words of the paragraphs that could not be set well without hyphens, by language. */
  readonly wanted: Readonly<Record<string, readonly string[]>>;
  /** Stretch of spaces beyond their natural width, as a part of it: number of lines, sum, sum of squares. Last lines left out. */
  readonly spread: { readonly lines: number; readonly sum: number; readonly squares: number };
}

/**
 * Runs in the page. Breaks the paragraphs that were gathered into lines, each as a whole, and writes the breaks into
 * their text as line feeds, which `white-space-collapse: preserve-breaks` keeps. All is measured by numbers, so
 * nothing is laid out here.
 */
export function setLines(
  input: SetLinesInput,
  tools: {
    breakLines: typeof breakLines;
    paragraphPoints: typeof paragraphPoints;
    textWidth: typeof textWidth;
    writeBreaks: typeof writeBreaks;
  },
): SetLinesResult {
  const STRETCH = 0.6;
  const SHRINK = 0.28;
  const state: PageState = window.octavoPages!;
  const measurer = tools.textWidth();
  state.setLines = (more) => setLines(more, tools);
  const wanted: Record<string, Set<string>> = {};
  const spread = { lines: 0, sum: 0, squares: 0 };
  const left: TextBlock[] = [];

  for (const block of state.texts) {
    const { element, measure, indent, size, language, hyphenate } = block;
    const shape = {
      width: measure,
      indent,
      stretch: STRETCH,
      shrink: SHRINK,
      shortest: Math.max(1.8 * size, indent * 1.2),
    };
    const words = input.words && hyphenate ? (input.words[language] ?? {}) : undefined;
    let points = tools.paragraphPoints(block, state.faces, measurer, words, false, input.hanging);
    let breaks: readonly number[] | undefined;
    if (hyphenate && !words) {
      breaks = tools.breakLines(points, shape, 1);
      if (!breaks) {
        wanted[language] ??= new Set();
        for (const word of (element.textContent ?? '').match(/\p{L}{5,}/gu) ?? []) wanted[language].add(word);
        left.push(block);
        continue;
      }
    } else {
      breaks = tools.breakLines(points, shape, 1.25) ?? tools.breakLines(points, shape, 2.5);
      if (!breaks) {
        points = tools.paragraphPoints(block, state.faces, measurer, words, true, input.hanging);
        breaks = tools.breakLines(points, shape, 5) ?? tools.breakLines(points, shape, 1000);
      }
    }
    if (!breaks) continue;

    const { end, next, spaceEnd, spaceNext, hyphen } = points;
    state.ends.set(element, tools.writeBreaks(points, breaks, state.hyphens));
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
  state.texts = left;
  return {
    wanted: Object.fromEntries(Object.entries(wanted).map(([language, list]) => [language, [...list]])),
    spread,
  };
}
