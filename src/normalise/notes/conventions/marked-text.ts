import { findMarks, type Mark } from '../marks.js';
import type { Call, Found } from '../model.js';
import { findNoteSets, type NoteForms } from '../note-sets.js';
import type { Survey } from '../survey.js';

/** A convention whose calls are marks in running text. */
export interface MarkedText extends NoteForms {
  /** Matches a call; the label is its first group that matched. */
  readonly call: RegExp;
  readonly accepts?: (mark: Mark) => boolean;
  readonly labelOf?: (written: string) => string;
  /** Marks that only a gap in the sequence can prove: what OCR makes of a call. */
  readonly doubtful?: {
    readonly pattern: RegExp;
    readonly accepts?: (mark: Mark) => boolean;
    readonly labelOf: (written: string) => string;
  };
}

/** Finds the calls and the notes of a convention whose calls are marks in running text. */
export function findMarkedText(survey: Survey, spec: MarkedText): Found {
  const all = findMarks(survey, spec.call, spec.accepts, spec.labelOf);
  const sets = findNoteSets(survey, spec, all);
  const labels = new Set(sets.flatMap((set) => set.notes.map((note) => note.order)));
  const isLabel = (call: Call) => labels.has(call.order);
  const { doubtful: also } = spec;
  const doubtful = also
    ? findMarks(survey, also.pattern, also.accepts, also.labelOf).filter((call) => !isLabel(call))
    : [];
  return { calls: all.filter((call) => !isLabel(call)), sets, doubtful };
}
