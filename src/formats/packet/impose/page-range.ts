import { usage } from './options.js';

/** A run of pages, from 1; without an end, to the last. */
export interface PageRange {
  readonly from: number;
  readonly to?: number;
}

/** Reads `1-4,7,9-`. Throws a usage error for anything else. */
export function parsePageRanges(text: string): PageRange[] {
  return text.split(',').map((part): PageRange => {
    const found = /^\s*(\d+)\s*(?:([-–])\s*(\d+)?\s*)?$/.exec(part);
    const from = Number(found?.[1]);
    const to = found?.[2] ? (found[3] === undefined ? undefined : Number(found[3])) : from;
    if (!found || from < 1 || (to !== undefined && to < from))
      throw usage(`Unexpected pages “${text}”`, 'Give pages and runs of pages, such as 1-4,7,9-');
    return to === undefined ? { from } : { from, to };
  });
}

/** The pages of some runs, in their order. Throws a usage error for a page that the file does not have. */
export function selectPages(ranges: readonly PageRange[], count: number): number[] {
  return ranges.flatMap(({ from, to = count }) => {
    const beyond = Math.max(from, to);
    if (beyond > count)
      throw usage(`There is no page ${beyond}: the file has ${count} ${count === 1 ? 'page' : 'pages'}`);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
}
