import { endOfChunk } from '../chunk.js';
import { MappedText } from '../mapped-text.js';
import { outlineOf } from '../outline.js';
import type { ShapeRule } from '../rule.js';

/** Titles of sections that are numbered through the whole text, as reports and standards have them. */
export const headingOutline: ShapeRule = {
  stage: 'shapes',
  name: 'heading-outline',
  guesses: true,
  recognise(at, { lines, inline }) {
    if (!outlineOf(lines).has(at)) return undefined;
    const next = endOfChunk(at, lines);
    const words = lines.slice(at, next).flatMap(({ text }, index) => (index === 0 ? [text] : [' ', text]));
    return {
      blocks: [{ type: 'heading', level: 0, make: 'numbered', text: inline(MappedText.concat(words)) }],
      next,
    };
  },
};
