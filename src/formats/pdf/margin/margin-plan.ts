import type { PdfEdition } from '../../../config/schema.js';
import type { LaidPage, Layout, PageGeometry } from '../../../paginate/types.js';

/** A number beside a line of text; lengths are in pixels from the upper left corner of the sheet. */
export interface LineNumber {
  readonly number: number;
  /** Top of the line that it belongs to. */
  readonly top: number;
  /** Where it begins or, on the left of the text, where it ends. */
  readonly x: number;
  readonly align: 'left' | 'right';
}

/** A line to write on. */
export interface MarginRule {
  readonly y: number;
  readonly from: number;
  readonly to: number;
}

export interface PageMargin {
  readonly numbers: readonly LineNumber[];
  readonly rules: readonly MarginRule[];
}

/** CSS pixels in a millimetre. */
const MM = 96 / 25.4;
/** From the text to its line numbers, from these to the rules, and from the rules to the edge of the page. */
const TO_NUMBERS = 3 * MM;
const TO_RULES = 9 * MM;
const TO_EDGE = 7 * MM;
/** Distance of the rules at least: that of a ruled notebook. */
const RULING = 7.5 * MM;

type MarginConfig = Pick<PdfEdition, 'lineNumbers' | 'wideMargin'>;

/** What stands in the outer margin of each page: numbers of lines, rules to write on. */
export function marginPlan(
  { lineNumbers, wideMargin }: MarginConfig,
  layout: Layout,
  geometry: PageGeometry,
  isRtl: boolean,
): PageMargin[] {
  const ruled = wideMargin !== false && wideMargin.rules;
  let count = 0;
  let section = '';
  return layout.pages.map((page, index): PageMargin => {
    const isOuterRight = (page.side === 'recto') !== isRtl;
    const { left, right } = textArea(geometry, isOuterRight);
    const numbers: LineNumber[] = [];
    if (lineNumbers && page.numbering !== 'none') {
      if (lineNumbers.restart === 'page') count = 0;
      for (const line of layout.lines[index] ?? []) {
        if (line.section.startsWith('octavo-')) continue;
        if (lineNumbers.restart === 'chapter' && line.section !== section) count = 0;
        section = line.section;
        count++;
        if (count % lineNumbers.every !== 0) continue;
        numbers.push({
          number: count,
          top: geometry.margins.top + line.top,
          x: isOuterRight ? right + TO_NUMBERS : left - TO_NUMBERS,
          align: isOuterRight ? 'left' : 'right',
        });
      }
    }
    return { numbers, rules: ruled && isWrittenOn(page) ? rulesOf(geometry, isOuterRight) : [] };
  });
}

const isWrittenOn = ({ kind, numbering }: LaidPage) => kind !== 'blank' && numbering !== 'none';

function textArea({ sheet, margins }: PageGeometry, isOuterRight: boolean) {
  return isOuterRight
    ? { left: margins.inner, right: sheet.width - margins.outer }
    : { left: margins.outer, right: sheet.width - margins.inner };
}

/** Rules on every second or third line of the text, so that they stand level with it. */
function rulesOf(geometry: PageGeometry, isOuterRight: boolean): MarginRule[] {
  const { trim, margins, leading, lines } = geometry;
  const { left, right } = textArea(geometry, isOuterRight);
  const from = isOuterRight ? right + TO_RULES : trim.x + TO_EDGE;
  const to = isOuterRight ? trim.x + trim.width - TO_EDGE : left - TO_RULES;
  if (to - from < RULING) return [];
  const step = Math.ceil(RULING / leading);
  return Array.from({ length: Math.floor(lines / step) }, (_, index) => ({
    y: margins.top + (index + 1) * step * leading,
    from,
    to,
  }));
}
