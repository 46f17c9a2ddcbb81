import type { Nodes, Text } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Call } from './model.js';
import type { Run, Survey } from './survey.js';

/** A mark in running text, with what stands round it in the same block. */
export interface Mark {
  readonly label: string;
  /** Up to 40 characters before and after the mark, across emphasis. */
  readonly before: string;
  readonly after: string;
  readonly node: Text;
  readonly start: number;
}

const near = (node: Nodes | undefined, from: 'start' | 'end'): string => {
  if (!node || node.type === 'break') return '';
  // Another note’s call is no part of the words round this one.
  if (node.type === 'footnoteReference') return '';
  const text = node.type === 'text' ? node.value : textOf(node);
  return from === 'end' ? text.slice(-40) : text.slice(0, 40);
};

/** The text round an offset in a run, on into its neighbours. */
export function textRound(run: Run, start: number, end: number): { before: string; after: string } {
  const { node, parent, index } = run;
  const before = node.value.slice(Math.max(0, start - 40), start);
  const after = node.value.slice(end, end + 40);
  return {
    before: start < 40 ? near(parent.children[index - 1], 'end') + before : before,
    after: after.length < 40 ? after + near(parent.children[index + 1], 'start') : after,
  };
}

/**
 * Finds marks in running text. The label is the first group of the pattern that matched.
 *
 * @param accepts says whether a mark may be a call where it stands
 */
export function findMarks(
  survey: Survey,
  pattern: RegExp,
  accepts: (mark: Mark) => boolean = () => true,
  labelOf: (written: string) => string = (written) => written,
): Call[] {
  const calls: Call[] = [];
  for (const run of survey.runs) {
    const { node, parent } = run;
    for (const match of node.value.matchAll(pattern)) {
      const written = match.slice(1).find((group) => group !== undefined) ?? '';
      const start = match.index;
      const end = start + match[0].length;
      const round = textRound(run, start, end);
      // A call follows something: at the head of a block the mark can only be a label.
      if (!round.before.trim() && start === node.value.search(/\S/) && run.index === 0) continue;
      if (!accepts({ label: written, ...round, node, start })) continue;
      calls.push({
        label: labelOf(written),
        mark: match[0],
        order: run.order + start / (node.value.length + 1),
        place: survey.places.position(node, start, end),
        at: { parent, first: node, last: node, start, end },
      });
    }
  }
  return calls;
}
