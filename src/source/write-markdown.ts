import type { Block, Container, List, Note, Speech, Verse } from './block.js';
import { MappedText } from './mapped-text.js';
import { MARKS } from './marks.js';
import { protectStart, writeInline } from './write-inline.js';

/** A plain string stands for no place of its own: it takes that of what is before it. */
type Lines = (MappedText | string)[];
const BLANK = '';

/** Writes blocks as Markdown that reads back as the same blocks. Ends with a line feed. */
export function writeMarkdown(blocks: readonly Block[]): MappedText {
  const lines = writeBlocks(blocks);
  return lines.length === 0 ? MappedText.empty : joinLines([...lines, BLANK]);
}

function joinLines(lines: Lines): MappedText {
  return MappedText.concat(lines.flatMap((line, index) => (index === 0 ? [line] : ['\n', line])));
}

function writeBlocks(blocks: readonly Block[]): Lines {
  const written = blocks.map(write).filter((lines) => lines.some((line) => line.length > 0));
  return written.flatMap((lines, index) => (index === 0 ? lines : [BLANK, ...lines]));
}

function write(block: Block): Lines {
  switch (block.type) {
    case 'heading': {
      const hashes = '#'.repeat(block.level || 2);
      const words = block.label
        ? [writeInline(inOneLine(block.label)), ': ', writeInline(inOneLine(block.text))]
        : [writeInline(inOneLine(block.text))];
      const text = MappedText.concat(words);
      // Hashes at the end would be taken for a closing row.
      const end = text.value.match(/(?<=^|\s)#+$/);
      return [MappedText.concat([`${hashes} `, end ? text.splice(end.index!, end.index!, '\\') : text])];
    }
    case 'verse':
      return writeVerse(block);
    case 'quotation':
      return writeBlocks(block.blocks).map((line) => MappedText.concat([line.length > 0 ? '> ' : '>', line]));
    case 'container':
      return writeContainer(block);
    case 'list':
      return writeList(block);
    case 'note':
      return writeNote(block);
    case 'speech':
      return writeSpeech(block);
    case 'preformatted':
      return block.form === 'raw' ? block.lines.map(withoutMarks) : fence(block.lines.map(withoutMarks));
    case 'scene-break':
      return [MappedText.inserted('* * *', block.text.originAt(0))];
    case 'paragraph':
      return writeParagraph(block.text);
    default:
      return [
        MappedText.concat([MappedText.inserted(`:::${block.type}`, block.text.originAt(0))]),
        ...writeParagraph(block.text),
        MappedText.inserted(':::', block.text.originAt(block.text.length)),
      ];
  }
}

/** A container that holds others has more colons than they. */
function writeContainer({ name, label, attributes, blocks }: Container): Lines {
  const lines = writeBlocks(blocks);
  const longest = Math.max(
    2,
    ...lines.map(
      (line) => /^[\s>]*(:{3,})/.exec(typeof line === 'string' ? line : line.value)?.[1]?.length ?? 0,
    ),
  );
  const colons = ':'.repeat(longest + 1);
  const head = MappedText.concat([`${colons}${name}`, ...(label ? writeLabel(label) : []), attributes]);
  return [head, ...lines, colons];
}

/** Brackets inside a label would end it. */
const writeLabel = (label: MappedText): (MappedText | string)[] => [
  '[',
  writeInline(inOneLine(label)).replace(/(?<!\\)[[\]]/g, (match) => `\\${match[0]}`),
  ']',
];

/** A heading is one line. */
const inOneLine = (text: MappedText) => text.replace(/ ?\uFDDA/g, () => ' ');

function writeParagraph(text: MappedText): Lines {
  return writeInline(text).lines().map(protectStart);
}

function writeVerse(verse: Verse): Lines {
  const stanzas = verse.stanzas.flatMap((stanza, index) => {
    const lines = stanza.map((line) => {
      const words = protectStart(writeInline(line.text));
      // Em spaces, because Markdown drops plain ones at the start of a line.
      return line.indent > 0 ? MappedText.concat(['\u2003'.repeat(line.indent), words]) : words;
    });
    return index === 0 ? lines : [BLANK, ...lines];
  });
  return [`:::verse${verse.attributes ?? ''}`, ...stanzas, ':::'];
}

function writeList(list: List): Lines {
  return list.items.flatMap((item, index) => {
    const close = item.label.form === 'parenthesis' ? ')' : '.';
    const marker = list.ordered ? `${item.label.text}${close} ` : '- ';
    const indent = ' '.repeat(marker.length);
    const lines = writeItem(item.blocks, list.loose).map((line, row) => {
      if (row === 0) return MappedText.concat([MappedText.inserted(marker, item.marker.originAt(0)), line]);
      return line.length === 0 ? line : MappedText.concat([indent, line]);
    });
    return index > 0 && list.loose ? [BLANK, ...lines] : lines;
  });
}

/** In a list without blank lines one inside it has none before it either. */
function writeItem(blocks: readonly Block[], loose: boolean): Lines {
  const [first, second, ...rest] = blocks;
  const isNested = !loose && first?.type === 'paragraph' && second?.type === 'list' && rest.length === 0;
  return isNested ? [...write(first), ...write(second)] : writeBlocks(blocks);
}

function writeNote(note: Note): Lines {
  const [first = BLANK, ...rest] = writeBlocks(note.blocks);
  const label = MappedText.inserted(`[^${note.id ?? note.label.text}]: `, note.marker.originAt(0));
  return [
    MappedText.concat([label, first]),
    ...rest.map((line) => (line.length === 0 ? line : MappedText.concat(['    ', line]))),
  ];
}

/** The speaker in bold, what he does in italics, then the words; verse keeps its lines. */
function writeSpeech({ speaker, direction, lines }: Speech): Lines {
  if (speaker.length === 0) return direction ? [MappedText.concat(['*', writeInline(direction), '*'])] : [];
  const name = writeInline(speaker);
  const head = direction
    ? MappedText.concat(['**', name, '** ', ...inBrackets(direction), '.'])
    : MappedText.concat(['**', name, '.**']);
  const [first, ...others] = lines.filter((line) => line.length > 0).map(writeInline);
  const rest = others.map(protectStart);
  const spoken = first === undefined ? head : MappedText.concat([head, ' ', first]);
  return [spoken, ...rest].map((line, index, all) =>
    index < all.length - 1 ? MappedText.concat([line, '\\']) : line,
  );
}

/** A direction to the actor: italics inside its brackets. */
function inBrackets(direction: MappedText): (MappedText | string)[] {
  const match = /^([([])(.*)([)\]])\.?$/s.exec(direction.value);
  if (!match) return ['(*', writeInline(direction), '*)'];
  return [match[1]!, '*', writeInline(direction.slice(1, 1 + match[2]!.length)), '*', match[3]!];
}

/** Nothing is markup where every character counts: the page's label stands in plain brackets. */
const withoutMarks = (line: MappedText) =>
  line.replace(/\uFDD6([^\uFDD7]*)\uFDD7/g, (match) => `[${match[1]}]`).replace(MARKS, () => '');

function fence(lines: readonly MappedText[]): Lines {
  const longest = Math.max(2, ...lines.map((line) => line.value.match(/^ *(`+)/)?.[1]?.length ?? 0));
  const ticks = '`'.repeat(longest + 1);
  return [ticks, ...lines, ticks];
}
