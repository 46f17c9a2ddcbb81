import type { Layout } from '../../paginate/types.js';
import type { Finished } from './finish.js';

/** What the printed file shows to be otherwise than planned, in sentences; nothing for a good one. */
export function faultsOf({ pages, faults }: Finished, layout: Layout): string[] {
  const found: string[] = [];
  if (pages !== layout.pages.length) {
    found.push(`${pages} pages were printed of the ${layout.pages.length} laid out`);
  }
  for (const { call, note, callPage, notePage } of faults.notes) {
    // Where the notes before it fill the page a note must wait, as it was laid out to do.
    const planned = layout.spots.get(note)?.page;
    if (planned === notePage && planned !== layout.spots.get(call)?.page) continue;
    found.push(`The note ${note} is on page ${notePage + 1}, its call on page ${callPage + 1}`);
  }
  for (const { id, laidOut, printed } of faults.headings) {
    found.push(`The heading ${id} is on page ${printed + 1} instead of ${laidOut + 1}`);
  }
  return found;
}
