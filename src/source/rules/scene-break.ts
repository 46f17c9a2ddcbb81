import { isBlank } from '../line.js';
import type { ShapeRule } from '../rule.js';

const MARKS = /^(?:[*•·⁂✱✻❦~#=+_–—-]\s*)+$/;

/** Stars, dots, hashes or a rule alone in a line: the text pauses. */
export const sceneBreak: ShapeRule = {
  stage: 'shapes',
  name: 'scene-break',
  recognise(at, reader) {
    const line = reader.lines[at]!;
    const { value } = line.text;
    if (value.length > 120 || !MARKS.test(value)) return undefined;
    const isAlone = isBlank(reader.lines[at - 1]) && isBlank(reader.lines[at + 1]);
    const isRow = /^(?:(\S)\s*)(?:\1\s*){2,}$/.test(value);
    if (!(isRow && isAlone) && !(isAlone && /^[⁂❦*#•]$/.test(value))) return undefined;
    return { blocks: [{ type: 'scene-break', text: line.text }], next: at + 1 };
  },
};
