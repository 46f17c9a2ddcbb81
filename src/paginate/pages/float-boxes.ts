import type { Measured } from '../measured.js';
import type { BreakSettings, BrokenPage } from './break-input.js';
import { breakPagesAtCost } from './break-pages.js';
import type { Run } from './runs.js';

/** A picture that has moved down past paragraphs, so that the page it had no room on is full. */
export interface FloatMove {
  /** Index into `Measured.boxes`. */
  readonly box: number;
  /** How many blocks it has passed. */
  readonly past: number;
}

/** A run with its pictures where they stand well, and its pages. */
export interface FloatedRun {
  readonly run: Run;
  readonly pages: readonly BrokenPage[];
  readonly moves: readonly FloatMove[];
}

/** White at a page's foot that a picture is moved for, in lines, and what it costs to move it. */
const WHITE = 2.5;
const MOVE = 100;

/**
 * Breaks a run into pages. Where a picture that has no room on a page would leave white there, the paragraphs after
 * it come before it, if the pages are better so: it stays behind what it stood behind, and before the next heading,
 * picture or other box.
 */
export function floatBoxes(given: Run, measured: Measured, settings: BreakSettings): FloatedRun {
  let run = given;
  let { pages, cost } = breakPagesAtCost(run.input, settings);
  const moves: FloatMove[] = [];
  const floating = new Map<number, number>();
  for (const [box, { from, floats }] of measured.boxes.entries()) if (floats > 0) floating.set(from, box);
  for (let k = 0; k + 1 < pages.length; k++) {
    const { to, body, foot } = pages[k]!;
    // A picture takes the headings above it along.
    let next = to;
    while (next + 1 < run.blockOf.length && measured.blocks[run.blockOf[next]!]!.kind === 'heading') next++;
    const block = run.blockOf[next];
    const box = block === undefined || run.lineOf[next] !== 0 ? undefined : floating.get(block);
    const room = settings.height - body - (foot ? foot + settings.gap : 0);
    if (box === undefined || room < WHITE * settings.leading) continue;
    floating.delete(block!);
    let best: { move: FloatMove; run: Run; pages: readonly BrokenPage[]; cost: number } | undefined;
    for (const past of distances(measured, box, room)) {
      const move = { box, past };
      const moved = withMove(run, measured, move);
      const tried = breakPagesAtCost(moved.input, settings);
      if (tried.cost + MOVE < (best?.cost ?? cost)) best = { move, run: moved, ...tried };
    }
    if (!best) continue;
    ({ run, pages, cost } = best);
    moves.push(best.move);
  }
  return { run, pages, moves };
}

/** How many blocks a box has to pass for the room before it to be filled: all but, or all and a little more. */
function distances({ boxes, blocks }: Measured, box: number, room: number): number[] {
  const { to, floats } = boxes[box]!;
  const heightOf = (past: number) => blocks[to + past - 1]!.bottoms.at(-1)! - blocks[to]!.top;
  const first =
    Array.from({ length: floats }, (_, k) => k + 1).findIndex((past) => heightOf(past) >= room) + 1;
  if (first === 0) return [floats];
  return [first - 1, first, first + 1].filter((past) => past > 0 && past <= floats);
}

/** The run with one of its boxes behind the blocks that followed it. */
export function withMove(run: Run, { boxes }: Measured, { box, past }: FloatMove): Run {
  const { from, to } = boxes[box]!;
  const a = run.blockOf.indexOf(from);
  const b = run.blockOf.indexOf(to);
  const last = run.blockOf.indexOf(to + past - 1);
  const c = run.blockOf.findIndex((block, line) => line >= last && block !== to + past - 1);
  const { lines, notes, loose = [] } = run.input;
  const swapped = <T>(list: readonly T[]) => [
    ...list.slice(0, a),
    ...list.slice(b, c),
    ...list.slice(a, b),
    ...list.slice(c),
  ];
  /** Where a line stands now. */
  const now = (line: number) =>
    line >= a && line < b ? line + c - b : line >= b && line < c ? line - (b - a) : line;
  // Room above a box and below it goes with it.
  const up = lines[b]!.top - lines[a - 1]!.bottom;
  const down = lines[c]!.top - lines[b]!.top;
  const shifted = lines.map((line, k) => {
    const by = k >= a && k < b ? down : k >= b && k < c ? -up : 0;
    return by ? { ...line, top: line.top + by, bottom: line.bottom + by } : line;
  });
  const places = loose
    .map((place, k) => {
      const { kind, index } = run.looseOf[k]!;
      const isOwn = kind === 'around' && index === box;
      const first = isOwn ? now(a) - 1 : now(place.from);
      return { place: { ...place, from: first, to: first + place.to - place.from }, of: run.looseOf[k]! };
    })
    .sort((one, other) => one.place.from - other.place.from);
  return {
    ...run,
    input: {
      lines: swapped(shifted),
      notes: notes.map((note) => ({ ...note, line: now(note.line) })),
      loose: places.map(({ place }) => place),
    },
    looseOf: places.map(({ of }) => of),
    blockOf: swapped(run.blockOf),
    lineOf: swapped(run.lineOf),
  };
}
