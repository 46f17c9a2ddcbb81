import type { Face, LineEnd } from '../state.js';
import type { ParagraphPoints } from './paragraph-points.js';
import type { TextMeasurer } from './text-width.js';

/**
 * Runs in the page: writes the ends of a paragraph's lines into its text, as line feeds. A mark that hangs gets a box
 * of its own, whose margin lets it stand out; its other margin is the kerning that it loses by that.
 *
 * @param hyphens Takes the places of the hyphens that are written.
 * @returns The ends of all lines but the last.
 */
export function writeBreaks(
  { marks, nodes }: Pick<ParagraphPoints, 'marks' | 'nodes'>,
  breaks: readonly number[],
  hyphens: Map<Text, number[]>,
  { width }: Pick<TextMeasurer, 'width'>,
): LineEnd[] {
  const ends: LineEnd[] = [];
  let b = 0;
  for (const node of nodes) {
    const text = node.data.replace(/[\t\n\r\f]/g, ' ');
    let writing = node;
    let out = '';
    let from = 0;
    const close = () => {
      if (out !== writing.data) writing.data = out;
    };
    const hyphenAt = (into: Text, offset: number) => {
      const known = hyphens.get(into);
      if (known) known.push(offset);
      else hyphens.set(into, [offset]);
    };
    const hang = (mark: string, style: string) => {
      close();
      const box = document.createElement('span');
      box.textContent = mark;
      box.style.cssText = style;
      const rest = document.createTextNode('');
      writing.after(box, rest);
      writing = rest;
      out = '';
      return box.firstChild as Text;
    };
    const kerning = (pair: string, face: Face) =>
      (width(pair, face) - width(pair[0]!, face) - width(pair[1]!, face)).toFixed(3);
    for (; b < breaks.length && marks[breaks[b]!]!.node === node; b++) {
      const { offset, face, hyphen: isHyphen, hangs, hangsNext, space } = marks[breaks[b]!]!;
      out += text.slice(from, offset);
      if (hangs && isHyphen) hyphenAt(hang('-', `margin-right:${-hangs.toFixed(3)}px`), 0);
      else if (hangs && out) {
        const mark = out.at(-1)!;
        const before = /\S$/.test(out.slice(0, -1)) ? out.at(-2) : undefined;
        out = out.slice(0, -1);
        hang(
          mark,
          `margin-right:${-hangs.toFixed(3)}px${before ? `;margin-left:${kerning(before + mark, face)}px` : ''}`,
        );
      } else if (isHyphen) {
        hyphenAt(writing, out.length);
        out += '-';
      }
      ends.push({ node: writing, offset: out.length, hyphen: isHyphen || text[offset - 1] === '-' });
      out += '\n';
      from = space ? offset + 1 : offset;
      if (hangsNext) {
        const mark = text[from]!;
        const after = text[from + 1];
        hang(
          mark,
          `margin-left:${-hangsNext.toFixed(3)}px${after && after !== ' ' ? `;margin-right:${kerning(mark + after, face)}px` : ''}`,
        );
        from++;
      }
    }
    out += text.slice(from);
    close();
  }
  return ends;
}
