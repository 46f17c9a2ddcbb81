import type { Element, ElementContent, Parents } from 'hast';
import type { Block, ListItem } from '../../block.js';
import { MappedText } from '../../mapped-text.js';
import { MARK, plainText } from '../../marks.js';
import { writeInline } from '../../write-inline.js';
import { isFigure, readFigure } from './figure.js';
import { isFixedVerse, setVerse } from './fixed-verse.js';
import { type InlineContext, marksOfClass, readInlineNodes, readPlain } from './inline.js';
import { joinWith, splitAtBreaks, unbroken } from './line-breaks.js';
import { readTable } from './table.js';
import { INLINE } from './visible-text.js';

const VERSE = /(?:^|[-_\s])(?:verse|poem|poetry|stanza|lg)(?:$|[-_\s])/i;
const VERSE_LINE_LIMIT = 90;

/** Reads the block content of an element. Text that stands beside blocks becomes paragraphs of its own. */
export function readBlockNodes(parent: Parents, context: InlineContext): Block[] {
  const blocks: Block[] = [];
  let loose: ElementContent[] = [];
  const flush = () => {
    blocks.push(...paragraphs(readInlineNodes(loose, context)));
    loose = [];
  };
  for (const child of parent.children) {
    if (child.type === 'text') loose.push(child);
    else if (child.type === 'element') {
      if (isInline(child)) loose.push(child);
      else {
        flush();
        blocks.push(...noted(child, context));
      }
    }
  }
  flush();
  return joinNotes(blocks);
}

/** An inline element round blocks is a block itself. */
function isInline(element: Element): boolean {
  return (
    INLINE.has(element.tagName) &&
    element.children.every((child) => child.type !== 'element' || isInline(child))
  );
}

function noted(element: Element, context: InlineContext): Block[] {
  const label = context.links.notes.get(element);
  if (label === undefined) return read(element, context);
  const inner =
    element.tagName === 'li' || element.tagName === 'dd'
      ? readBlockNodes(element, context)
      : read(element, context);
  return [note(label, inner, element, context)];
}

function note(label: string, inner: readonly Block[], element: Element, { log }: InlineContext): Block {
  const [first, ...rest] = inner;
  const opened = first?.type === 'paragraph' ? withoutLabel(first.text, label) : undefined;
  if (opened?.bracket && first?.type === 'paragraph')
    log.removed(
      first.text.slice(0, first.text.length - opened.text.length),
      'label of a note, printed by its call',
    );
  const blocks = opened && first ? [{ ...first, text: opened.text } as Block, ...rest] : inner;
  return {
    type: 'note',
    label: { text: label, form: 'bracket' },
    blocks: opened?.bracket ? withoutBracket(blocks) : blocks,
    marker: MappedText.inserted('', element.position?.start.offset ?? 0),
    place: 'list',
  };
}

/** The label that stands before a note’s words is printed by its call; `[Footnote 1:` has a bracket at its end. */
function withoutLabel(text: MappedText, label: string): { text: MappedText; bracket: boolean } {
  const printed = label.replace(/-\d+$/, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const word = new RegExp(`^\\[(?:foot|end)?note:?\\s*(?:${printed})?\\s*[:.]?\\s*(?=\\S)`, 'i').exec(
    text.value,
  );
  if (word) return { text: text.slice(word[0].length), bracket: true };
  const match = new RegExp(`^[\\s[({↑^]*(?:${printed})?[\\s\\])}.:↑^]*(?=\\S)`, 'i').exec(text.value);
  return { text: match && /[^\s]/.test(match[0]) ? text.slice(match[0].length) : text, bracket: false };
}

/** The bracket that closes the last paragraph. */
function withoutBracket(blocks: readonly Block[]): readonly Block[] {
  const last = blocks.at(-1);
  if (last?.type !== 'paragraph' || !last.text.value.endsWith(']')) return blocks;
  return [...blocks.slice(0, -1), { ...last, text: last.text.slice(0, last.text.length - 1).trimEnd() }];
}

/** Blocks of one note that stand beside each other are one note. */
function joinNotes(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const before = joined.at(-1);
    if (block.type === 'note' && before?.type === 'note' && before.label.text === block.label.text) {
      joined[joined.length - 1] = { ...before, blocks: [...before.blocks, ...block.blocks] };
    } else joined.push(block);
  }
  return joined;
}

