import { endOfChunk, nextText } from '../chunk.js';
import { dedent, isBlank, type Line, leastIndent } from '../line.js';
import type { ShapeReader, ShapeRule } from '../rule.js';

/** Paragraphs set in from the margin of the text, line by line. */
export const quotation: ShapeRule = {
  stage: 'shapes',
  name: 'quotation',
  guesses: true,
  recognise(at, reader) {
    const { lines, layout } = reader;
    if (!layout.wrapped || !isBlank(lines[at - 1])) return undefined;
    let next = at;
    let depth = Number.POSITIVE_INFINITY;
    for (let start: number | undefined = at; start !== undefined; start = nextText(next, lines)) {
      const end = endOfChunk(start, lines);
      const chunk = lines.slice(start, end);
      const indent = leastIndent(chunk);
      if (!isSetIn(chunk, indent, reader)) break;
      if (
        start !== at &&
        (indent < depth || reader.isShapedBy(start, ['heading-plain', 'office', 'scene-break']))
      )
        break;
      depth = Math.min(depth, indent);
      next = end;
    }
    if (next === at) return undefined;
    const inner = lines.slice(at, next).map((line): Line => (isBlank(line) ? line : dedent(line, depth)));
    return { blocks: [{ type: 'quotation', blocks: reader.readBlocks(inner, depth) }], next };
  },
};

function isSetIn(chunk: readonly Line[], indent: number, { layout }: ShapeReader): boolean {
  if (indent < layout.margin + 2 || indent > layout.margin + 16) return false;
  const letters = chunk.reduce((sum, { text }) => sum + text.length, 0);
  // One indented line is the beginning of a paragraph, or a title in the middle of the line.
  return chunk.length >= 2 && letters > 60;
}
