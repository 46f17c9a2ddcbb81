import type { PageGeometry } from './types.js';

/** What a page is made of, in CSS pixels. */
export interface PageMeasures {
  /** The finished page. */
  readonly width: number;
  readonly height: number;
  /** From the edges of the finished page to the text. The text area shrinks to whole lines at its foot. */
  readonly top: number;
  readonly bottom: number;
  readonly inner: number;
  readonly outer: number;
  /** Size and line distance of the text; the distance is rounded to whole pixels. */
  readonly size: number;
  readonly leading: number;
  /** Room round the finished page for bleed and marks. */
  readonly around?: number;
}

/** Chromium counts pages in 1/300 inch: 8 px are 25 of these, so that nothing is rounded. */
const SHEET_STEP = 8;

/**
 * Settles where the text area stands on the sheet so that no length is left for Chromium to round: it rounds the
 * sheet to 1/300 inch and the text area to whole pixels, and a page that is one pixel off moves every later one. It
 * draws every line of text at whole pixels too, so that only lines of whole pixels stand equally far apart.
 */
export function pageGeometry(page: PageMeasures): PageGeometry {
  const around = page.around ?? 0;
  const sheet = {
    width: Math.ceil((page.width + 2 * around) / SHEET_STEP) * SHEET_STEP,
    height: Math.ceil((page.height + 2 * around) / SHEET_STEP) * SHEET_STEP,
  };
  const trim = {
    x: (sheet.width - page.width) / 2,
    y: (sheet.height - page.height) / 2,
    width: page.width,
    height: page.height,
  };
  const leading = Math.max(1, Math.round(page.leading));
  const lines = Math.floor((page.height - page.top - page.bottom + 0.01) / leading);
  const height = lines * leading;
  const measure = Math.floor(page.width - page.inner - page.outer);
  const top = Math.round(trim.y + page.top);
  const inner = Math.round(trim.x + page.inner);
  return {
    sheet,
    trim,
    margins: {
      top,
      bottom: sheet.height - top - height,
      inner,
      outer: sheet.width - inner - measure,
    },
    measure,
    height,
    leading,
    lines,
    size: page.size,
  };
}
