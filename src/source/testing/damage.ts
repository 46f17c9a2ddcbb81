import { cutPages, type PrintedLine } from './cut-pages.js';
import { type Damage, drawDamage } from './draw-damage.js';
import { encode } from './encode.js';
import { labelAt, printCall, printNote } from './labels.js';
import { Random } from './random.js';
import { wrap } from './wrap.js';

export interface Damaged {
  /** The text before it is encoded. */
  readonly raw: string;
  readonly bytes: Uint8Array;
  readonly damage: Damage;
  /** Words broken at line ends. */
  readonly breaks: number;
}

/** Stands for the call of the note of this number until its label is known: one character wide. */
const callAt = (number: number) => String.fromCharCode(0xe000 + number);
const CALL = /[\uE000-\uEFFF]/g;
const numberOf = (call: string) => call.charCodeAt(0) - 0xe000;

/**
 * Makes of clean Markdown the text of a PDF, of OCR, of a typed archive: wrapped, hyphenated, cut in pages, with
 * furniture, notes in any convention, headings without marks, an encoding of its own.
 */
export function damage(markdown: string, seed: number, kind: Damage = drawDamage(seed)): Damaged {
  const random = new Random(seed + 104729);
  const { sections, definitions, calls } = readTruth(markdown);
  const labels = new Map<number, string>();
  let breaks = 0;
  const print = (text: string, indent = '') => {
    const wrapped = wrap(straight(text, kind), kind, random, indent);
    breaks += wrapped.breaks;
    return wrapped.lines;
  };
  const note = (number: number) =>
    print(printNote(labels.get(number)!, definitions.get(calls[number]!)!, kind));
  const lines: PrintedLine[] = [];
  const add = (text: string) =>
    lines.push({ text, calls: [...text.matchAll(CALL)].map(([call]) => numberOf(call)) });
  let inBook = 0;
  sections.forEach(({ title, blocks }, section) => {
    if (lines.length > 0) add('');
    for (const line of printHeading(title, section, kind)) add(line);
    let inSection = 0;
    const own: number[] = [];
    blocks.forEach((block, at) => {
      const before = blocks[at - 1];
      const isRunOn =
        kind.paragraphs === 'indent' &&
        isProse(block) &&
        before !== undefined &&
        isProse(before) &&
        !(kind.notes === 'footnote-word' && CALL.test(before));
      CALL.lastIndex = 0;
      if (!isRunOn) add('');
      for (const [call] of block.matchAll(CALL)) {
        const number = numberOf(call);
        own.push(number);
        inBook++;
        inSection++;
        if (kind.restart !== 'page')
          labels.set(number, labelAt(kind.restart === 'section' ? inSection : inBook, kind));
      }
      const container = /^(?::::(\w+)|```)\n([\s\S]*)\n(?::::|```)$/.exec(block);
      if (container?.[1] === 'drama') {
        container[2]!.split('\n\n').forEach((speech, index) => {
          if (index > 0) add('');
          for (const line of print(speech.replace(/\*\*/g, ''))) add(line);
        });
      } else if (container) for (const line of container[2]!.split('\n')) add(line);
      else for (const line of print(block, isRunOn ? '   ' : '')) add(line);
      if (kind.notes !== 'footnote-word') return;
      for (const [call] of block.matchAll(CALL)) {
        add('');
        for (const line of note(numberOf(call))) add(line);
      }
    });
    if (kind.notes !== 'section-end' || own.length === 0) return;
    for (const line of ['', 'Notes', '', ...own.flatMap(note)]) add(line);
  });
  const paged = cutPages(lines, kind, random, {
    noteLines(numbers) {
      if (kind.restart === 'page')
        numbers.forEach((number, index) => {
          labels.set(number, labelAt(index + 1, kind));
        });
      return numbers.flatMap(note);
    },
    section: sections[0]!.title,
  });
  const parts = [paged];
  if (kind.front)
    parts.unshift(
      frontOf(
        sections.map(({ title }) => title),
        kind,
      ),
    );
  if (kind.notes === 'end' || kind.notes === 'end-bare') {
    if (kind.notes === 'end') parts.push('Notes');
    parts.push(calls.map((_, number) => note(number).join('\n')).join('\n'));
  }
  const raw = `${parts.join('\n\n')}\n`
    .replace(CALL, (call) => printCall(labels.get(numberOf(call))!, kind))
    .replace(/\n/g, kind.lineEnd);
  return { raw, bytes: encode(raw, kind.encoding), damage: kind, breaks };
}

/** Sections with their blocks, calls replaced by single characters. */
function readTruth(markdown: string) {
  const definitions = new Map<string, string>();
  const calls: string[] = [];
  const sections: { title: string; blocks: string[] }[] = [];
  for (const block of joinContainers(markdown.trim().split(/\n\n/))) {
    const definition = /^\[\^([^\]]+)\]: ([\s\S]*)$/.exec(block);
    if (definition) definitions.set(definition[1]!, definition[2]!);
    else if (block.startsWith('## ')) sections.push({ title: block.slice(3), blocks: [] });
    else
      sections
        .at(-1)!
        .blocks.push(block.replace(/\[\^([^\]]+)\]/g, (_, label: string) => callAt(calls.push(label) - 1)));
  }
  return { sections, definitions, calls };
}

const isProse = (block: string) => !/^(?::::|```)/.test(block);

function joinContainers(blocks: readonly string[]): string[] {
  const joined: string[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    const isOpen =
      last !== undefined && ((/^:::/.test(last) && !last.endsWith('\n:::')) || /^```[^`]*$/.test(last));
    if (isOpen) joined[joined.length - 1] += `\n\n${block}`;
    else joined.push(block);
  }
  return joined;
}

function printHeading(title: string, section: number, { headings }: Damage): string[] {
  if (headings === 'capitals') return [title.toUpperCase()];
  if (headings === 'bold') return [`**${title}**`];
  if (headings === 'labelled')
    return [`CHAPTER ${['I', 'II', 'III', 'IV', 'V', 'VI'][section] ?? section + 1}`, '', title];
  return [title];
}

/** Title, author and the printed contents, as they stand in a book. */
function frontOf(titles: readonly string[], { measure }: Damage): string {
  const entries = titles.map((title, index) => {
    const page = String(3 + index * 7);
    return `${title} ${'.'.repeat(Math.max(3, Math.min(60, measure) - title.length - page.length - 2))} ${page}`;
  });
  return ['THE CHRONICLE OF VARROW', '', 'By Hester Vane', '', 'CONTENTS', '', ...entries].join('\n');
}

const straight = (text: string, { quotes }: Damage) =>
  quotes === 'curly' ? text : text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
