import type { PdfFile } from '../file/pdf-file.js';
import { number } from './page-boxes.js';

/** Where a link inside the book leads: index of the page, and the height on it in points from its foot. */
export interface Place {
  readonly page: number;
  readonly top: number;
}

/**
 * Lets links inside the book lead to their places. Chromium could do so only within a portion, and it looks for each
 * target on each page, so the engine gives these links addresses of its own (`octavo:` and the anchor).
 */
export function resolveDestinations(
  file: PdfFile,
  pages: readonly number[],
  placeOf: (anchor: string) => Place | undefined,
): void {
  for (let annotation = 1; annotation < file.size; annotation++) {
    if (!file.begins(annotation, '<</Type /Annot')) continue;
    const text = file.text(annotation);
    const action = ACTION.exec(text);
    if (!action) continue;
    const place = placeOf(decodeURIComponent(action[1]!));
    const page = place && pages[place.page];
    // What stands on no page cannot be led to: then the link is text.
    const destination = page ? `/Dest [${page} 0 R /XYZ null ${number(place.top)} null]` : '';
    file.set(annotation, text.replace(action[0], destination));
  }
}

const ACTION = /\/A <<\/Type \/Action\s+\/S \/URI\s+\/URI \(octavo:([^()]*)\)>>/;
