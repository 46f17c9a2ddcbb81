import type { Reset } from './lines/reset-lines.js';
import type { Measured } from './measured.js';
import type { PageOrigin, PlannedBook } from './pages/lay-out.js';
import type { PlaceInput } from './place-pages.js';

/** What one portion of a book holds: how many of its sections, blocks and notes, those laid out late left out. */
export interface Share {
  /** Where they begin among those of the whole book. */
  readonly section: number;
  readonly block: number;
  readonly box: number;
  readonly note: number;
}

/** The work of one portion, its blocks and notes numbered as the portion itself numbers them. */
export interface PortionWork {
  readonly place: PlaceInput;
  readonly origins: readonly PageOrigin[];
  /** Its pages: from, and up to but without. */
  readonly from: number;
  readonly to: number;
}

/** Where each of these portions begins. */
export function sharesOf(portions: readonly Measured[]): Share[] {
  const shares: Share[] = [];
  let next: Share = { section: 0, block: 0, box: 0, note: 0 };
  for (const { sections, blocks, boxes, notes } of portions) {
    shares.push(next);
    next = {
      section: next.section + sections.length,
      block: next.block + blocks.length,
      box: next.box + boxes.length,
      note: next.note + notes.length,
    };
  }
  return shares;
}

/** The measures of a book from those of its portions, in order: later blocks and notes follow the earlier ones. */
export function joinMeasured(portions: readonly Measured[]): Measured {
  const shares = sharesOf(portions);
  let groups = 0;
  const each = <T>(list: (portion: Measured, share: Share) => readonly T[]) =>
    portions.flatMap((portion, k) => list(portion, shares[k]!));
  return {
    sections: each(({ sections }, { block }) =>
      sections.map((section) => ({ ...section, from: section.from + block, to: section.to + block })),
    ),
    blocks: each(({ blocks }) => {
      const first = groups;
      const inBook = (group: number) => {
        groups = Math.max(groups, first + group);
        return first + group;
      };
      return blocks.map((block) =>
        block.keep === undefined && block.table === undefined
          ? block
          : {
              ...block,
              ...(block.keep === undefined ? {} : { keep: inBook(block.keep) }),
              ...(block.table === undefined ? {} : { table: inBook(block.table) }),
            },
      );
    }),
    boxes: each(({ boxes }, { block }) =>
      boxes.map((box) => ({ ...box, from: box.from + block, to: box.to + block })),
    ),
    notes: each(({ notes }) => notes),
    calls: each(({ calls }, { block, note }) =>
      calls.map((call) => ({
        ...call,
        note: call.note + note,
        ...(call.block === undefined ? { inNote: call.inNote! + note } : { block: call.block + block }),
      })),
    ),
    anchors: each(({ anchors }, { block }) =>
      anchors.map(([id, at, line]) => [id, at + block, line] as const),
    ),
    noteAnchors: each(({ noteAnchors }, { note }) =>
      noteAnchors.map(([id, at, line]) => [id, at + note, line] as const),
    ),
    overflows: each(({ overflows }) => overflows),
  };
}

/** Gives each portion its part of what is to be set anew. */
export function divideResets(resets: readonly Reset[], shares: readonly Share[]): Reset[][] {
  return shares.map((share, k) => {
    const next = shares[k + 1];
    const inShare = ({ kind, index }: Reset) => {
      const of = kind === 'around' ? 'box' : 'block';
      return index >= share[of] && (!next || index < next[of]);
    };
    return resets
      .filter(inShare)
      .map((reset) => ({ ...reset, index: reset.index - share[reset.kind === 'around' ? 'box' : 'block'] }));
  });
}

/** Gives each portion its part of the plan. Sections laid out late are in the last one. */
export function divideWork({ place, origins, pages }: PlannedBook, shares: readonly Share[]): PortionWork[] {
  return shares.map((share, k) => {
    const next = shares[k + 1];
    const runs = place.runs.filter(
      ({ section }) => section >= share.section && (!next || section < next.section),
    );
    const after = next && place.runs.find(({ section }) => section >= next.section);
    const to = after?.from ?? pages.length;
    const from = runs[0]?.from ?? to;
    const sections = new Set(runs.map(({ first }) => first));
    return {
      from,
      to,
      place: {
        measure: place.measure,
        moves: place.moves
          .filter(({ box }) => box >= share.box && (!next || box < next.box))
          .map(({ box, after }) => ({ box: box - share.box, after: after - share.block })),
        blanks: place.blanks.filter((id) => sections.has(id)),
        runs: runs.map((run) => ({
          ...run,
          pages: run.pages.map((page) => ({
            ...page,
            ...(page.block === undefined ? {} : { block: page.block - share.block }),
            ...(page.next === undefined ? {} : { next: page.next - share.block }),
            notes: page.notes.map((part) => ({ ...part, note: part.note - share.note })),
          })),
        })),
      },
      origins: origins
        .filter(({ page }) => page >= from && page < to)
        .map((origin) => ({
          ...origin,
          ...(origin.block === undefined ? {} : { block: origin.block - share.block }),
          ...(origin.note === undefined ? {} : { note: origin.note - share.note }),
        })),
    };
  });
}
