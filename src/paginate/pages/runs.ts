import type { Reset } from '../lines/reset-lines.js';
import type { Measured, MeasuredBlock } from '../measured.js';
import type { BreakInput, FootNote, TextLine } from './break-input.js';
import { loosePlaces } from './loose-places.js';

/** Sections that fill pages together: one, and those that run on below it. */
export interface Run {
  /** Indices into `Measured.sections`. */
  readonly sections: readonly number[];
  readonly input: BreakInput;
  /** Block and line of each line of `input`. */
  readonly blockOf: readonly number[];
  readonly lineOf: readonly number[];
  /** Index into `Measured.notes` of each note of `input`. */
  readonly noteOf: readonly number[];
  /** What each loose place of `input` is. */
  readonly looseOf: readonly Omit<Reset, 'by'>[];
  /** Space above the first line. */
  readonly sink: number;
}

/** Lines of a paragraph that must stay together at its beginning and at its end. */
const ORPHANS = 2;
const WIDOWS = 2;
/** A table that takes no more than this part of a page stays whole. */
const SMALL_TABLE = 0.25;
/** What page ends cost that are lawful but not good, in the measure of `breakPages`. */
const AFTER = {
  hyphen: 60,
  stanza: 400,
  code: 120,
  codeGap: 20,
  longStanza: 60,
  leadIn: 300,
  signed: 3000,
  /** A list, a quotation or a listing of which a single line stays, or goes. */
  boxLine: 300,
} as const;
const NEVER = Number.POSITIVE_INFINITY;

/** Groups and tables that are not to be divided. */
interface Undivided {
  readonly keeps: ReadonlySet<number>;
  readonly tables: ReadonlySet<number>;
}

/** What a page end after a line of a block costs; `blocks` are those of the whole text, `index` the block's own. */
function costAfter(
  blocks: readonly MeasuredBlock[],
  index: number,
  line: number,
  isLast: boolean,
  { keeps, tables }: Undivided,
): number {
  const block = blocks[index]!;
  const previous = blocks[index - 1];
  const next = isLast ? undefined : blocks[index + 1];
  const count = block.bottoms.length;
  const left = count - line - 1;
  if (left > 0) {
    if (block.kind === 'heading' || (block.keep !== undefined && keeps.has(block.keep))) return NEVER;
    // In a table there is a listing, or a caption, which is not divided.
    if (block.table !== undefined && (block.kind !== 'code' || tables.has(block.table))) return NEVER;
    if (line + 1 < ORPHANS || left < WIDOWS) return NEVER;
    if (block.kind === 'code') {
      // An empty line makes the line after it as high as two.
      const height = (k: number) => block.bottoms[k]! - (k ? block.bottoms[k - 1]! : block.top);
      return height(line + 1) > height(line) * 1.5 ? AFTER.codeGap : AFTER.code;
    }
    const hyphen = block.hyphens?.includes(line) ? AFTER.hyphen : 0;
    if (block.kind === 'verse') return count > 16 ? AFTER.longStanza : AFTER.stanza;
    return hyphen;
  }
  if (!next) return 0;
  if (block.keep !== undefined && block.keep === next.keep && keeps.has(block.keep)) return NEVER;
  if (block.kind === 'heading' || block.kind === 'head-row' || block.kind === 'term') return NEVER;
  if (count === 1 && previous?.kind === 'heading') return NEVER;
  if (block.table !== undefined && block.table === next.table) {
    // A caption stands with its table; neither the first row nor the last stands alone.
    const isBetweenRows = block.kind === 'row' && next.kind === 'row';
    if (!isBetweenRows || tables.has(block.table)) return NEVER;
    const isFirst = previous?.table !== block.table || previous.kind !== 'row';
    const isBeforeLast = blocks[index + 2]?.table !== block.table;
    return isFirst || isBeforeLast ? NEVER : 0;
  }
  if (block.signed) return AFTER.signed;
  if (block.leads) return AFTER.leadIn;
  return 0;
}