function read(element: Element, context: InlineContext): Block[] {
  const { tagName } = element;
  const inline = () => readInlineNodes(element.children, context);
  const classes = String(element.properties.className ?? '').replaceAll(',', ' ');
  if (/^h[1-6]$/.test(tagName)) {
    const text = unbroken(inline());
    return text.length === 0 ? [] : [{ type: 'heading', level: Number(tagName[1]), text, make: tagName }];
  }
  switch (tagName) {
    case 'p': {
      const marks = marksOfClass(element);
      if (marks) return marked(inline(), marks);
      return VERSE.test(classes) ? verse([inline()]) : paragraphs(inline());
    }
    case 'blockquote': {
      const blocks = readBlockNodes(element, context);
      return blocks.length === 0 ? [] : [{ type: 'quotation', blocks }];
    }
    case 'ul':
    case 'ol':
      return list(element, context);
    case 'dl':
      return definitions(element, context);
    case 'table':
      return readTable(element, context, readBlockNodes);
    case 'pre': {
      const text = readPlain(element, context.page);
      const lines = text.replace(/\r\n?/g, () => '\n').lines();
      while (lines.length > 0 && lines[0]!.value.trim() === '') lines.shift();
      while (lines.length > 0 && lines.at(-1)!.value.trim() === '') lines.pop();
      if (isFixedVerse(lines)) return setVerse(lines);
      return lines.length === 0 ? [] : [{ type: 'preformatted', lines, form: 'fence' }];
    }
    case 'hr':
      return [{ type: 'scene-break', text: MappedText.inserted('', element.position?.start.offset ?? 0) }];
  }
  if (VERSE.test(classes)) return verseOf(element, context);
  if (isFigure(element, classes)) return readFigure(element, context, readBlockNodes);
  return readBlockNodes(element, context);
}

/** A paragraph in bold or italics as a whole; marks of the kind inside it would end them. */
function marked(text: MappedText, [open, close]: readonly [string, string]): Block[] {
  const words = unbroken(text).replace(/[\uFDD0-\uFDD3]/g, () => '');
  return words.length === 0 ? [] : [{ type: 'paragraph', text: MappedText.concat([open, words, close]) }];
}

