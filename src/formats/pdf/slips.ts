import type { Layout, Spare } from '../../paginate/types.js';
import type { Finished } from './finish.js';

/** Pages among which one was printed otherwise than it was laid out: from, up to and with. */
export interface Slip {
  readonly from: number;
  readonly to: number;
  /** The call or heading that shows it, if one does. */
  readonly anchor?: string;
}

/**
 * Finds where the printed file slips: calls and headings are printed where they were laid out up to a page, and
 * further on from it.
 */
export function slipsOf({ pages, places, faults }: Finished, { anchors, pages: laidOut }: Layout): Slip[] {
  const found = [...places]
    .flatMap(([anchor, printed]) => {
      const planned = anchors.get(anchor);
      return planned === undefined ? [] : [{ anchor, planned, by: printed - planned }];
    })
    .sort((a, b) => a.planned - b.planned || a.by - b.by);
  const slips: Slip[] = [];
  let last = { planned: 0, by: 0 };
  for (const at of found) {
    if (at.by !== last.by) slips.push({ from: last.planned, to: at.planned, anchor: at.anchor });
    last = at;
  }
  if (pages - laidOut.length !== last.by) slips.push({ from: last.planned, to: laidOut.length - 1 });
  for (const { call } of faults.notes) {
    const page = anchors.get(call);
    if (page !== undefined) slips.push({ from: page, to: page, anchor: call });
  }
  return slips;
}

/** The blocks of these pages, each to leave so much of its page free when they are laid out once more. */
export function sparesOf(slips: readonly Slip[], { blocks }: Layout, height: number): Spare[] {
  return slips.map(({ from, to }) => ({
    from: blocks.findLast((block, page) => block !== undefined && page <= from) ?? 0,
    to: blocks.find((block, page) => block !== undefined && page > to) ?? Number.POSITIVE_INFINITY,
    height,
  }));
}
