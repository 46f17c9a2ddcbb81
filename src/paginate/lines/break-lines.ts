/**
 * A paragraph as its break points, in order; all arrays run parallel, and the last one is the paragraph's end.
 * Widths are pixels from the paragraph's beginning, all on one line at natural width.
 */
export interface BreakPoints {
  /** Where a line that ends here ends, without its hyphen. */
  readonly end: readonly number[];
  /** Where the line after it begins: beyond the space, if it is one. */
  readonly next: readonly number[];
  /** The spaces before `end` and before `next`, each as wide as one of the paragraph's own face. */
  readonly spaceEnd: readonly number[];
  readonly spaceNext: readonly number[];
  /** What the end of a line adds: the width of its hyphen. */
  readonly hyphen: readonly number[];
  /** What breaking here costs, in the measure of TeX: 50 for a hyphen. */
  readonly penalty: readonly number[];
}

export interface LineShape {
  readonly width: number;
  /** Added to the first line's beginning. */
  readonly indent: number;
  /** By what part of itself a space stretches at most, shrinks at most. */
  readonly stretch: number;
  readonly shrink: number;
  /** A last line narrower than this is bad. */
  readonly shortest: number;
}

/**
 * Breaks a paragraph into lines as a whole, after Knuth and Plass, “Breaking Paragraphs into Lines” (1981):
 * least demerits over all ways to set it in which no space stretches more than `tolerance` times its share, at
 * most three hyphens in a row (or none, unless it `mayDivide` words), and no last line that is less than a word.
 * With `count` it is set in that many lines, which TeX calls looseness. Returns the indices of the break points that
 * lines but the last end at, or undefined where none fits. Takes all it needs as arguments, so that it also runs in
 * the page.
 */
export function breakLines(
  points: BreakPoints,
  shape: LineShape,
  tolerance: number,
  mayDivide = true,
  count?: number,
): readonly number[] | undefined {
  interface Node {
    at: number;
    line: number;
    fit: number;
    ladder: number;
    demerits: number;
    prev: Node | undefined;
  }
  const { end, next, spaceEnd, spaceNext, hyphen, penalty } = points;
  const last = end.length - 1;
  const HYPHENS_IN_A_ROW = 3;
  /** Whether what is left after a break can fill the lines that are left to it, and no more. */
  const canFill = (b: number, line: number) => {
    const rest = end[last]! - next[b]!;
    const spaces = spaceEnd[last]! - spaceNext[b]!;
    const left = count! - line;
    return (
      rest - spaces * shape.shrink <= left * shape.width &&
      rest + spaces * shape.stretch * tolerance >= (left - 1) * shape.width
    );
  };
  let active: Node[] = [{ at: -1, line: 0, fit: 1, ladder: 0, demerits: 0, prev: undefined }];
  for (let b = 0; b <= last; b++) {
    const flagged = hyphen[b]! > 0;
    if (flagged && !mayDivide) continue;
    // The best way to get here, for each class of tightness and number of hyphens in a row.
    let found: (Node | undefined)[] | undefined;
    let overfull = false;
    for (let k = 0; k < active.length; k++) {
      const from = active[k]!;
      const a = from.at;
      const natural = end[b]! + hyphen[b]! - (a < 0 ? -shape.indent : next[a]!);
      const spaces = spaceEnd[b]! - (a < 0 ? 0 : spaceNext[a]!);
      const room = shape.width - natural;
      let ratio: number;
      if (room < 0) {
        ratio = spaces > 0 ? room / (spaces * shape.shrink) : Number.NEGATIVE_INFINITY;
        if (ratio < -1) {
          overfull = true;
          continue;
        }
      } else if (b === last) ratio = 0;
      else ratio = spaces > 0 ? room / (spaces * shape.stretch) : room < 0.5 ? 0 : Number.POSITIVE_INFINITY;
      if (ratio > tolerance) continue;
      const line = from.line + 1;
      if (count !== undefined && (b === last ? line !== count : line >= count || !canFill(b, line))) continue;
      const ladder = flagged ? from.ladder + 1 : 0;
      if (ladder > HYPHENS_IN_A_ROW) continue;
      const badness = 100 * Math.abs(ratio) ** 3;
      const cost = 1 + badness + penalty[b]!;
      let demerits = cost * cost;
      const fit = ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3;
      if (Math.abs(fit - from.fit) > 1) demerits += 3000;
      if (ladder > 1) demerits += 4000 * ladder;
      if (b === last && a >= 0) {
        // The end of a divided word is no line.
        if (hyphen[a]! > 0) demerits += spaces > 0 ? 5000 : 1e6;
        if (natural < shape.shortest) demerits += hyphen[a]! > 0 ? 1e6 : 20_000;
      }
      demerits += from.demerits;
      // The numbers of lines that can still come out are few, and next to each other.
      const slot = (count === undefined ? 0 : (line & 3) * 16) + fit * (HYPHENS_IN_A_ROW + 1) + ladder;
      found ??= [];
      const best = found[slot];
      if (!best || demerits < best.demerits) found[slot] = { at: b, line, fit, ladder, demerits, prev: from };
    }
    if (overfull)
      active = active.filter((from) => {
        const natural = end[b]! - (from.at < 0 ? -shape.indent : next[from.at]!);
        const spaces = spaceEnd[b]! - (from.at < 0 ? 0 : spaceNext[from.at]!);
        return natural - spaces * shape.shrink <= shape.width;
      });
    if (b === last) {
      let best: Node | undefined;
      for (const node of found ?? []) if (node && (!best || node.demerits < best.demerits)) best = node;
      if (!best) return undefined;
      const breaks: number[] = [];
      for (let node = best.prev; node && node.at >= 0; node = node.prev) breaks.push(node.at);
      return breaks.reverse();
    }
    if (found) for (const node of found) if (node) active.push(node);
    if (active.length === 0) return undefined;
  }
  return undefined;
}