/** The text of a run as lines with the costs of page ends, its notes in the order in which they come. */
export function makeRuns(measured: Measured, height: number, leading: number): readonly Run[] {
  const groups: number[][] = [];
  measured.sections.forEach((section, index) => {
    if (section.opening === 'run-on' && groups.length > 0) groups[groups.length - 1]!.push(index);
    else groups.push([index]);
  });
  const callsByBlock = new Map<number, { line: number; note: number }[]>();
  const callsByNote = new Map<number, { line: number; note: number }[]>();
  for (const call of measured.calls) {
    if (call.again) continue;
    const [map, key] =
      call.block === undefined
        ? ([callsByNote, call.inNote!] as const)
        : ([callsByBlock, call.block] as const);
    const list = map.get(key) ?? [];
    list.push({ line: call.line, note: call.note });
    map.set(key, list);
  }
  const undivided: Undivided = {
    keeps: groupsWithin(measured.blocks, 'keep', height),
    tables: groupsWithin(measured.blocks, 'table', height * SMALL_TABLE),
  };

  return groups.map((sections) => {
    const from = measured.sections[sections[0]!]!.from;
    const to = measured.sections[sections[sections.length - 1]!]!.to;
    const lines: TextLine[] = [];
    const blockOf: number[] = [];
    const lineOf: number[] = [];
    const notes: FootNote[] = [];
    const noteOf: number[] = [];
    const addNote = (index: number, line: number, within?: FootNote['within']) => {
      const at = notes.length;
      notes.push({ line, bottoms: measured.notes[index]!.bottoms, ...(within ? { within } : {}) });
      noteOf.push(index);
      for (const inner of callsByNote.get(index) ?? [])
        addNote(inner.note, line, { note: at, line: inner.line });
    };
    for (let b = from; b < to; b++) {
      const block = measured.blocks[b]!;
      const isLast = b + 1 === to;
      const next = isLast ? undefined : measured.blocks[b + 1];
      const previous = b > from ? measured.blocks[b - 1] : undefined;
      const calls = callsByBlock.get(b);
      block.bottoms.forEach((bottom, line) => {
        const inside = line < block.bottoms.length - 1;
        const repeat =
          line === 0 && block.kind === 'row' && previous?.table === block.table ? block.repeat : undefined;
        for (const call of calls ?? []) if (call.line === line) addNote(call.note, lines.length);
        lines.push({
          top: line ? block.bottoms[line - 1]! : block.top,
          bottom,
          after: costAfter(measured.blocks, b, line, isLast, undivided),
          ...(!inside && next?.forced ? { forced: true } : {}),
          ...(repeat ? { repeat } : {}),
          ...(block.spare ? { spare: block.spare } : {}),
        });
        blockOf.push(b);
        lineOf.push(line);
      });
    }
    const sink = from < to ? measured.blocks[from]!.top - measured.sections[sections[0]!]!.top : 0;
    for (const box of measured.boxes) {
      if (box.from < from || box.to > to) continue;
      const first = blockOf.indexOf(box.from);
      const last = blockOf.lastIndexOf(box.to - 1);
      if (last - first < 2) continue;
      for (const line of [first, last - 1])
        lines[line] = { ...lines[line]!, after: lines[line]!.after + AFTER.boxLine };
    }
    const { loose, looseOf } = loosePlaces(measured, { from, to }, blockOf, leading);
    return { sections, input: { lines, notes, loose }, blockOf, lineOf, noteOf, looseOf, sink };
  });
}

/** Groups of blocks that are no higher than this. */
function groupsWithin(
  blocks: readonly MeasuredBlock[],
  group: 'keep' | 'table',
  height: number,
): ReadonlySet<number> {
  const tops = new Map<number, number>();
  const fit = new Set<number>();
  for (const { [group]: key, top, bottoms } of blocks) {
    if (key === undefined) continue;
    if (!tops.has(key)) tops.set(key, top);
    if (bottoms[bottoms.length - 1]! - tops.get(key)! <= height) fit.add(key);
    else fit.delete(key);
  }
  return fit;
}
