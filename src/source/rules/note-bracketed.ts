import { flush, type Line } from '../line.js';
import { readLabel } from '../notes/label.js';
import type { ShapeRule } from '../rule.js';

/** A note longer than this many lines has lost its closing bracket. */
const LONGEST = 200;

/** `[Footnote 1: A toy of` … `]`, collected to the matching bracket, lines or paragraphs later. */
export const noteBracketed: ShapeRule = {
  stage: 'shapes',
  name: 'note-bracketed',
  recognise(at, reader) {
    const line = reader.lines[at]!;
    const inItalics = line.text.value.startsWith('_[') ? 1 : 0;
    const found = readLabel(line.text.value.slice(inItalics), ['word']);
    if (!found) return undefined;
    const label = { ...found, length: found.length + inItalics };
    const end = closing(at, reader.lines);
    if (!end) {
      reader.log.warn(
        line.text,
        'A note in brackets is not closed; it was left as text.',
        line.text.value,
        0.5,
      );
      return undefined;
    }
    const inner: Line[] = reader.lines.slice(at, end.line + 1).map((one, index) => {
      let { text } = one;
      if (at + index === end.line) text = text.slice(0, end.column).trimEnd();
      if (index === 0) text = text.slice(label.length);
      return { ...one, text };
    });
    const marker = line.text.slice(0, label.length);
    const note = {
      type: 'note',
      label,
      marker,
      place: 'foot',
      blocks: reader.readBlocks(flush(inner)),
    } as const;
    return { blocks: [note], next: end.line + 1 };
  },
};

function closing(at: number, lines: readonly Line[]): { line: number; column: number } | undefined {
  let depth = 0;
  for (let line = at; line < Math.min(lines.length, at + LONGEST); line++) {
    const { value } = lines[line]!.text;
    for (let column = 0; column < value.length; column++) {
      if (value[column] === '[') depth++;
      else if (value[column] === ']' && --depth === 0)
        // Words after the bracket would belong to the text: then this is no note of its own.
        return /^_?\s*$/.test(value.slice(column + 1)) ? { line, column } : undefined;
    }
  }
  return undefined;
}
