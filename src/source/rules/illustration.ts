import type { Block } from '../block.js';
import { MappedText } from '../mapped-text.js';
import type { ShapeReader, ShapeRule } from '../rule.js';

const MARK = /^\[\s*(Illustration|Sidenote|Randnote|Abbildung)\b\s*[.:]?\s*/i;
const LONGEST = 30;

/** `[Illustration: A pike]` keeps its caption and asks for the picture; `[Sidenote: 1702]` is a note in the margin. */
export const illustration: ShapeRule = {
  stage: 'shapes',
  name: 'illustration',
  recognise(at, reader) {
    const { lines, log } = reader;
    const match = MARK.exec(lines[at]!.text.value);
    if (!match) return undefined;
    let depth = 0;
    let next = at;
    for (; next < Math.min(lines.length, at + LONGEST); next++) {
      for (const character of lines[next]!.text.value)
        depth += character === '[' ? 1 : character === ']' ? -1 : 0;
      if (depth <= 0) break;
    }
    if (depth !== 0 || !lines[next]!.text.value.endsWith(']')) return undefined;
    const parts = lines.slice(at, next + 1).filter(({ text }) => text.length > 0);
    const whole = MappedText.concat(parts.flatMap(({ text }, index) => (index === 0 ? [text] : [' ', text])));
    const words = whole.slice(match[0].length, whole.length - 1).trim();
    // The place of a picture in a result of our own.
    if (words.length === 0 && reader.cleaned) return undefined;
    const isNote = /^(?:side|rand)note$/i.test(match[1]!);
    if (!isNote) log.warn(whole, 'A picture stood here whose file is not part of the text.', whole.value);
    if (isNote || words.length === 0)
      log.removed(
        whole.slice(0, match[0].length),
        isNote ? 'written as a note in the margin' : 'mark of a picture',
      );
    if (words.length === 0) return { blocks: [], next: next + 1 };
    if (!isNote) return { blocks: [figure(whole, match[1]!, words, reader)], next: next + 1 };
    const inner = { type: 'paragraph', text: reader.inline(words) } as const;
    return {
      blocks: [{ type: 'container', name: 'margin-note', attributes: '', blocks: [inner] }],
      next: next + 1,
    };
  },
};

/** A figure with its caption, in which the mark keeps the place of the picture. */
function figure(whole: MappedText, mark: string, words: MappedText, reader: ShapeReader): Block {
  const start = whole.value.indexOf(mark);
  const picture = MappedText.concat(['[', whole.slice(start, start + mark.length), ']']);
  return {
    type: 'container',
    name: 'figure',
    attributes: '',
    label: reader.inline(words),
    blocks: [{ type: 'paragraph', text: picture }],
  };
}
