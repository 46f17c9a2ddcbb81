import type { Block, Heading } from '../block.js';
import { MappedText } from '../mapped-text.js';
import { plainText } from '../marks.js';
import type { BlockRule } from '../rule.js';

const NAMES = String.raw`transcriber['’]?s?['’]? notes?|note of the transcriber|notes? (?:du|de la) transcript(?:eur|rice)|anmerkung(?:en)? (?:zur transkription|des bearbeiters)|notas? del transcriptor`;
/** `Transcriber's Note:`, with the words of it behind it or below it. */
const OPENING = new RegExp(String.raw`^(\[?\s*)(${NAMES})(\s*[:.—–-]*\s*)`, 'iu');
const ALONE = new RegExp(String.raw`^\[?\s*(?:${NAMES})\s*[:.]?\s*\]?$`, 'iu');
/** Blocks from the top of a text among which the note stands before it, and not at the place that it is about. */
const TOP = 12;
/** Blocks that such a note has at most. */
const LONGEST = 12;

/** Moves what the transcriber says of his work from the head of a text to its end, as a section of its own. */
export const transcriberNote: BlockRule = {
  stage: 'blocks',
  name: 'transcriber-note',
  guesses: true,
  apply(blocks, { log }) {
    const from = blocks.findIndex((block, at) => at < TOP && opens(block));
    if (from < 0) return blocks;
    const to = endOf(from, blocks);
    // What is all there is, or stands at the end already, has its place.
    if (to >= blocks.length) return blocks;
    const note = asSection(blocks.slice(from, to));
    const words = plainText(textOf(blocks[from]!)?.value ?? '');
    log.changed(positionOf(blocks[from]!), words.slice(0, 80), 'moved to the end of the text', 0.9);
    return [...blocks.slice(0, from), ...blocks.slice(to), ...note];
  },
};

function opens(block: Block): boolean {
  const value = plainText(textOf(block)?.value ?? '');
  return block.type === 'heading' || block.type === 'paragraph' ? OPENING.test(value) : isBoxed(block);
}

/** A box drawn round the note. */
const isBoxed = (block: Block) =>
  block.type === 'preformatted' && block.lines.some(({ value }) => new RegExp(NAMES, 'iu').test(value));

/** The block after the note: its bracket closes, another heading begins, or its paragraph ends. */
function endOf(from: number, blocks: readonly Block[]): number {
  const first = blocks[from]!;
  if (first.type === 'preformatted') return from + 1;
  const value = plainText(textOf(first)!.value);
  const limit = Math.min(blocks.length, from + LONGEST);
  if (value.startsWith('[')) {
    for (let at = from; at < limit; at++)
      if (/\]\s*$/.test(plainText(textOf(blocks[at]!)?.value ?? ''))) return at + 1;
    return from + 1;
  }
  if (first.type !== 'heading' && !ALONE.test(value)) return from + 1;
  // Without a bracket the note is one block long, or a list, unless a heading or a rule ends it.
  const end = blocks.findIndex(
    ({ type }, at) => at > from && at < limit && (type === 'heading' || type === 'scene-break'),
  );
  return end < 0 ? Math.min(blocks.length, from + 2) : end;
}

/** Its own name becomes the heading; the brackets round it are gone with it. */
function asSection(note: readonly Block[]): Block[] {
  const [first, ...rest] = note;
  const text = textOf(first!);
  const match = text && OPENING.exec(text.value);
  if (!text || !match || first!.type === 'preformatted') return [...note];
  const start = match[1]!.length;
  const title: Heading = {
    type: 'heading',
    level: 0,
    make: 'named',
    text: text.slice(start, start + match[2]!.length),
  };
  const words = text.slice(match[0].length);
  const body: Block[] = words.length > 0 ? [{ type: 'paragraph', text: words }, ...rest] : rest;
  return [title, ...(match[1]!.includes('[') ? withoutBracket(body) : body)];
}

function withoutBracket(body: readonly Block[]): Block[] {
  const last = body.at(-1);
  if (last?.type !== 'paragraph' || !last.text.value.endsWith(']')) return [...body];
  return [...body.slice(0, -1), { ...last, text: last.text.slice(0, last.text.length - 1).trimEnd() }];
}

const textOf = (block: Block): MappedText | undefined =>
  'text' in block ? block.text : block.type === 'preformatted' ? block.lines[0] : undefined;

const positionOf = (block: Block): number => (textOf(block) ?? MappedText.empty).originAt(0);
