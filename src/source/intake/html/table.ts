import type { Element, Parents } from 'hast';
import type { Block } from '../../block.js';
import { MappedText } from '../../mapped-text.js';
import { MARK } from '../../marks.js';
import { writeInline } from '../../write-inline.js';
import { type InlineContext, readInlineNodes } from './inline.js';
import { all } from './main-text.js';
import { INLINE } from './visible-text.js';

type ReadBlocks = (parent: Parents, context: InlineContext) => Block[];

/** A table of data as a table; one that only lays out the page as the blocks that stand in it. */
export function readTable(table: Element, context: InlineContext, readBlocks: ReadBlocks): Block[] {
  const rows = all(table, (element) => element.tagName === 'tr').map((row) =>
    row.children.filter(
      (child): child is Element => child.type === 'element' && /^t[hd]$/.test(child.tagName),
    ),
  );
  const caption = all(table, (element) => element.tagName === 'caption').flatMap((one) =>
    readBlocks(one, context),
  );
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const isData =
    columns > 1 &&
    rows.length > 1 &&
    rows.flat().every(isShort) &&
    !all(table, (one) => one.tagName === 'table').length;
  if (!isData) return [...caption, ...rows.flat().flatMap((cell) => readBlocks(cell, context))];
  const [head, ...body] = rows.map((row) => {
    const cells = row.map((cell) => cellText(cell, context));
    const filled = [...cells, ...Array.from({ length: columns - cells.length }, () => MappedText.empty)];
    return MappedText.concat([
      '| ',
      ...filled.flatMap((cell, index) => (index === 0 ? [cell] : [' | ', cell])),
      ' |',
    ]);
  });
  const rule = MappedText.inserted(`|${' --- |'.repeat(columns)}`, head!.originAt(0));
  return [...caption, { type: 'preformatted', lines: [head!, rule, ...body], form: 'raw' }];
}

const isShort = (cell: Element) =>
  cell.children.filter((child) => child.type === 'element' && !INLINE.has(child.tagName)).length <= 1 &&
  all(cell, (one) => /^(?:ul|ol|pre|blockquote|h[1-6])$/.test(one.tagName)).length === 0;

function cellText(cell: Element, context: InlineContext): MappedText {
  const content = cell.children.flatMap((child) =>
    child.type === 'element' && !INLINE.has(child.tagName) ? child.children : [child],
  );
  const words = readInlineNodes(content, context).replace(new RegExp(MARK.lineBreak, 'g'), () => ' ');
  return writeInline(words).replace(/\|/g, () => '\\|');
}
