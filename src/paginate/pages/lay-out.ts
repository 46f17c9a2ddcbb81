import type { Measured, MeasuredBlock } from '../measured.js';
import type { PlacedNote, PlacedPage, PlacedRun, PlaceInput } from '../place-pages.js';
import type { LaidLine, LaidPage, PageGeometry, Spot } from '../types.js';
import type { BrokenPage } from './break-input.js';
import { type FloatedRun, floatBoxes, withMove } from './float-boxes.js';
import { countedAs, roman } from './numbering.js';
import { type BrokenRun, pagesAfter } from './reset.js';
import { makeRuns, type Run } from './runs.js';

/** Where a page begins, as the page itself can find it. */
export interface PageOrigin {
  readonly page: number;
  readonly block?: number;
  readonly note?: number;
  readonly line: number;
}

/** Everything that follows from the measures alone. */
export interface PlannedBook {
  readonly pages: readonly LaidPage[];
  readonly anchors: ReadonlyMap<string, number>;
  readonly tops: ReadonlyMap<string, number>;
  readonly spots: ReadonlyMap<string, Spot>;
  readonly origins: readonly PageOrigin[];
  readonly feet: readonly string[];
  readonly lines: readonly (readonly LaidLine[])[];
  readonly place: PlaceInput;
  readonly runs: readonly BrokenRun[];
}

/**
 * Breaks every run into pages, one after the other, numbers them, and says where everything stands. With `before` the
 * pages are those of an earlier plan, whose paragraphs are set meanwhile as its pages wanted them.
 */
