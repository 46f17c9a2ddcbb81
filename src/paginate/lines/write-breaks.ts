import type { LineEnd, PageState } from '../state.js';
import type { ParagraphPoints } from './paragraph-points.js';

/** A line's end as it stands in a paragraph's text before anything is written there: all that writing it needs. */
export interface TextBreak {
  /** The text node, as an index into the paragraph's, and the place in it. */
  readonly node: number;
  readonly offset: number;
  readonly space: boolean;
  readonly hyphen: boolean;
  readonly hangs: number;
  readonly hangsNext: number;
}

/** Runs in the page: what stands at these break points. */
export function textBreaks(points: ParagraphPoints, breaks: readonly number[]): TextBreak[] {
  return breaks.map((at) => ({
    node: points.node[at]!,
    offset: points.offset[at]!,
    space: points.space[at]!,
    hyphen: points.hyphen[at]! > 0,
    hangs: points.hangs[at]!,
    hangsNext: points.hangsNext[at]!,
  }));
}

/**
 * Runs in the page: writes the ends of a paragraph's lines into its text nodes, as line feeds. Beside a mark that
 * hangs stands an empty box with a negative margin, which lets it stand out. The state learns of the lines' ends and
 * of the hyphens.
 *
 * @returns What was added beside the text nodes.
 */
export function writeBreaks(
  element: Element,
  nodes: readonly Text[],
  breaks: readonly TextBreak[],
  state: Pick<PageState, 'ends' | 'hyphens'>,
): ChildNode[] {
  const ends: LineEnd[] = [];
  const added: ChildNode[] = [];
  let b = 0;
  for (const [index, node] of nodes.entries()) {
    const text = node.data.replace(/[\t\n\r\f]/g, ' ');
    let writing = node;
    let out = '';
    let from = 0;
    const close = () => {
      if (out !== writing.data) writing.data = out;
    };
    const hang = (side: 'left' | 'right', px: number) => {
      close();
      const box = document.createElement('span');
      box.style.cssText = `margin-${side}:${-px.toFixed(3)}px`;
      const rest = document.createTextNode('');
      writing.after(box, rest);
      added.push(box, rest);
      writing = rest;
      out = '';
    };
    for (; b < breaks.length && breaks[b]!.node === index; b++) {
      const { offset, space, hyphen, hangs, hangsNext } = breaks[b]!;
      out += text.slice(from, offset);
      if (hyphen) {
        const known = state.hyphens.get(writing);
        if (known) known.push(out.length);
        else state.hyphens.set(writing, [out.length]);
        out += '-';
      }
      if (hangs) hang('right', hangs);
      ends.push({ node: writing, offset: out.length, hyphen: hyphen || text[offset - 1] === '-' });
      out += '\n';
      from = space ? offset + 1 : offset;
      if (hangsNext) hang('left', hangsNext);
    }
    out += text.slice(from);
    close();
  }
  state.ends.set(element, ends);
  return added;
}
