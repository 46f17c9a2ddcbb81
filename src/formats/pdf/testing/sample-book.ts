import type { EditionInput } from '../../../edition/testing/edition-of.js';

const WORDS =
  'the ferry went over river at dusk with nobody in it but a lantern and two geese who had paid nothing while along bank people waited for someone to explain timetable which hung upside down since flood of last spring nevertheless administration considered every circumstance remarkable correspondence neighbourhood'.split(
    ' ',
  );

/** Words enough for pages, the same at every call. */
function prose(seed: number, sentences: number): string {
  let state = seed;
  const next = (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
  return Array.from({ length: sentences }, () => {
    const words = Array.from({ length: 7 + next(14) }, () => WORDS[next(WORDS.length)]!);
    const text = words.join(' ');
    return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
  }).join(' ');
}

const paragraphs = (seed: number, count: number) =>
  Array.from({ length: count }, (_, i) => prose(seed * 100 + i, 5)).join('\n\n');

/** A chapter with a note about every third paragraph, each with a word of its own: `zenith7`. */
function chapter(number: number, title: string): string {
  const parts = Array.from({ length: 14 }, (_, i) => {
    const text = prose(number * 1000 + i, 5);
    if (i === 6) return `## Section ${number}\n\n${text}`;
    if (i % 3) return text;
    const id = number * 100 + i;
    const long = i === 9 ? ` ${prose(id, 40)}` : '';
    return `${text}[^n${id}] ${prose(id + 50, 2)}\n\n[^n${id}]: Zenith${id} begins.${long}`;
  });
  return `# ${title}\n\n${parts.join('\n\n')}\n`;
}

/** A small book with something of everything that print sets in its own way. */
export const SAMPLE: EditionInput = {
  markdown: {
    'front/dedication.md': ':::centre\nTo the geese\n:::\n',
    'front/preface.md': `# Preface\n\n${paragraphs(7, 3)}\n`,
    'one.md': chapter(1, 'Chapter I: The Lantern & the *Geese*'),
    'two.md': `${chapter(2, 'Chapter II: What the River Said')}

:::verse{numbered=5}
The goose went down the river,
  the goose came up again,
and nobody asked it whether
  it minded much the rain;
it did.
:::

| Year | Geese |
|:-----|------:|
| 1901 | 12 |
| 1902 | 1,204 |

The :index[lantern] and the :index[goose] and the :index[goose]{sub=grey} are on page :page[#the-end].

\`\`\`js
const geese = 2;
\`\`\`

## The end {#the-end}

As [the board](https://example.org/board) says: $g = 2$.
`,
    'three.md': chapter(3, 'Chapter III: Żółw, or the Turtle'),
    'back/afterword.md': `# Afterword\n\n${paragraphs(9, 2)} Of the :index[lantern].\n`,
  },
  book: {
    title: 'The Ferry & the Geese',
    subtitle: 'A timetable',
    creators: ['Ada Writer', { name: 'Bo Other', role: 'translator' }],
    publisher: 'Upside Press',
    date: '2021-03-04',
    rights: 'CC0',
    subjects: ['ferries', 'geese'],
    description: 'Of a ferry.',
  },
  parts: [
    { title: 'Over', files: ['one.md', 'two.md'] },
    { title: 'Back Again', files: ['three.md'] },
  ],
};