export function layOut(
  measured: Measured,
  geometry: PageGeometry,
  gap: number,
  before?: PlannedBook,
): PlannedBook {
  const full = geometry.lines * geometry.leading;
  const pages: LaidPage[] = [];
  const anchors = new Map<string, number>();
  const tops = new Map<string, number>();
  const spots = new Map<string, Spot>();
  const origins: PageOrigin[] = [];
  const lines = new Map<number, LaidLine[]>();
  const feet: string[] = [];
  const placed: PlacedRun[] = [];
  const moves: PlaceInput['moves'][number][] = [];
  const blanks: string[] = [];
  const counted = countedAs(measured.sections.map((section) => section.folios));
  const pageOfLine = new Map<number, number[]>();
  const yOfLine = new Map<number, number[]>();
  const notePages = new Map<number, { page: number; line: number; y: number }[]>();
  let style: 'roman' | 'arabic' | undefined;
  let number = 0;
  const label = () => (style === 'roman' ? roman(number) : String(number));

  const runs: BrokenRun[] = [];
  for (const given of makeRuns(measured, full, geometry.leading)) {
    let run = given;
    const section = measured.sections[run.sections[0]!]!;
    const counting = counted[run.sections[0]!]!;
    const restarts = style !== counting && (style === undefined || counting === 'arabic');
    const opening = pages.length;
    if ((section.opening === 'recto' || restarts) && pages.length % 2 === 1) {
      blanks.push(section.id);
      number++;
      pages.push({
        side: 'verso',
        kind: 'blank',
        section: section.id,
        label: label(),
        numbering: 'none',
        headings: [],
        current: {},
        opened: {},
      });
    }
    if (restarts) number = 0;
    style = counting;
    const settings = {
      height: full,
      leading: geometry.leading,
      gap,
      side: pages.length % 2 === 0 ? 'recto' : 'verso',
      sink: run.sink,
    } as const;
    const earlier = before?.runs[runs.length];
    let floated: FloatedRun;
    if (earlier) {
      for (const move of earlier.moves) run = withMove(run, measured, move);
      floated = { run, pages: pagesAfter(earlier, run), moves: earlier.moves };
    } else floated = floatBoxes(run, measured, settings);
    runs.push(floated);
    run = floated.run;
    const broken = floated.pages;
    const moved = new Set(
      floated.moves.flatMap(({ box }) => {
        const { from, to } = measured.boxes[box]!;
        return Array.from({ length: to - from }, (_, k) => from + k);
      }),
    );
    let current: Record<number, string> = {};
    let word: string | undefined;
    let sectionId = section.id;
    broken.forEach((page, k) => {
      number++;
      const index = pages.length;
      const headings: string[] = [];
      let opened: Record<number, string> = current;
      const words: string[] = [];
      const first = page.from < page.to ? measured.blocks[run.blockOf[page.from]!]! : undefined;
      const origin =
        (first && page.from < page.to ? run.input.lines[page.from]!.top : 0) -
        (k === 0 ? run.sink : 0) -
        (run.input.lines[page.from]?.repeat && k > 0 ? run.input.lines[page.from]!.repeat! : 0);
      for (let line = page.from; line < page.to; line++) {
        const block = run.blockOf[line]!;
        for (const s of run.sections)
          if (measured.sections[s]!.from === block && run.lineOf[line] === 0) {
            if (line === page.from || sectionId === section.id) sectionId = measured.sections[s]!.id;
            if (measured.sections[s]!.id !== section.id) current = {};
            word = undefined;
          }
        const { kind, level, id, guides } = measured.blocks[block]!;
        if (guides && run.lineOf[line] === 0) {
          // A page that goes on with an entry begins with its word.
          if (words.length === 0 && line > page.from && word !== undefined) words.push(word);
          words.push(...guides);
          word = words.at(-1);
        }
        if (kind === 'heading' && run.lineOf[line] === 0 && id !== undefined) {
          headings.push(id);
          current = Object.fromEntries(Object.entries(current).filter(([other]) => Number(other) < level!));
          current[level!] = id;
        }
        // Headings that hold for the first line of the page, then those that come on it.
        opened = line === page.from ? { ...current } : { ...current, ...opened };
        push(pageOfLine, block, index);
        push(yOfLine, block, run.input.lines[line]!.top - origin);
        const height = run.input.lines[line]!.bottom - run.input.lines[line]!.top;
        if (isRunningText(measured.blocks[block]!)) {
          // What stands above the first line of a block belongs to the block, not to the line.
          const above = run.lineOf[line] === 0 && height > geometry.leading ? height - geometry.leading : 0;
          push(lines, index, {
            top: run.input.lines[line]!.top - origin + above,
            section: sectionOf(measured, run, block),
          });
        }
      }
      if (words.length === 0 && word !== undefined) words.push(word);
      pages.push({
        side: index % 2 === 0 ? 'recto' : 'verso',
        kind: k === 0 ? 'opener' : page.from === page.to ? 'notes' : 'text',
        section: sectionId,
        label: label(),
        numbering: section.folios,
        headings,
        current: { ...current },
        opened,
        ...(words.length ? { words: { first: words[0]!, last: words.at(-1)! } } : {}),
      });
      let y = geometry.height - 2 - page.foot;
      for (const { note: called, from, to } of page.notes) {
        const note = run.noteOf[called]!;
        const { id, bottoms } = measured.notes[note]!;
        feet.push(id);
        const list = notePages.get(note) ?? [];
        list.push({ page: index, line: from, y });
        notePages.set(note, list);
        const start = from ? bottoms[from - 1]! : 0;
        if (from === 0) {
          anchors.set(id, index);
          spots.set(id, {
            page: index,
            x: 0,
            y,
            width: geometry.measure,
            height: bottoms[to - 1]!,
          });
        }
        y += bottoms[to - 1]! - start;
      }
      // What a picture stands behind that was moved is read before the picture.
      let opens = page.from;
      while (opens + 1 < page.to && moved.has(run.blockOf[opens]!)) opens++;
      if (page.from < page.to)
        origins.push({ page: index, block: run.blockOf[opens]!, line: run.lineOf[opens]! });
      else if (page.notes[0])
        origins.push({ page: index, note: run.noteOf[page.notes[0].note]!, line: page.notes[0].from });
    });
    for (const s of run.sections)
      if (!anchors.has(measured.sections[s]!.id)) {
        const at = measured.sections[s]!;
        anchors.set(at.id, at.from < at.to ? pageOfLine.get(at.from)![0]! : pages.length - 1);
      }
    placed.push(placedRun(run, broken, measured, geometry, opening));
    for (const { box, past } of floated.moves) moves.push({ box, after: measured.boxes[box]!.to + past - 1 });
  }
  for (const [id, block, line] of measured.anchors) {
    anchors.set(id, pageOfLine.get(block)?.[line] ?? 0);
    tops.set(id, yOfLine.get(block)?.[line] ?? 0);
  }
  const inNote = (note: number, line: number) => {
    const list = notePages.get(note);
    return list?.findLast((part) => part.line <= line) ?? list?.[0];
  };
  for (const [id, note, line] of measured.noteAnchors) {
    const at = inNote(note, line);
    if (!at) continue;
    const { bottoms } = measured.notes[note]!;
    const topOf = (k: number) => (k ? bottoms[k - 1]! : 0);
    anchors.set(id, at.page);
    tops.set(id, at.y + topOf(line) - topOf(at.line));
  }
  for (const call of measured.calls) {
    if (!call.id) continue;
    const size = { x: call.x, width: call.width, height: call.height };
    if (call.block !== undefined) {
      const page = pageOfLine.get(call.block)?.[call.line];
      const block = measured.blocks[call.block]!;
      const lineTop = call.line ? block.bottoms[call.line - 1]! - block.top : 0;
      if (page !== undefined)
        spots.set(call.id, { page, ...size, y: yOfLine.get(call.block)![call.line]! + call.y - lineTop });
    } else {
      const at = inNote(call.inNote!, call.line);
      const { bottoms } = measured.notes[call.inNote!]!;
      if (at)
        spots.set(call.id, {
          page: at.page,
          ...size,
          y: at.y + call.y - (at.line ? bottoms[at.line - 1]! : 0),
        });
    }
  }
  return {
    pages,
    anchors,
    tops,
    spots,
    origins,
    feet,
    lines: pages.map((_, index) => lines.get(index) ?? []),
    place: { moves, runs: placed, blanks, measure: geometry.measure },
    runs,
  };
}

