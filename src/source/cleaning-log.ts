import type { MappedText } from './mapped-text.js';
import { MARKS } from './marks.js';
import type { SourceText } from './source-text.js';

interface Row {
  /** Line of the source, counted from 1. */
  readonly line: number;
  readonly column: number;
  /** The rule that decided. */
  readonly rule: string;
  /** How sure the rule is, from 0 to 1. */
  readonly confidence: number;
}

/** Words of the source that are not in the result. */
export interface Removal extends Row {
  readonly text: string;
  readonly reason?: string;
}

/** Words that stand in the result in another form. */
export interface Change extends Row {
  readonly before: string;
  readonly after: string;
}

/** A note without a call (`kind: note`), or a call without a note (`kind: call`): kept in the result. */
export interface Unplaced extends Row {
  readonly kind: 'note' | 'call';
  readonly label: string;
  readonly text: string;
}

/** Something that a person should look at; the text was left as it was. */
export interface Warning extends Row {
  readonly message: string;
  readonly text?: string;
}

/** What a cleaning did: the JSON of `--report`. */
export interface CleaningReport {
  readonly source: string;
  /** Encoding of the file, where it was another than UTF-8. */
  readonly encoding?: string;
  readonly removed: readonly Removal[];
  readonly changed: readonly Change[];
  readonly unplaced: readonly Unplaced[];
  readonly warnings: readonly Warning[];
}

/** Anything that knows where in the source it stands: a text (its first character) or an offset. */
export type Origin = MappedText | number;

/** The log as one rule sees it. */
export interface RuleLog {
  removed(text: MappedText, reason?: string, confidence?: number): void;
  changed(at: Origin, before: string, after: string, confidence?: number): void;
  unplaced(kind: Unplaced['kind'], at: Origin, label: string, text: string): void;
  warn(at: Origin, message: string, text?: string, confidence?: number): void;
}

export class CleaningLog {
  private readonly removals: Removal[] = [];
  private readonly changes: Change[] = [];
  private readonly unplacedRows: Unplaced[] = [];
  private readonly warnings: Warning[] = [];

  /** @param isTold The text is a result of ours: the first cleaning has told its doubts, and repeats none. */
  constructor(
    private readonly source: SourceText,
    private readonly encoding?: string,
    private readonly isTold = false,
  ) {}

  /** The log bound to the name of a rule. */
  of(rule: string): RuleLog {
    const row = (at: Origin, confidence: number): Row => {
      const place = this.source.placeAt(typeof at === 'number' ? at : at.originAt(0));
      return { ...place, rule, confidence };
    };
    return {
      removed: (text, reason, confidence = 1) => {
        if (text.length === 0) return;
        const removal = { ...row(text, confidence), text: text.value.replace(MARKS, '') };
        this.removals.push(reason === undefined ? removal : { ...removal, reason });
      },
      changed: (at, before, after, confidence = 1) => {
        this.changes.push({ ...row(at, confidence), before, after });
      },
      unplaced: (kind, at, label, text) => {
        if (this.isTold) return;
        this.unplacedRows.push({ ...row(at, 1), kind, label, text });
      },
      warn: (at, message, text, confidence = 1) => {
        if (this.isTold) return;
        const warning = { ...row(at, confidence), message };
        this.warnings.push(text === undefined ? warning : { ...warning, text });
      },
    };
  }

  /** The rows in the order of the source. */
  report(): CleaningReport {
    const inOrder = <T extends Row>(rows: readonly T[]) =>
      [...rows].sort((a, b) => a.line - b.line || a.column - b.column);
    return {
      source: this.source.name,
      ...(this.encoding === undefined || this.encoding === 'utf-8' ? {} : { encoding: this.encoding }),
      removed: inOrder(this.removals),
      changed: inOrder(this.changes),
      unplaced: inOrder(this.unplacedRows),
      warnings: inOrder(this.warnings),
    };
  }
}
