import fc from 'fast-check';
import type { FootnoteDefinition, Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { findViolations, takeStock } from '../check-invariants.js';
import { remarkNotes } from './remark-notes.js';

const parser = unified().use(remarkParse).use(remarkGfm);
const writer = unified().use(remarkGfm).use(remarkStringify);

function normalise(markdown: string) {
  const file = new VFile(markdown);
  const tree = parser.parse(file);
  const before = takeStock(tree);
  remarkNotes()(tree, file);
  return { tree, file, before, output: writer.stringify(tree) };
}

function callsAndNotes(tree: Root) {
  const notes = new Map<string, FootnoteDefinition>();
  visit(tree, 'footnoteDefinition', (node) => void notes.set(node.identifier, node));
  const calls: string[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === 'footnoteReference') calls.push(textOf(notes.get(node.identifier)));
    else if (node.type !== 'footnoteDefinition' && 'children' in node) node.children.forEach(walk);
  };
  walk(tree);
  return { calls, notes };
}

/** How a writer puts calls and notes: the generator’s counterpart of the table of conventions. */
const SYMBOLS = ['\\*', '†', '‡', '\\*\\*', '††', '‡‡'];
const raised = (number: number) => [...String(number)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');
const WAYS = {
  gfm: { call: (n: number) => `[^${n}]`, note: (n: number, text: string) => `[^${n}]: ${text}` },
  'bracketed paragraphs': {
    call: (n: number) => `[${n}]`,
    note: (n: number, text: string) => `[${n}] ${text}`,
  },
  'bracketed list': { call: (n: number) => `[${n}]`, note: (n: number, text: string) => `${n}. ${text}` },
  'footnote blocks': {
    call: (n: number) => `[${n}]`,
    note: (n: number, text: string) => `[Footnote ${n}: ${text}]`,
  },
  braced: { call: (n: number) => `{${n}}`, note: (n: number, text: string) => `{${n}} ${text}` },
  parenthesised: { call: (n: number) => ` (${n})`, note: (n: number, text: string) => `(${n}) ${text}` },
  superscript: { call: raised, note: (n: number, text: string) => `${raised(n)} ${text}` },
  'superscript list': { call: raised, note: (n: number, text: string) => `${n}. ${text}` },
  'superscript tags': {
    call: (n: number) => `<sup>${n}</sup>`,
    note: (n: number, text: string) => `<sup>${n}</sup> ${text}`,
  },
  starred: { call: (n: number) => `${n}\\*`, note: (n: number, text: string) => `${n}\\*. ${text}` },
  symbols: {
    call: (n: number) => SYMBOLS[(n - 1) % 6]!,
    note: (n: number, text: string) => `${SYMBOLS[(n - 1) % 6]} ${text}`,
  },
  linked: {
    call: (n: number) => `[${n}](#fn${n})`,
    note: (n: number, text: string) => `[${n}](#ref${n}) ${text}`,
  },
} as const;
type Way = keyof typeof WAYS;

const word = fc.constantFrom(
  'mill',
  'pond',
  'weir',
  'stone',
  'river',
  'oak',
  'wheel',
  'miller',
  'sluice',
  'grain',
);
const words = fc.array(word, { minLength: 3, maxLength: 9 }).map((all) => all.join(' '));
/** One chapter: paragraphs of sentences, some with a call at their end. */
const chapter = fc.array(fc.array(fc.tuple(words, fc.boolean()), { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 4,
});
const book = fc.array(chapter, { minLength: 1, maxLength: 3 });

/** A book in one convention, with the notes after each chapter or, under headings, at its end. */
function writeBook(
  way: Way,
  chapters: readonly (readonly (readonly (readonly [string, boolean])[])[])[],
  headed: boolean,
) {
  const { call, note } = WAYS[way];
  const expected: string[] = [];
  const blocks: string[] = [];
  let count = 0;
  chapters.forEach((paragraphs, index) => {
    blocks.push(`# Chapter ${'one two three'.split(' ')[index]}`);
    const notes: string[] = [];
    for (const sentences of paragraphs) {
      blocks.push(
        sentences
          .map(([text, called]) => {
            // Six symbols are as many as one page has.
            if (!called || (way === 'symbols' && notes.length >= 6)) return `The ${text}.`;
            const number = notes.length + 1;
            const written = `Note${'abcdefghijklmnopqrstuvwxyz'[count % 26]}${'abcdefghijklmnopqrstuvwxyz'[Math.floor(count / 26)]} on the ${text}.`;
            count++;
            notes.push(note(number, written));
            expected.push(written);
            return `The ${text}.${call(number)}`;
          })
          .join(' '),
      );
    }
    if (headed && notes.length) blocks.push('## Notes');
    blocks.push(...notes);
  });
  return { markdown: blocks.join('\n\n'), expected };
}

describe.each(Object.keys(WAYS) as Way[])('%s', (way) => {
  test('every call has its own note, the words and their order stay, a second run changes nothing', () => {
    fc.assert(
      fc.property(book, fc.boolean(), (chapters, headed) => {
        const { markdown, expected } = writeBook(way, chapters, headed);
        const { tree, file, before, output } = normalise(markdown);
        expect(findViolations(before, tree, file)).toEqual([]);
        expect(callsAndNotes(tree).calls).toEqual(expected);
        expect(file.data.octavoNotes).toMatchObject({
          placed: expected.length,
          unplacedCalls: [],
          unplacedNotes: [],
        });
        expect(normalise(output).output).toBe(output);
        const again = structuredClone(tree);
        remarkNotes()(again, new VFile(output));
        expect(writer.stringify(again)).toBe(output);
      }),
      { numRuns: 30 },
    );
  });
});

test('inline notes become notes in the order in which they stand', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 8 }), (pairs) => {
      const markdown = pairs.map(([text, note]) => `The ${text}^[On the *${note}*].`).join(' ');
      const { tree, file, before, output } = normalise(markdown);
      expect(findViolations(before, tree, file)).toEqual([]);
      expect(callsAndNotes(tree).calls).toEqual(pairs.map(([, note]) => `On the ${note}`));
      expect(normalise(output).output).toBe(output);
    }),
  );
});

