import type { Block, List, ListItem, Note } from '../block.js';
import { mapBlockTexts } from '../block-texts.js';
import { plainText } from '../marks.js';
import { beginsInside } from '../sentence.js';
import { asNumber, follows, isSymbol, type Label, readLabel } from './label.js';
import { isNotesHeading, namesFootnotes } from './notes-heading.js';

/** A run of blocks that may be a list of notes. */
export interface NoteList {
  /** Index of the first block and of the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Index of the heading over the list. */
  readonly heading: number | undefined;
  /** The heading says footnotes, endnotes, and not only notes. */
  readonly isNamed?: boolean;
  readonly notes: readonly Note[];
  /** Blocks under the heading before the first note: who wrote them. */
  readonly intro: readonly Block[];
}

/** Finds what stands as a list of notes: under a heading that says so, or numbered at the end of a section. */
export function findNoteLists(blocks: readonly Block[], source: string): NoteList[] {
  const lists: NoteList[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!;
    if (block.type === 'heading' && isNotesHeading(plainText(block.text.value))) {
      const found = underHeading(blocks, at, plainText(block.text.value), source);
      if (found) {
        lists.push({ ...found, notes: readNumbers(found.notes) });
        at = found.to - 1;
      }
    } else if (
      (block.type === 'list' && isNumbered(block)) ||
      (block.type === 'paragraph' && (beginsList(block.text.value) || loneLabel(block)))
    ) {
      const found = block.type === 'list' ? withoutHeading(blocks, at) : inParagraphs(blocks, at);
      if (found) {
        lists.push({ ...found, notes: readNumbers(found.notes) });
        at = found.to - 1;
      }
    }
  }
  return lists;
}

/** Letters that OCR made of digits are digits where the labels round them count so: `l`, 2, 3. */
function readNumbers(notes: readonly Note[]): Note[] {
  return notes.map((note, at) => {
    const { text, form } = note.label;
    const number = /^\d+$/.test(text) ? undefined : asNumber(text);
    const isProved = [notes[at - 1]?.label.text, notes[at + 1]?.label.text].some(
      (other, side) =>
        other !== undefined && /^\d+$/.test(other) && Number(other) === number! + (side === 0 ? -1 : 1),
    );
    return number !== undefined && isProved ? { ...note, label: { text: String(number), form } } : note;
  });
}

/** Notes up to the next heading; what stands apart after the last of them is text again. */
function underHeading(
  blocks: readonly Block[],
  at: number,
  heading: string,
  source: string,
): NoteList | undefined {
  const notes: Note[] = [];
  const intro: Block[] = [];
  const tail: { readonly block: Block; readonly at: number }[] = [];
  const settleTail = () => {
    const last = notes.pop();
    if (last) notes.push({ ...last, blocks: [...last.blocks, ...tail.splice(0).map(({ block }) => block)] });
  };
  let to = at + 1;
  for (; to < blocks.length; to++) {
    const block = blocks[to]!;
    if (block.type === 'heading' || (block.type === 'note' && block.place !== 'foot')) break;
    if (block.type === 'note') continue;
    const labelled = block.type === 'paragraph' ? fromParagraph(block.text, notes.at(-1)) : undefined;
    const found =
      block.type === 'list' && isNumbered(block) ? block.items.map(toNote) : labelled ? [labelled] : [];
    if (found.length > 0) {
      settleTail();
      notes.push(...found);
    } else if (notes.length === 0) intro.push(block);
    else tail.push({ block, at: to });
  }
  const last = notes.at(-1);
  if (!last) return undefined;
  const usual = blankLinesBefore(last.marker.originAt(0), source);
  const isTight = notes.slice(1).every(({ marker }) => blankLinesBefore(marker.originAt(0), source) === 0);
  const least = notes.length >= 2 && isTight ? 1 : 2;
  const apart = tail.findIndex(({ block }) => standsApart(block, { usual, least }, source));
  if (apart !== -1) {
    to = tail[apart]!.at;
    tail.length = apart;
  }
  settleTail();
  return { from: at, to, heading: at, isNamed: namesFootnotes(heading), notes, intro };
}

/**
 * A line in capitals, the head of a page, or what more blank lines part from the notes than part these: one where the
 * notes stand close, else two at least.
 */
