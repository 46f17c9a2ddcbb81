import { isBlank } from '../line.js';
import { readLabel } from '../notes/label.js';
import { isNotesHeading } from '../notes/notes-heading.js';
import type { ShapeRule } from '../rule.js';

/** “Notes:” close over the first note, with no blank line between. */
export const noteHeading: ShapeRule = {
  stage: 'shapes',
  name: 'note-heading',
  recognise(at, { lines }) {
    const { text } = lines[at]!;
    const below = lines[at + 1];
    if (!isBlank(lines[at - 1]) || isBlank(below) || !isNotesHeading(text.value)) return undefined;
    const label = readLabel(below!.text.value);
    if (!label || !/^(?:1|a|A|i|\*|†)\*?$/.test(label.text)) return undefined;
    return { blocks: [{ type: 'heading', level: 0, text, make: 'notes' }], next: at + 1 };
  },
};
