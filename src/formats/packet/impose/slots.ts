/** What stands on one side of a leaf: the number of a page, from 1, or a blank. */
export type Slot = number | null;

/**
 * Gives pages 1 to `pages` and the blanks that fill them up to a multiple of `multiple`: at the end, or before
 * the last `closing` pages, so that a back cover stays at the back.
 */
export function fillSlots(pages: number, multiple: number, closing: number): Slot[] {
  const slots: Slot[] = Array.from({ length: pages }, (_, index) => index + 1);
  const blanks: Slot[] = new Array(padTo(pages, multiple) - pages).fill(null);
  const before = closing < pages ? pages - closing : pages;
  return [...slots.slice(0, before), ...blanks, ...slots.slice(before)];
}

/** The next multiple of `multiple`, `pages` itself included. */
export function padTo(pages: number, multiple: number): number {
  return Math.ceil(pages / multiple) * multiple;
}
