import type { LineEnd } from '../state.js';
import type { ParagraphPoints } from './paragraph-points.js';

/**
 * Runs in the page: writes the ends of a paragraph's lines into its text, as line feeds. Beside a mark that hangs
 * stands an empty box with a negative margin, which lets it stand out.
 *
 * @param hyphens Takes the places of the hyphens that are written.
 * @returns The ends of all lines but the last.
 */
export function writeBreaks(
  points: Pick<ParagraphPoints, 'nodes' | 'node' | 'offset' | 'space' | 'hyphen' | 'hangs' | 'hangsNext'>,
  breaks: readonly number[],
  hyphens: Map<Text, number[]>,
): LineEnd[] {
  const ends: LineEnd[] = [];
  let b = 0;
  for (const [index, node] of points.nodes.entries()) {
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
      writing = rest;
      out = '';
    };
    for (; b < breaks.length && points.node[breaks[b]!] === index; b++) {
      const at = breaks[b]!;
      const offset = points.offset[at]!;
      const hangs = points.hangs[at]!;
      const hangsNext = points.hangsNext[at]!;
      const hyphen = points.hyphen[at]! > 0;
      out += text.slice(from, offset);
      if (hyphen) {
        const known = hyphens.get(writing);
        if (known) known.push(out.length);
        else hyphens.set(writing, [out.length]);
        out += '-';
      }
      if (hangs) hang('right', hangs);
      ends.push({ node: writing, offset: out.length, hyphen: hyphen || text[offset - 1] === '-' });
      out += '\n';
      from = points.space[at] ? offset + 1 : offset;
      if (hangsNext) hang('left', hangsNext);
    }
    out += text.slice(from);
    close();
  }
  return ends;
}
