import { isBlank } from '../line.js';
import { MappedText } from '../mapped-text.js';
import type { ShapeRule } from '../rule.js';

/** Takes whatever nothing else recognised. */
export const paragraph: ShapeRule = {
  stage: 'shapes',
  name: 'paragraph',
  recognise(at, reader) {
    const parts: MappedText[] = [];
    let next = at;
    do {
      parts.push(reader.lines[next]!.text);
      next++;
    } while (!isBlank(reader.lines[next]) && !reader.isShaped(next));
    const text = MappedText.concat(parts.flatMap((part, index) => (index === 0 ? [part] : [' ', part])));
    return { blocks: [{ type: 'paragraph', text: reader.inline(text) }], next };
  },
};
