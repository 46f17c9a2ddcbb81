import { takeBracketed } from '../bracket-spans.js';
import { say } from '../messages.js';
import type { InPlaceConvention } from './convention.js';

/** A note written where its call stands, as pandoc has it. */
export const inline: InPlaceConvention = {
  name: 'inline',
  summary: '`word^[text]`',
  take: (survey, file) =>
    takeBracketed(survey, {
      convention: 'inline',
      heedsEscapes: true,
      opens({ node }, offset) {
        if (node.value[offset] !== '^' || node.value[offset + 1] !== '[') return 0;
        const { places } = survey;
        return places.escaped(node, offset) || places.escaped(node, offset + 1) ? 0 : 2;
      },
      unclosed: ({ node }, offset) =>
        say(
          file,
          'inline-note-unclosed',
          'Unexpected end of the paragraph, expected `]` after the note that `^[` begins',
          {
            place: survey.places.position(node, offset, offset + 2),
            note: 'Close the note with `]`, or write `\\^[` if no note is meant.',
          },
        ),
    }),
};
