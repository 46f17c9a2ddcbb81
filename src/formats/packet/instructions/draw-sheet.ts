import { degrees, grayscale, type PDFFont, type PDFPage } from '@cantoo/pdf-lib';
import type { Plan, Side } from '../impose/plan.js';
import type { Rect } from '../impose/rect.js';

/** Size of the picture of a sheet that is `width` wide, in points. */
export function sheetSize(plan: Plan, width: number): { width: number; height: number } {
  return { width, height: (width * plan.paper.height) / plan.paper.width };
}

/** Draws a side of a sheet in small: the paper, its pages with their numbers, and the fold. */
export function drawSheet(page: PDFPage, font: PDFFont, plan: Plan, side: Side, into: Rect): void {
  const scale = into.width / plan.paper.width;
  page.drawRectangle({ ...into, borderColor: grayscale(0), borderWidth: 0.5 });
  for (const { page: number, trim, turned } of side.places) {
    const width = trim.width * scale;
    const height = trim.height * scale;
    const x = into.x + trim.x * scale;
    const y = into.y + trim.y * scale;
    page.drawRectangle({ x, y, width, height, borderColor: grayscale(0.55), borderWidth: 0.25 });
    const text = number === null ? 'blank' : String(number);
    const size = number === null ? Math.min(7, width / 4) : Math.min(18, height / 3);
    const wide = font.widthOfTextAtSize(text, size);
    // A page that stands on its head is numbered on its head.
    page.drawText(text, {
      x: turned ? x + (width + wide) / 2 : x + (width - wide) / 2,
      y: turned ? y + height / 2 + size * 0.35 : y + height / 2 - size * 0.35,
      size,
      font,
      color: grayscale(number === null ? 0.45 : 0),
      ...(turned ? { rotate: degrees(180) } : {}),
    });
  }
  if (plan.signature > 0) {
    const x = into.x + into.width / 2;
    page.drawLine({
      start: { x, y: into.y - 3 },
      end: { x, y: into.y + into.height + 3 },
      thickness: 0.5,
      color: grayscale(0),
      dashArray: [3, 2],
    });
  }
}
