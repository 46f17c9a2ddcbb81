import { millimetres, POINTS_PER_MM } from '../../config/lengths.js';
import type { PdfEdition } from '../../config/schema.js';
import type { Context } from '../../context.js';
import type { Edition } from '../../edition/edition.js';
import { geometryOf, PT } from './page-geometry.js';

/** Room that the running head and the folio take in the margins, as templates/pdf/book.css sets them: lines. */
const HEAD = 1.6;
const FOLIO = 1.95;

/** Warns of margins that the book states and that have no room for what stands in them. */
export function checkMargins(
  { book }: Edition,
  name: string,
  config: PdfEdition,
  { report }: Pick<Context, 'report'>,
): void {
  const leading = geometryOf(config, book.typography, book.language).leading / PT;
  const hasHeads = Object.values(config.runningHeads).some((head) => head !== 'none');
  const wanted = [
    ['top', hasHeads ? HEAD * leading : 0, 'the running heads are'],
    ['bottom', FOLIO * leading, 'the folios are'],
  ] as const;
  for (const [side, points, what] of wanted) {
    const stated = config.margins?.[side];
    if (stated === undefined || millimetres(stated) * POINTS_PER_MM >= points) continue;
    const detail = {
      code: 'narrow-margin',
      reason: `The ${side} margin of the edition “${name}” is ${stated}, and ${what} cut off or left out`,
      note: `Make it at least ${Math.ceil(points / POINTS_PER_MM)}mm.`,
    };
    report.add({
      severity: 'warning',
      ...(book.locate?.(['editions', name, 'margins', side], 'value', detail) ?? detail),
    });
  }
}