test('whatever the text, no word is lost, every reference has one definition, a second run changes nothing', () => {
  const piece = fc.oneof(
    word,
    fc.constantFrom(
      '[1]',
      '[2]',
      '[^1]',
      '[^a]',
      '(1)',
      '(2)',
      '¹',
      '²',
      '\\*',
      '*',
      '†',
      '1*',
      '{1}',
      '^[',
      ']',
      '[',
      '<sup>1</sup>',
      '`[1]`',
      '\n',
      '\n\n',
      '\n\n[1] ',
      '\n\n[^1]: ',
      '\n\n[^1]: ',
      '\n\n1. ',
      '\n2. ',
      '\n\n* ',
      '\n\n## Notes\n\n',
      '\n\n# One\n\n',
      '\n\n---\n\n',
      '\n\n> ',
      '[1](#fn1)',
      '\n\n¹ ',
      '\n\n† ',
      '[Translator’s note: ',
      '<a id="fn1"></a>',
      '\n\n[Footnote 1: ',
      '1917',
      '.',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const { tree, file, before, output } = normalise(pieces.join(' '));
      expect(findViolations(before, tree, file).filter(({ invariant }) => invariant !== 'levels')).toEqual(
        [],
      );
      const { tree: again } = normalise(output);
      expect(callsAndNotes(again).notes.size).toBe(callsAndNotes(tree).notes.size);
    }),
    { numRuns: 300 },
  );
});

test('three thousand notes take linear time', () => {
  const write = (count: number) => {
    const text = Array.from({ length: count }, (_, index) => `The mill stood by the river.[${index + 1}]`);
    const notes = Array.from({ length: count }, (_, index) => `[${index + 1}] A note on the mill.`);
    return `${text.join('\n\n')}\n\n## Notes\n\n${notes.join('\n\n')}\n`;
  };
  const { file, tree } = normalise(write(3000));
  expect(file.data.octavoNotes?.placed).toBe(3000);
  expect(callsAndNotes(tree).calls).toHaveLength(3000);
});
