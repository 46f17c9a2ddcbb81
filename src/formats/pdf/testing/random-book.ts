import type { EditionInput } from '../../../edition/testing/edition-of.js';

/** A word that stands nowhere else in the book, and where it stands. */
export interface RandomWord {
  /** In the text, in a note, or where it is printed more than once: in a heading, in the head of a table. */
  readonly where: 'text' | 'note' | 'repeated';
}

export interface RandomBook {
  readonly input: EditionInput;
  /** Keys of its edition. */
  readonly edition: Readonly<Record<string, unknown>>;
  readonly words: ReadonlyMap<string, RandomWord>;
  /** The word before each call in the text, and the word that its note begins with. */
  readonly calls: readonly (readonly [before: string, first: string])[];
}

const CONSONANTS = 'bdfgklmnprstvz';
const VOWELS = 'aeiou';

/** Books from this seed on have more in them: pictures, margin notes, two series, notes in captions and headings. */
const RICH = 100;

/**
 * A book of everything in any order, with notes everywhere: the same for the same seed. Those with pictures want a
 * `wide.png` and a `tall.png` in their folder.
 */
export function randomBook(seed: number, { chapters = 2, blocks = 26 } = {}): RandomBook {
  const rich = seed >= RICH;
  let state = (Math.imul(seed, 2_654_435_761) + 97) & 0x7fffffff;
  const roll = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % below;
  };
  const chance = (percent: number) => roll(100) < percent;
  const words = new Map<string, RandomWord>();
  const calls: (readonly [string, string])[] = [];
  let number = roll(500);
  const word = (where: RandomWord['where']) => {
    number += 1 + roll(9);
    let text = '';
    for (let rest = number; rest > 0; rest = Math.floor(rest / 70)) {
      const syllable = rest % 70;
      text += CONSONANTS[Math.floor(syllable / 5)]! + VOWELS[syllable % 5]!;
    }
    // No word is the beginning or a part of another one: each ends as none goes on.
    text = `w${text}${chance(50) ? 'x' : 'xx'}`;
    words.set(text, { where });
    return text;
  };
  const say = (count: number, where: RandomWord['where'] = 'text') =>
    Array.from({ length: Math.max(1, count) }, () => word(where)).join(' ');
  const indented = (text: string, by: string) => text.replace(/\n(?=.)/g, `\n${by}`);

  let feet: string[] = [];
  let noteCount = 0;
  /** A note of any shape; what it holds stands in further notes. */
  const noteBody = (depth: number): { text: string; first: string } => {
    const first = word('note');
    const long = chance(3) ? 150 + roll(500) : chance(20) ? 20 + roll(60) : roll(14);
    const opening = `${first} ${say(long, 'note')}`;
    const parts = [depth < 2 && chance(8) ? opening + call('', depth + 1) : opening];
    while (chance(12)) {
      const kind = roll(7);
      const n = (count: number) => say(count, 'note');
      if (kind === 0) parts.push(`- ${n(4)}\n- ${n(20)}\n- ${n(7)}`);
      else if (kind === 1) parts.push(`:::verse\n${n(5)}\n${n(4)}\n\n${n(5)}\n${n(6)}\n:::`);
      else if (kind === 2) parts.push(`> ${n(25)}`);
      else if (kind === 3)
        parts.push(`\`\`\`\n${Array.from({ length: 2 + roll(20) }, () => n(3)).join('\n')}\n\`\`\``);
      else if (kind === 4)
        parts.push(
          `| ${say(1, 'repeated')} | ${say(1, 'repeated')} |\n|---|---|\n${Array.from({ length: 1 + (chance(15) ? 70 : roll(6)) }, () => `| ${n(2)} | ${n(3)} |`).join('\n')}`,
        );
      else parts.push(n(10 + roll(60)));
    }
    return { text: parts.join('\n\n'), first };
  };
  function call(before: string, depth = 0): string {
    const label = `${rich && chance(20) ? 'ed-' : ''}n${++noteCount}`;
    const { text, first } = noteBody(depth);
    feet.push(`[^${label}]: ${indented(text, '    ')}`);
    if (depth === 0) calls.push([before, first]);
    return `[^${label}]`;
  }
  /** Words with calls after some of them. */
  const text = (count: number, percent = 4) =>
    Array.from({ length: Math.max(1, count) }, () => {
      const one = word('text');
      return one + (chance(percent) ? call(one) : '');
    }).join(' ');

  const verse = () => {
    const stanza = () => Array.from({ length: 1 + roll(10) }, () => text(3 + roll(6), 5)).join('\n');
    return `:::verse\n${Array.from({ length: 1 + roll(6) }, stanza).join('\n\n')}\n:::`;
  };
  const list = (depth = 0): string => {
    const mark = chance(40) ? '1.' : '-';
    return Array.from({ length: 1 + roll(5) }, () => {
      let item = text(2 + roll(40), 6);
      if (chance(15)) item += `\n\n${text(10 + roll(40))}`;
      if (depth < 2 && chance(25)) item += `\n\n${list(depth + 1)}`;
      if (chance(6)) item += `\n\n> ${text(12)}`;
      return `${mark} ${indented(item, '   ')}`;
    }).join(chance(50) ? '\n\n' : '\n');
  };
  const caption = () => {
    const words = say(5, 'repeated');
    return rich && chance(40) ? `${words}${call(lastOf())}` : words;
  };
  const picture = () => {
    const file = chance(50) ? 'wide.png' : 'tall.png';
    return chance(70) ? `::::figure[${caption()}]\n![A picture](${file})\n::::` : `![A picture](${file})`;
  };
  const table = () => {
    const columns = 2 + roll(3);
    const row = (cell: () => string) => `| ${Array.from({ length: columns }, cell).join(' | ')} |`;
    const count = chance(20) ? 40 + roll(40) : 1 + roll(12);
    const cell = () => text(1 + roll(chance(10) ? 20 : 3), 8);
    const rows = [
      row(() => say(1, 'repeated')),
      row(() => '---'),
      ...Array.from({ length: count }, () => row(cell)),
    ].join('\n');
    return chance(40) ? `::::figure[${caption()}]\n${rows}\n::::` : rows;
  };
  const code = () => {
    const count = chance(12) ? 45 + roll(60) : 1 + roll(14);
    const lines = Array.from({ length: count }, () =>
      chance(12) ? '' : `${' '.repeat(roll(3) * 2)}${say(1 + roll(5))}`,
    );
    const block = `\`\`\`\n${lines.join('\n')}\n${say(1)}\n\`\`\``;
    return chance(30) ? `::::figure[${caption()}]\n${block}\n::::` : block;
  };
  const quote = () => `> ${text(20 + roll(80))}${chance(40) ? `\n>\n> ${text(30)}` : ''}`;
  const richBlock = (): string => {
    const kind = roll(7);
    if (kind < 2) return picture();
    if (kind < 3) return `::margin-note[${say(3 + roll(8))}]\n\n${text(20 + roll(40))}`;
    if (kind < 4) return `### ${say(2, 'repeated')}${call(lastOf())}\n\n${text(30)}`;
    if (kind < 5) return `:::aside\n${text(10 + roll(60), 8)}\n\n${list(1)}\n:::`;
    if (kind < 6) return text(60, 35);
    return `:::keep\n${text(10)}\n\n${table()}\n\n${text(10)}\n:::`;
  };
  const block = (): string => {
    if (rich && chance(25)) return richBlock();
    const kind = roll(20);
    if (kind < 7) return text(chance(20) ? 250 : 10 + roll(120), chance(12) ? 25 : 3);
    if (kind < 9) return verse();
    if (kind < 11) return list();
    if (kind < 12) return table();
    if (kind < 13) return code();
    if (kind < 15) return quote();
    if (kind < 16) return `## ${say(2, 'repeated')}${chance(20) ? call(lastOf()) : ''}`;
    if (kind < 17) return `### ${say(2, 'repeated')}\n\n${text(30)}`;
    if (kind < 18) return `:::keep\n${text(20)}\n\n${text(chance(10) ? 500 : 20)}\n:::`;
    if (kind < 19)
      return chance(50)
        ? `:::letter\n:::right\n${text(4, 15)}\n:::\n\n${text(60)}\n\n${text(10)}\n:::`
        : chance(50)
          ? '::page-break'
          : '---';
    return `${word('text')}\n: ${text(20, 8)}\n\n${word('text')}\n: ${text(30, 8)}`;
  };
  const lastOf = () => [...words.keys()].at(-1)!;

  const files = Array.from({ length: chapters }, (_, c) => {
    feet = [];
    const title = say(2, 'repeated');
    const heading = `# ${title}${chance(25) ? call(title.split(' ').at(-1)!) : ''}`;
    const body = Array.from({ length: blocks }, block).join('\n\n');
    return [`c${c + 1}.md`, `${heading}\n\n${body}\n\n${feet.join('\n\n')}\n`] as const;
  });
  const notes = rich && chance(15) ? 'chapter' : 'foot';
  const margins = rich && chance(20) ? { wideMargin: { width: '40mm' } } : {};
  const numbered = rich && chance(20) ? { lineNumbers: { every: 5 } } : {};
  return {
    edition: { notes, ...margins, ...numbered },
    input: {
      markdown: Object.fromEntries(files),
      book: {
        title: 'Random',
        language: 'en',
        typography: { hyphenate: false },
        notes: { number: chance(30) ? 'page' : 'chapter' },
      },
    },
    words,
    calls: notes === 'foot' ? calls : [],
  };
}
