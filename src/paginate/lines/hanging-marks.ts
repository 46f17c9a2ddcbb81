/** What part of their width marks stand out of the text by, where they end a line or begin one. */
export interface HangingMarks {
  readonly end: Readonly<Record<string, number>>;
  readonly start: Readonly<Record<string, number>>;
}

/**
 * Marks that make an edge look ragged where they stand within it. The parts are those of the LaTeX package
 * microtype for text faces, a little less for dashes, which have ink all along; what it moves by a hair is left out.
 */
export const HANGING_MARKS: HangingMarks = {
  end: {
    '.': 0.7,
    ',': 0.7,
    '-': 0.6,
    '\u2010': 0.6,
    ':': 0.5,
    ';': 0.5,
    '\u2019': 0.6,
    '\u201d': 0.6,
    '\u201c': 0.6,
    '\u00bb': 0.35,
    '\u203a': 0.35,
    '\u2013': 0.3,
    '\u2014': 0.2,
  },
  start: {
    '\u2018': 0.6,
    '\u2019': 0.6,
    '\u201a': 0.6,
    '\u201c': 0.6,
    '\u201e': 0.6,
    '\u00ab': 0.35,
    '\u2039': 0.35,
    '\u2013': 0.3,
    '\u2014': 0.2,
  },
};
