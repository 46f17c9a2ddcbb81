import { dedent, isBlank, type Line } from '../line.js';
import type { ShapeRule } from '../rule.js';

/** `[^1]: text`, with what stands indented under it. */
export const noteMarkdown: ShapeRule = {
  stage: 'shapes',
  name: 'note-markdown',
  recognise(at, reader) {
    const { lines } = reader;
    const match = /^\[\^([^\]\s]+)\]:\s*/.exec(lines[at]!.text.value);
    if (!match) return undefined;
    const inner: Line[] = [{ ...lines[at]!, text: lines[at]!.text.slice(match[0].length), indent: 0 }];
    let next = at + 1;
    for (; next < lines.length; next++) {
      const line = lines[next]!;
      if (isBlank(line)) {
        const after = lines.findIndex((one, index) => index > next && !isBlank(one));
        if (after < 0 || lines[after]!.indent < 4) break;
        inner.push(line);
      } else if (line.indent >= 4) inner.push(dedent(line, 4));
      else if (isBlank(lines[next - 1]) || reader.isShaped(next)) break;
      else inner.push(line);
    }
    const marker = lines[at]!.text.slice(0, match[0].length);
    const label = { text: match[1]!, form: 'bracket' } as const;
    const blocks = reader.readBlocks(inner);
    return { blocks: [{ type: 'note', label, id: match[1]!, marker, place: 'markdown', blocks }], next };
  },
};
