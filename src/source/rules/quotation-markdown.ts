import { isBlank, type Line } from '../line.js';
import type { ShapeRule } from '../rule.js';

/** Lines that begin with `>`. */
export const quotationMarkdown: ShapeRule = {
  stage: 'shapes',
  name: 'quotation-markdown',
  recognise(at, reader) {
    if (!isQuoted(reader.lines[at]!)) return undefined;
    if (reader.dialect === 'plain' && !isQuoted(reader.lines[at + 1]) && !isBlank(reader.lines[at + 1]))
      return undefined;
    const inner: Line[] = [];
    let next = at;
    for (; isQuoted(reader.lines[next]); next++) {
      const line = reader.lines[next]!;
      const lead = /^> ?/.exec(line.text.value)![0].length;
      const text = line.text.slice(lead);
      const trimmed = text.trim();
      const indent = text.value.length - text.value.trimStart().length;
      inner.push({
        ...line,
        text: trimmed,
        lead: text.value.slice(0, indent),
        indent,
        width: indent + trimmed.length,
      });
    }
    return { blocks: [{ type: 'quotation', blocks: reader.readBlocks(inner) }], next };
  },
};

const isQuoted = (line: Line | undefined) => line !== undefined && /^>/.test(line.text.value);