/** A run of words with line breaks: verse where the lines are short and many, else lines of their own. */
function paragraphs(text: MappedText): Block[] {
  if (plainText(text.value).trim() === '' && !text.value.includes(MARK.verbatimOpen)) return [];
  const lines = splitAtBreaks(text);
  if (lines.length === 1) return lines.map((line) => ({ type: 'paragraph', text: line }));
  const stanzas = groupBlank(lines);
  const filled = stanzas.flat();
  const isVerse =
    filled.length >= 3 &&
    filled.every((line) => plainText(line.value).length <= VERSE_LINE_LIMIT) &&
    filled.filter((line) => /[.?!”"]$/.test(plainText(line.value))).length < filled.length * 0.7 &&
    !filled.some((line) => /^[\p{Lu}][\p{L} ]{2,24}: /u.test(plainText(line.value)));
  if (isVerse) return verse([text]);
  // Two breaks in a row end a paragraph; one inside it is only a turn of the line.
  return stanzas.flatMap((stanza) =>
    stanza.some((line) => /^[\p{Lu}][\p{L} ]{2,24}: /u.test(plainText(line.value)))
      ? stanza.map((line): Block => ({ type: 'paragraph', text: line }))
      : [{ type: 'paragraph', text: joinWith(stanza, MARK.lineBreak) } satisfies Block],
  );
}

function groupBlank(lines: readonly MappedText[]): MappedText[][] {
  const groups: MappedText[][] = [[]];
  for (const line of lines) {
    if (line.length > 0) groups.at(-1)!.push(line);
    else if (groups.at(-1)!.length > 0) groups.push([]);
  }
  return groups.filter((group) => group.length > 0);
}

function verse(texts: readonly MappedText[]): Block[] {
  const stanzas = texts
    .flatMap((text) => groupBlank(splitAtBreaks(text)))
    .map((stanza) => stanza.map((line) => ({ text: line, indent: 0 })));
  return stanzas.length === 0 ? [] : [{ type: 'verse', stanzas }];
}

/** A container of verse: each block in it a stanza, or each line a block. */
function verseOf(element: Element, context: InlineContext): Block[] {
  const inner = element.children.filter(
    (child): child is Element => child.type === 'element' && child.tagName !== 'br',
  );
  const stanzas = inner.filter((child) =>
    child.children.some(
      (one) => one.type === 'element' && (one.tagName === 'br' || !INLINE.has(one.tagName)),
    ),
  );
  if (stanzas.length > 0 && inner.some((child) => !INLINE.has(child.tagName))) {
    const groups = inner.map((child) => {
      const lines = child.children.filter(
        (one): one is Element => one.type === 'element' && !INLINE.has(one.tagName),
      );
      return lines.length > 0
        ? joinWith(
            lines.map((line) => readInlineNodes(line.children, context)),
            MARK.lineBreak,
          )
        : readInlineNodes(child.children, context);
    });
    return verse(groups);
  }
  const lines = inner.filter((child) => !INLINE.has(child.tagName));
  if (lines.length > 1)
    return verse([
      joinWith(
        lines.map((line) => readInlineNodes(line.children, context)),
        MARK.lineBreak,
      ),
    ]);
  return verse([readInlineNodes(element.children, context)]);
}

function list(element: Element, context: InlineContext): Block[] {
  const items = element.children.filter((child): child is Element => child.type === 'element');
  const notes = items.filter((item) => context.links.notes.has(item));
  if (notes.length > 0) return items.flatMap((item) => noted(item, context));
  const read: Block[][] = [];
  for (const item of items) {
    const blocks = item.tagName === 'li' ? readBlockNodes(item, context) : noted(item, context);
    // A list right inside a list belongs to the item before it.
    if (/^[uo]l$/.test(item.tagName) && read.length > 0) read.at(-1)!.push(...blocks);
    else if (blocks.length > 0) read.push(blocks);
  }
  if (read.length === 0) return [];
  const loose = read.some(
    (item) => item.length > 1 && item.some((block, index) => index > 0 && block.type === 'paragraph'),
  );
  const start = Number(element.properties.start ?? 1);
  const first = Number.isSafeInteger(start) && start >= 0 ? start : 1;
  const ordered = element.tagName === 'ol';
  const marker = MappedText.inserted('', element.position?.start.offset ?? 0);
  const labelled = read.map(
    (blocks, index): ListItem => ({
      label: ordered ? { text: String(first + index), form: 'point' } : { text: '-', form: 'bullet' },
      marker,
      blocks,
    }),
  );
  return [{ type: 'list', ordered, loose, items: labelled }];
}

/** A definition list, in its Markdown form. */
function definitions(element: Element, context: InlineContext): Block[] {
  const rows = element.children.flatMap((child) =>
    child.type === 'element' && child.tagName === 'div' ? child.children : [child],
  );
  const parts = rows.filter((row): row is Element => row.type === 'element');
  if (parts.some((part) => context.links.notes.has(part)))
    return parts.flatMap((part) => noted(part, context));
  const simple = parts.every((part) =>
    part.children.every((child) => child.type !== 'element' || isInline(child)),
  );
  if (!simple) return parts.flatMap((part) => readBlockNodes(part, context));
  const lines = parts.flatMap((part, index) => {
    const text = writeInline(unbroken(readInlineNodes(part.children, context)));
    const line =
      part.tagName === 'dd' ? MappedText.concat([MappedText.inserted(': ', text.originAt(0)), text]) : text;
    return index > 0 && part.tagName === 'dt' && parts[index - 1]!.tagName === 'dd'
      ? [MappedText.empty, line]
      : [line];
  });
  return lines.length === 0 ? [] : [{ type: 'preformatted', lines, form: 'raw' }];
}