function standsApart(
  block: Block,
  { usual, least }: { readonly usual: number; readonly least: number },
  source: string,
): boolean {
  let first: Note['marker'] | undefined;
  mapBlockTexts([block], (text) => {
    first ??= text;
    return text;
  });
  if (!first) return false;
  const value = plainText(first.value);
  const isHead = value.length <= 90 && /^\d{1,4}\s{3,}\p{Lu}|\p{Lu}\s{3,}\d{1,4}$/u.test(value);
  const isCapitals = value.length <= 60 && /^[\p{Lu}\s’'-]{4,}:?$/u.test(value);
  const blank = blankLinesBefore(first.originAt(0), source);
  if (block.type === 'paragraph' && (isHead || isCapitals)) return true;
  return blank >= least && blank > usual && !beginsInside(value);
}

function blankLinesBefore(offset: number, source: string): number {
  const before = source.slice(Math.max(0, offset - 200), offset);
  return before.slice(before.trimEnd().length).split('\n').length - 2;
}

function fromParagraph(text: Note['marker'], before: Note | undefined): Note | undefined {
  const label = readLabel(text.value);
  if (!label || label.form === 'word') return undefined;
  const fits = before
    ? follows(label.text, before.label.text) || isSymbol(label.text)
    : /^(?:1|l|a|A|i|\*)\*?$/.test(label.text) || label.form === 'bracket' || label.form === 'superscript';
  if (!fits) return undefined;
  return {
    type: 'note',
    label,
    marker: text.slice(0, label.length),
    place: 'list',
    blocks: [{ type: 'paragraph', text: text.slice(label.length) }],
  };
}

function withoutHeading(blocks: readonly Block[], at: number): NoteList | undefined {
  const notes: Note[] = [];
  let to = at;
  for (; to < blocks.length; to++) {
    const block = blocks[to]!;
    if (block.type !== 'list' || !isNumbered(block)) break;
    if (notes.length > 0 && block.items[0]!.label.form !== notes[0]!.label.form) break;
    if (notes.length > 0 && !follows(block.items[0]!.label.text, notes.at(-1)!.label.text)) break;
    notes.push(...block.items.map(toNote));
  }
  const next = blocks[to];
  const isEnd =
    next === undefined ||
    /^(?:heading|note|scene-break)$/.test(next.type) ||
    (next.type === 'paragraph' && isSymbol(readLabel(next.text.value)?.text ?? ''));
  const inBrackets = notes.every(({ label }) => IN_BRACKETS.test(label.form));
  return isEnd || inBrackets ? { from: at, to, heading: undefined, notes, intro: [] } : undefined;
}

/** Paragraphs that begin with bare numbers from 1, to the end of the section; with labels in brackets, anywhere. */
function inParagraphs(blocks: readonly Block[], at: number): NoteList | undefined {
  const notes: Note[] = [];
  let to = at;
  for (; to < blocks.length; to++) {
    const block = blocks[to]!;
    const lone = noteBelow(block, blocks[to + 1]);
    if (lone) {
      notes.push(lone);
      to++;
      continue;
    }
    const note = block.type === 'paragraph' ? fromParagraph(block.text, notes.at(-1)) : undefined;
    if (!note || (notes.length > 0 && note.label.form !== notes[0]!.label.form)) {
      if (block.type !== 'note' || note) break;
    } else notes.push(note);
  }
  const next = blocks[to];
  const isEnd = next === undefined || next.type === 'heading';
  const inBrackets =
    notes.length > 0 && notes.every(({ label }) => IN_BRACKETS.test(label.form) || isSymbol(label.text));
  const least = notes[0]?.label.form === 'parenthesis' ? 1 : 2;
  return inBrackets || (notes.length >= least && isEnd)
    ? { from: at, to, heading: undefined, notes, intro: [] }
    : undefined;
}

/** `[14]` alone in its line, over a note that is verse or a quotation. */
function loneLabel(block: Block): string | undefined {
  return block.type === 'paragraph'
    ? /^\[\s*(\d{1,3}|[A-Za-z])\s*\]$/.exec(block.text.value)?.[1]
    : undefined;
}

function noteBelow(block: Block, below: Block | undefined): Note | undefined {
  const text = loneLabel(block);
  if (text === undefined || block.type !== 'paragraph' || !below) return undefined;
  if (!/^(?:verse|quotation|preformatted)$/.test(below.type)) return undefined;
  return {
    type: 'note',
    label: { text, form: 'bracket' },
    marker: block.text,
    place: 'list',
    blocks: [below],
  };
}

/** Labels in brackets are notes wherever they stand, if they have calls. */
const IN_BRACKETS = /^(?:bracket|brace|superscript)$/;

const beginsList = (value: string) => {
  const label = readLabel(value);
  if (!label) return false;
  if (
    label.form === 'bracket' ||
    label.form === 'brace' ||
    (label.form === 'parenthesis' && isSymbol(label.text))
  )
    return true;
  return label.text === '1' && /^(?:bare|superscript|point|parenthesis)$/.test(label.form);
};

const isNumbered = (list: List) =>
  list.ordered && list.items.every(({ label }) => !/^(?:bullet|symbol)$/.test(label.form));

const toNote = ({ label, marker, blocks }: ListItem): Note => ({
  type: 'note',
  label: bare(label),
  marker,
  blocks,
  place: 'list',
});

const bare = ({ text, form }: Label): Label => ({ text, form });
