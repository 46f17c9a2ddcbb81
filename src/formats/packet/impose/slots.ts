/** What stands on one side of a leaf: the number of a page, from 1, or a blank. */
export type Slot = number | null;

/**
 * Gives pages 1 to `pages` and the blanks that fill them up to a multiple of `multiple`: at the end, or before
 * the last page where that is the back cover.
 */
export function fillSlots(pages: number, multiple: number, backCover: boolean): Slot[] {
  const slots: Slot[] = Array.from({ length: pages }, (_, index) => index + 1);
  const blanks: Slot[] = new Array(padTo(pages, multiple) - pages).fill(null);
  return backCover && pages > 1
    ? [...slots.slice(0, -1), ...blanks, ...slots.slice(-1)]
    : [...slots, ...blanks];
}

/** The next multiple of `multiple`, `pages` itself included. */
export function padTo(pages: number, multiple: number): number {
  return Math.ceil(pages / multiple) * multiple;
}
