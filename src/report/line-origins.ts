import { diffArrays } from 'diff';
import { hashLines, type LineMap } from './line-map.js';

/** The line of a raw text that a place of a cleaned one comes from. */
export interface Origin {
  readonly source: string;
  /** Counted from 1. */
  readonly line: number;
  /** The line has been edited since, so that its words may come from a line nearby. */
  readonly isNear: boolean;
}

/** More edits than these make another text of it. */
const MOST_EDITS = 4_000;
/** Lines that were edited in one go, before and after, of which one may still be told from the other. */
const MOST_REWRITTEN = 4;

/** Finds the raw lines of a cleaned text, which may have been edited since it was cleaned. */
export class LineOrigins {
  /** Of each line, its line in the map. */
  private readonly mapped: ReadonlyMap<number, { readonly line: number; readonly isEdited: boolean }>;

  constructor(
    private readonly map: LineMap,
    text: string,
  ) {
    this.mapped = alignLines(map.hashes, hashLines(text));
  }

  /**
   * @param line Counted from 1, as the column.
   * @returns undefined for what stands in no raw text: front matter, a line written since.
   */
  originOf(line: number, column = 1): Origin | undefined {
    const found = this.mapped.get(line - 1);
    const segments = found && this.map.mappings[found.line];
    if (!segments) return undefined;
    const at = segments.findLast(([start]) => start < column) ?? segments[0];
    if (at?.length !== 4 && at?.length !== 5) return undefined;
    return { source: this.map.sources[at[1]]!, line: at[2] + 1, isNear: found.isEdited };
  }
}

/** Pairs the lines of a text with what they were: equal ones, and edited ones that stand between the same neighbours. */
function alignLines(
  before: readonly string[],
  now: readonly string[],
): Map<number, { line: number; isEdited: boolean }> {
  const pairs = new Map<number, { line: number; isEdited: boolean }>();
  const texts = (hashes: readonly string[]) => hashes.flatMap((hash, line) => (hash === '' ? [] : [line]));
  const [old, current] = [texts(before), texts(now)];
  const changes = diffArrays(
    old.map((line) => before[line]),
    current.map((line) => now[line]),
    { maxEditLength: MOST_EDITS },
  );
  let [from, to] = [0, 0];
  let [removed, added] = [0, 0];
  const settleEdited = () => {
    if (removed > 0 && added > 0 && (removed === added || Math.max(removed, added) <= MOST_REWRITTEN))
      for (let index = 0; index < added; index++) {
        const line = old[from - removed + Math.floor((index * removed) / added)]!;
        pairs.set(current[to - added + index]!, { line, isEdited: true });
      }
    removed = 0;
    added = 0;
  };
  for (const change of changes ?? []) {
    if (change.removed) {
      from += change.count;
      removed += change.count;
    } else if (change.added) {
      to += change.count;
      added += change.count;
    } else {
      settleEdited();
      for (let index = 0; index < change.count; index++)
        pairs.set(current[to++]!, { line: old[from++]!, isEdited: false });
    }
  }
  settleEdited();
  return pairs;
}
