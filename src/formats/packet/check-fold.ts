import { millimetres } from '../../config/lengths.js';
import type { PacketEdition } from '../../config/schema.js';
import type { Context } from '../../context.js';
import { type Detail, EXIT, OctavoError } from '../../report/errors.js';
import type { FormatInput } from '../format.js';
import type { ImposeRequest } from './impose/impose-pdf.js';
import { planImposition } from './impose/plan.js';
import { trimOf } from './trim-of.js';

/** What most printers leave white at the edge of a sheet, in millimetres. */
const UNPRINTABLE = 5;

/**
 * Finds out before anything is laid out whether the pages fit on the paper.
 * @throws OctavoError that names the edition where they do not.
 */
export function checkFold(
  { edition, name, config }: FormatInput<PacketEdition>,
  request: ImposeRequest | undefined,
  context: Pick<Context, 'report'>,
): void {
  const { book } = edition;
  const placed = (path: readonly string[], detail: Detail): Detail =>
    book.locate?.(['editions', name, ...path], 'value', detail) ?? detail;
  try {
    if (request) planImposition(1, request(trimOf(config)));
  } catch (error) {
    if (!(error instanceof OctavoError)) throw error;
    const [first] = error.details;
    const detail = { ...first, reason: `${first.reason} (edition “${name}”)` };
    throw new OctavoError(placed([], detail), EXIT.usage, { cause: error });
  }
  const narrow = Object.entries(config.margins ?? {}).filter(
    ([side, margin]) => side !== 'inner' && margin !== undefined && millimetres(margin) < UNPRINTABLE,
  );
  for (const [side, margin] of narrow)
    context.report.add({
      severity: 'warning',
      ...placed(['margins', side], {
        code: 'narrow-margin',
        reason: `The ${side} margin of the edition “${name}” is ${margin}, and most printers print nothing within ${UNPRINTABLE} mm of the edge`,
        note: 'Make it wider, or print on larger paper and cut it.',
      }),
    });
}
