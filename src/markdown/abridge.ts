import type { ElementContent, RootContent, Text } from 'hast';
import type { Nodes, Root } from 'mdast';
import type { Point } from 'unist';

/** Stands for a run of plain words. To Markdown it is a letter like any other. */
const MARK = '\ue8fa';

const WORD = String.raw`[\p{L}][\p{L}\p{M}\p{N}]*(?:['’-][\p{L}\p{M}\p{N}]+)*`;
const LATER = String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’-][\p{L}\p{M}\p{N}]+)*`;
/** Five words or more that no sign of Markdown touches, letter to letter, within one line. */
const RUN = new RegExp(
  String.raw`(?<=^|[ "“‘(*—])${WORD}(?:(?:[,.;:!?]? | [—–] |—)${LATER}){4,}` +
    String.raw`(?=$|[ *"”’)—]|[,.;:!?…](?:$|[ *"”’)])|[,.;:!?…]?\[\^)`,
  'gmu',
);

/** On such lines words may be more than words: labels, titles, attributes, addresses, what is named after a fence. */
const SPEAKING = /[{}@]|`{3}|~{3}|:::|:\/\/|www\.|\[(?!\^[^\s[\]]+\])|(?<!\[\^[^\s[\]]+)\]/i;

/** A label of so many words may stand over several lines, and a reference to it may part them otherwise. */
const LONG_LABEL = /\[(?!\^)(?:[^\s[\]]+\s+){5,}[^[\]]*\]:/;

interface Abridged {
  readonly text: string;
  readonly runs: readonly string[];
  /** Offset of each mark in the abridged text. */
  readonly marks: readonly number[];
  /** Characters left out before each mark, and at last before the end. */
  readonly left: readonly number[];
}

/**
 * Parses a text without its runs of plain words and puts them back into the tree: a parser of Markdown looks at each
 * character many times, and in a book nearly all are letters between spaces. The tree is the one that the whole
 * text gives, with its places; where that is not sure, the whole text is parsed.
 */
export function parseAbridged(text: string, parse: (text: string) => Root): Root {
  const abridged = abridge(text);
  if (!abridged) return parse(text);
  const tree = parse(abridged.text);
  return restore(tree, abridged) ? tree : parse(text);
}

function abridge(text: string): Abridged | undefined {
  if (text.includes(MARK) || LONG_LABEL.test(text)) return undefined;
  const lines: string[] = [];
  const runs: string[] = [];
  const marks: number[] = [];
  const left = [0];
  let leftOut = 0;
  let lineStart = 0;
  for (const line of text.split(/(?<=\n|\r(?!\n))/)) {
    const shortened = SPEAKING.test(line)
      ? line
      : line.replace(RUN, (run, offset: number) => {
          marks.push(lineStart + offset - leftOut);
          runs.push(run);
          leftOut += run.length - MARK.length;
          left.push(leftOut);
          return MARK;
        });
    lines.push(shortened);
    lineStart += line.length;
  }
  return runs.length > 0 ? { text: lines.join(''), runs, marks, left } : undefined;
}

/** Puts the runs back. False if one has come to stand where it cannot be put back. */
function restore(tree: Root, { runs, marks, left }: Abridged): boolean {
  let next = 0;
  let inPlace = true;
  /** How many marks stand before an offset. */
  const marksBefore = (offset: number): number => {
    let [low, high] = [0, marks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (marks[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const whole = ({ line, column, offset = 0 }: Point): Point => {
    const more = left[marksBefore(offset)]!;
    return { line, column: column + more - left[marksBefore(offset - column + 1)]!, offset: offset + more };
  };
  const visit = (node: Nodes) => {
    const { position } = node;
    if ('value' in node && node.value.includes(MARK)) {
      const first = marks[next] ?? -1;
      if (!position || first < position.start.offset! || first >= position.end.offset!) inPlace = false;
      const short = node.value;
      node.value = short.replaceAll(MARK, () => runs[next++] ?? '');
      // A formula holds its text a second time, for HTML.
      for (const copy of textsIn(node.data?.hChildren ?? []))
        if (copy.value === short) copy.value = node.value;
    }
    if (position) node.position = { start: whole(position.start), end: whole(position.end) };
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  return inPlace && next === runs.length;
}

function textsIn(nodes: readonly (ElementContent | RootContent)[]): Text[] {
  return nodes.flatMap((node) =>
    node.type === 'text' ? [node] : 'children' in node ? textsIn(node.children) : [],
  );
}
