import type { EditionInput } from '../../../edition/testing/edition-of.js';

const SYLLABLES =
  'ba bre del dor fal fin gle gor hem kal lan lim mar men nor pel plo ral ren sil sta tem tor val ver win'.split(
    ' ',
  );
const ENDS = 'a e en er es ing ion ly ness on or t'.split(' ');

export interface FullBookSettings {
  readonly chapters: number;
  /** Chapters, from the first, that have a note of 2,000 words. */
  readonly longNotes?: number;
  /** The path of a picture, about as wide as it is high, for figures. */
  readonly picture?: string;
}

/**
 * A book that holds everything at once, as Markdown: nested lists, tables over pages, code, quotations, verse,
 * figures, headings, and notes everywhere, some of them longer than pages. The same each time.
 */
export function fullBook({ chapters, longNotes = 0, picture }: FullBookSettings): EditionInput {
  const chapter = (c: number): string => {
    let state = c * 7919 + 17;
    const roll = (below: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return (state >> 8) % below;
    };
    const pick = (list: readonly string[]) => list[roll(list.length)]!;
    const word = () =>
      Array.from({ length: roll(3) }, () => pick(SYLLABLES)).join('') + pick(SYLLABLES) + pick(ENDS);
    const words = (count: number) => Array.from({ length: count }, word).join(' ');
    const say = (count: number) => {
      const text = words(count);
      return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
    };
    const prose = (sentences: number) => Array.from({ length: sentences }, () => say(6 + roll(18))).join(' ');
    const feet: string[] = [];
    const call = (body: string, more = '') => {
      const label = `n${feet.length + 1}`;
      feet.push(`[^${label}]: ${body}${more && `\n\n    ${more}`}`);
      return `[^${label}]`;
    };
    const paragraphs = (count: number) =>
      Array.from({ length: count }, () => prose(2 + roll(6)) + (roll(3) ? '' : call(prose(1 + roll(3)))));
    const list = (depth: number, indent = ''): string =>
      Array.from({ length: 3 }, (_, k) => {
        const item = `${indent}- ${say(8 + 9 * k)}${k === 1 ? call(say(14)) : ''}`;
        return k === 2 && depth > 0 ? `${item}\n${list(depth - 1, `${indent}  `)}` : item;
      }).join('\n');
    const table = (rows: number) =>
      [
        `| ${word()} | ${word()} | ${word()} |`,
        '|---|---|--:|',
        ...Array.from(
          { length: rows },
          (_, k) => `| ${words(2)} | ${words(5)}${k % 9 === 4 ? call(say(9)) : ''} | ${k} |`,
        ),
      ].join('\n');
    const stanza = (k: number) =>
      Array.from({ length: 4 }, (_, line) => words(5) + (line === 2 && k === 1 ? call(say(9)) : '')).join(
        '\n',
      );
    const code = Array.from({ length: 6 + (c % 30) }, (_, k) => `${' '.repeat((k % 3) * 2)}${words(4)}`).join(
      '\n',
    );
    const figure = picture
      ? [`::::figure[${words(6)}]{width=${40 + (c % 4) * 15}%}\n![${words(3)}](${picture})\n::::`]
      : [];
    const blocks = [
      `# ${words(3)}`,
      ...paragraphs(4),
      list(c % 4),
      ...paragraphs(3),
      `> ${prose(4)}${call(prose(2))}\n>\n> ${prose(3)}`,
      `## ${words(4)}`,
      ...paragraphs(3),
      `\`\`\`\n${code}\n\`\`\``,
      ...paragraphs(5),
      table(5 + ((c * 11) % 60)),
      ...paragraphs(4),
      `:::verse\n${Array.from({ length: 2 + (c % 6) }, (_, k) => stanza(k)).join('\n\n')}\n:::`,
      ...paragraphs(2),
      ...figure,
      ...paragraphs(3),
      `### ${words(3)}`,
      ...paragraphs(3),
      `1. ${prose(4)}\n\n   ${prose(5)}${call(prose(2))}\n2. ${say(20)}`,
      `:::keep\n${prose(4)}\n\n${prose(3)}${call(say(11))}\n:::`,
      prose(2) + call(prose(2), `- ${say(9)}\n    - ${say(14)}`),
      ...paragraphs(6),
    ];
    if (c < longNotes)
      blocks.push(prose(6) + call(words(900), `${words(600)}\n\n    ${words(500)}`), ...paragraphs(4));
    return `${blocks.join('\n\n')}\n\n${feet.join('\n\n')}\n`;
  };
  return {
    markdown: Object.fromEntries(
      Array.from({ length: chapters }, (_, c) => [`${String(c + 1).padStart(3, '0')}.md`, chapter(c)]),
    ),
    book: { title: 'Everything', language: 'en-GB' },
  };
}
