import { isBlank, type Line } from '../line.js';
import { outlineOf } from '../outline.js';
import type { LineRule } from '../rule.js';

/** Text that stands further in than this is not set in by its section. */
const DEEPEST = 16;

/**
 * Takes off the indent that the text of a section has because the section is a lower one, so that only what is set in
 * from its own section is taken for a quotation or for code.
 */
export const sectionMargins: LineRule = {
  stage: 'lines',
  name: 'section-margins',
  guesses: true,
  apply(lines) {
    const outline = outlineOf(lines);
    if (outline.size === 0) return lines;
    const starts = [...outline];
    const head = lines.slice(0, starts[0]);
    const sections = starts.map((start, index) => {
      const [title, ...body] = lines.slice(start, starts[index + 1]);
      return [moved(title!, title!.indent), ...shifted(body, marginOf(body))];
    });
    return [shifted(head, mostCommonIndent(head)), ...sections].flat();
  },
};

const shifted = (lines: readonly Line[], by: number) => lines.map((line) => moved(line, by));

/** Above the first section titles stand at the edge, and text as far in as it does below. */
function mostCommonIndent(lines: readonly Line[]): number {
  const counts = countIndents(lines);
  const [indent = 0] = [...counts].sort(([a, one], [b, other]) => other - one || a - b)[0] ?? [];
  return indent <= DEEPEST ? indent : 0;
}

function countIndents(lines: readonly Line[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const line of lines) if (!isBlank(line)) counts.set(line.indent, (counts.get(line.indent) ?? 0) + 1);
  return counts;
}

/** The least indent that a good part of the lines has. */
function marginOf(lines: readonly Line[]): number {
  const counts = countIndents(lines);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const common = [...counts].filter(([, count]) => count >= all * 0.15).map(([indent]) => indent);
  return Math.min(...(common.length > 0 ? common : counts.keys()), DEEPEST);
}

/** The line further left; it still ends where it ended on the page. */
function moved(line: Line, by: number): Line {
  const off = Math.min(by, line.indent);
  return off === 0 ? line : { ...line, lead: line.lead.slice(off), indent: line.indent - off };
}
