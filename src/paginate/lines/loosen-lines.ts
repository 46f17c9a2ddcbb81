import type { breakLines, LineShape } from './break-lines.js';
import type { ParagraphPoints } from './paragraph-points.js';
import type { TextBreak, textBreaks } from './write-breaks.js';

/** A paragraph in a line more or a line fewer than it is set in. */
export interface OtherSetting {
  readonly breaks: readonly TextBreak[];
  /** Width of what fills its last line. */
  readonly fill: number;
  /** How much worse it looks, in the measure of `breakPages`: about 10 where nobody would see it. */
  readonly cost: number;
}

/** What setting a paragraph in other lines needs to know. */
export interface OtherSettings {
  readonly longer?: OtherSetting;
  readonly shorter?: OtherSetting;
  readonly nodes: readonly Text[];
  /** What stood in them before line ends were written. */
  readonly texts: readonly string[];
  /** What the line ends brought with them beside the text nodes. */
  added: readonly ChildNode[];
}

/**
 * Runs in the page: sets a paragraph in a line more, and in a line fewer, where that goes with spaces that do not
 * show it. Which pages want that is known only when all is measured.
 */
export function loosenLines(
  points: ParagraphPoints,
  shape: LineShape,
  breaks: readonly number[],
  tools: { breakLines: typeof breakLines; textBreaks: typeof textBreaks },
): OtherSettings | undefined {
  /** The most that a space stretches, as a part of its share; most lines stretch far less. */
  const WIDEST = 1.5;
  const { end, next, spaceEnd, spaceNext, hyphen } = points;
  const last = end.length - 1;
  const count = breaks.length + 1;
  const natural = end[last]! + shape.indent;
  const spaces = spaceEnd[last]!;
  const setIn = (lines: number): OtherSetting | undefined => {
    const found = tools.breakLines(points, shape, WIDEST, true, lines);
    if (!found) return undefined;
    let a = -1;
    let sum = 0;
    let divided = 0;
    for (const at of found) {
      const room = shape.width - end[at]! - hyphen[at]! + (a < 0 ? -shape.indent : next[a]!);
      const own = spaceEnd[at]! - (a < 0 ? 0 : spaceNext[a]!);
      const ratio = room / (own * (room < 0 ? shape.shrink : shape.stretch));
      sum += own > 0 ? ratio * ratio : 0;
      if (hyphen[at]! > 0) divided++;
      a = at;
    }
    const rest = end[last]! - next[a]!;
    if (rest < shape.shortest || (a >= 0 && hyphen[a]! > 0)) return undefined;
    const divisions = breaks.filter((at) => hyphen[at]! > 0).length;
    return {
      breaks: tools.textBreaks(points, found),
      fill: Math.max(0, shape.width - rest - 0.02),
      cost: 8 + (50 * sum) / found.length + 4 * Math.max(0, divided - divisions),
    };
  };
  // Most paragraphs are too far from another line for a look at their words.
  const isLong = natural + spaces * shape.stretch * 0.7 >= count * shape.width + shape.shortest;
  const isShort = count > 2 && natural - spaces * shape.shrink * 0.5 <= (count - 1) * shape.width;
  const longer = isLong ? setIn(count + 1) : undefined;
  const shorter = isShort ? setIn(count - 1) : undefined;
  if (!longer && !shorter) return undefined;
  return {
    ...(longer ? { longer } : {}),
    ...(shorter ? { shorter } : {}),
    nodes: points.nodes,
    texts: points.nodes.map(({ data }) => data),
    added: [],
  };
}
