import type { VFile } from 'vfile';
import type { Found } from '../model.js';
import type { Evidence } from '../settle.js';
import type { Survey } from '../survey.js';
import type { ConventionName } from '../types.js';
import type { Written } from '../write.js';

interface Described {
  readonly name: ConventionName;
  /** What the source looks like, in a line for people. */
  readonly summary: string;
}

/** A way of writing notes in which call and note stand apart and must be brought together. */
export interface PairedConvention extends Described {
  /** How much must speak for a group of blocks before it counts as notes. */
  readonly evidence: Evidence;
  /**
   * The marks are written for notes and nothing else: a call without a note is one wherever it stands, and a label
   * that is there once is found wherever it is.
   */
  readonly explicit?: true;
  /** Makes the tree readable for `find` where the source has notes in another form; says whether it changed. */
  prepare?(survey: Survey): boolean;
  /** Finds what may be calls and notes. Nothing is changed yet. */
  find(survey: Survey): Found;
}

/** A way of writing notes in which the note stands in the text itself. */
export interface InPlaceConvention extends Described {
  /** Takes the notes out of the text. */
  take(survey: Survey, file: VFile): Written[];
}

export type Convention = PairedConvention | InPlaceConvention;
