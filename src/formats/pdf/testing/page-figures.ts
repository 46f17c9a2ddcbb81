import type { BlockPart, PrintedPage } from './printed-lines.js';

/** How well the pages of a printed book end. Each list names the places, by page (from 1) and words. */
export interface PageFigures {
  readonly pages: number;
  /** Pages that end inside a chapter. */
  readonly inside: number;
  /** Those of them that no further line has room on, and those that are short, but level with the page they face. */
  readonly full: number;
  readonly level: number;
  /** The others: by how many lines they are short. */
  readonly short: readonly string[];
  /** Pages with two lines of white or more between text and notes. */
  readonly gaps: readonly string[];
  readonly widows: readonly string[];
  readonly orphans: readonly string[];
  /** More than three lines in a row that end with a hyphen. */
  readonly ladders: readonly string[];
  readonly hyphensAtEnds: readonly string[];
  /** Last lines of paragraphs of fewer than four letters, or than six that are the rest of a divided word. */
  readonly syllables: readonly string[];
  /** Headings with less than two lines below them. */
  readonly headings: readonly string[];
  /** Chapters whose last page holds fewer than five lines. */
  readonly scant: readonly string[];
}

const HYPHEN = /[-\u00ad\u2010]\s*$/;

/** Judges the pages of a book by where its letters stand. */
export function pageFigures(given: readonly PrintedPage[]): PageFigures {
  const leading = commonest(
    given.flatMap(({ parts }) =>
      parts
        .filter(({ type }) => type === 'P')
        .flatMap(({ lines }) => lines.slice(1).map(({ y }, k) => Math.round((lines[k]!.y - y) * 2) / 2)),
    ),
  );
  const isNote = ({ type }: BlockPart) => type === 'Note';
  const isHeading = ({ type }: BlockPart) => /^H\d$/.test(type);
  const lowest = (parts: readonly BlockPart[]) =>
    Math.min(...parts.flatMap(({ lines }) => lines.map(({ y }) => y)));
  // The lowest line of text that several pages share: most pages of a book of code may end otherwise.
  const ends = given
    .filter(({ parts, hasHead }) => hasHead && parts.length > 0 && !parts.some(isNote))
    .map(({ parts }) => Math.round(lowest(parts)));
  const foot = Math.min(
    ...ends.filter((y) => ends.filter((other) => other === y).length >= Math.max(2, ends.length / 25)),
  );
  // What stands below the foot is cut off: the line is printed on the next page.
  const pages = given.map((page) => ({
    ...page,
    parts: page.parts
      .map((part) => ({ ...part, lines: part.lines.filter(({ y }) => y > foot - leading * 0.6) }))
      .filter(({ lines }) => lines.length > 0),
  }));

  const where = (page: number, text = '') => `p. ${page + 1}${text && `: ${text.trim().slice(0, 40)}`}`;
  const isBlank = ({ parts, drawn }: PrintedPage) => parts.length === 0 && drawn.length === 0;
  const endsInside = (page: number) => {
    const next = pages.slice(page + 1).find((one) => !isBlank(one));
    return !!next?.hasHead && !isBlank(pages[page]!);
  };

  // Room below the text, in lines, of pages without notes; between text and notes of those with them.
  const gapOf = (page: PrintedPage) => {
    const notes = page.parts.filter(isNote);
    const text = page.parts.filter((part) => !isNote(part));
    if (notes.length === 0 || text.length === 0) return undefined;
    const top = Math.max(...notes.flatMap(({ lines }) => lines.map(({ y }) => y)));
    return lowest(text) - top;
  };
  const leastGap = Math.min(...pages.map((page) => gapOf(page) ?? Number.POSITIVE_INFINITY));
  const rooms = pages.map((page) => {
    const gap = gapOf(page);
    if (gap !== undefined) return gap - leastGap;
    if (page.parts.some(isNote)) return 0;
    const painted = Math.min(
      ...page.drawn.filter(({ bottom }) => bottom > foot - leading).map(({ bottom }) => bottom),
    );
    return Math.max(0, Math.min(lowest(page.parts), painted + leading * 0.3) - foot);
  });
  const shortBy = rooms.map((room) => Math.floor(room / leading + 0.15));
  // Listings have lines of their own height: pages that end in them differ by less than a line.
  const isLevel = (page: number, other: number) =>
    shortBy[page] === shortBy[other] || Math.abs(rooms[page]! - rooms[other]!) < leading * 0.6;
  const hasNotes = pages.map(({ parts }) => parts.some(isNote));
  let inside = 0;
  let full = 0;
  let level = 0;
  const short: string[] = [];
  const gaps: string[] = [];
  pages.forEach((_, page) => {
    if (!endsInside(page)) return;
    inside++;
    if (hasNotes[page] && shortBy[page]! > 1) gaps.push(`${where(page)} (${shortBy[page]})`);
    const other = page % 2 === 1 ? page + 1 : page - 1;
    if (shortBy[page] === 0) full++;
    else if (hasNotes[page]) level++;
    else if (endsInside(other) && !hasNotes[other] && isLevel(page, other)) level++;
    else short.push(`${where(page)} (${shortBy[page]})`);
  });

  const blocks = new Map<number, { page: number; part: BlockPart }[]>();
  pages.forEach(({ parts }, page) => {
    for (const part of parts) blocks.set(part.block, [...(blocks.get(part.block) ?? []), { page, part }]);
  });
  const widows: string[] = [];
  const orphans: string[] = [];
  const ladders: string[] = [];
  const hyphensAtEnds: string[] = [];
  const syllables: string[] = [];
  const headings: string[] = [];
  for (const on of blocks.values()) {
    const { page, part } = on[0]!;
    if (part.type !== 'P' && part.type !== 'LI') continue;
    const end = on.at(-1)!;
    if (on.length > 1) {
      if (part.lines.length === 1) orphans.push(where(page, part.lines[0]!.text));
      if (end.part.lines.length === 1) widows.push(where(end.page, end.part.lines[0]!.text));
      for (const { page: at, part: before } of on.slice(0, -1))
        if (HYPHEN.test(before.lines.at(-1)!.text)) hyphensAtEnds.push(where(at, before.lines.at(-1)!.text));
    }
    const lines = on.flatMap((one) => one.part.lines.map(({ text }) => ({ text, page: one.page })));
    let run = 0;
    for (const { text, page: at } of lines) {
      run = HYPHEN.test(text) ? run + 1 : 0;
      if (run === 4) ladders.push(where(at, text));
    }
    const last = lines.at(-1)!;
    const letters = last.text.replace(/[^\p{L}\p{N}]/gu, '').length;
    const isRest = letters < 6 && HYPHEN.test(lines.at(-2)?.text ?? '') && !/\s/.test(last.text.trim());
    if (lines.length > 1 && (isRest || letters < 4)) syllables.push(where(last.page, last.text));
  }
  pages.forEach(({ parts, drawn }, page) => {
    if (!endsInside(page)) return;
    const all = parts.filter((part) => !isNote(part));
    for (const part of all.filter(isHeading)) {
      const y = part.lines.at(-1)!.y;
      const below = all
        .filter((other) => !isHeading(other))
        .flatMap(({ lines }) => lines.filter((line) => line.y < y - 2)).length;
      const isAbovePicture = drawn.some(({ bottom, top }) => bottom < y && top - bottom > leading);
      if (below < 2 && !isAbovePicture) headings.push(where(page, part.lines[0]!.text));
    }
  });
  const scant = pages.flatMap((page, at) => {
    if (
      endsInside(at) ||
      !page.hasHead ||
      isBlank(page) ||
      page.drawn.some(({ bottom, top }) => top - bottom > leading)
    )
      return [];
    const count = page.parts.reduce((sum, { lines }) => sum + lines.length, 0);
    return count < 5 ? [`${where(at)} (${count})`] : [];
  });
  return {
    pages: pages.length,
    inside,
    full,
    level,
    short,
    gaps,
    widows,
    orphans,
    ladders,
    hyphensAtEnds,
    syllables,
    headings,
    scant,
  };
}

function commonest(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0];
}