function isRunningText({ kind, added, table }: MeasuredBlock): boolean {
  return (kind === 'text' || kind === 'verse') && table === undefined && !added;
}

function sectionOf(measured: Measured, run: Run, block: number): string {
  const at = run.sections.find(
    (s) => block >= measured.sections[s]!.from && block < measured.sections[s]!.to,
  );
  return measured.sections[at ?? run.sections[0]!]!.id;
}

function push<T>(map: Map<number, T[]>, key: number, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function placedRun(
  run: Run,
  broken: readonly BrokenPage[],
  measured: Measured,
  geometry: PageGeometry,
  from: number,
): PlacedRun {
  const pages = broken.map((page): PlacedPage => {
    const notes = page.notes.map(({ note: called, from: first, to }): PlacedNote => {
      const note = run.noteOf[called]!;
      return { note, from: first, ...(to < measured.notes[note]!.bottoms.length ? { to } : {}) };
    });
    const rest = { left: geometry.height - page.body, foot: page.foot, notes };
    const more = page.to < run.blockOf.length;
    if (page.from === page.to) return { more, ...rest };
    const last = page.to - 1;
    const inside = more && run.blockOf[last] === run.blockOf[page.to];
    return {
      block: run.blockOf[last]!,
      line: run.lineOf[last]!,
      more,
      ...(inside ? { inside } : more ? { next: run.blockOf[page.to]! } : {}),
      ...rest,
    };
  });
  return {
    section: run.sections[0]!,
    from,
    first: measured.sections[run.sections[0]!]!.id,
    last: measured.sections[run.sections[run.sections.length - 1]!]!.id,
    pages,
  };
}
