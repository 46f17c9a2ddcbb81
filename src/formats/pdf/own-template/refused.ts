import { OctavoError } from '../../../report/errors.js';
import type { Place } from '../../../report/report.js';

/** The error of a template that cannot be used. */
export function refused(place: Place | undefined, reason: string, note?: string): OctavoError {
  return new OctavoError({
    code: 'template-refused',
    reason,
    ...(place ? { place } : {}),
    note: note ?? 'The handbook says what a template may hold, in the chapter on the page.',
  });
}
