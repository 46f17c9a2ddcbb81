import { directionOf } from '../../../edition/direction.js';
import { typefacesFor } from '../../../fonts/typefaces.js';
import type { Layout } from '../../../paginate/types.js';
import type { Margins } from '../finish/margins.js';
import type { PdfJob } from '../make-pdf.js';
import { digitsFont } from './digits-font.js';
import { marginPlan } from './margin-plan.js';

/** What an edition wants in its outer margins; undefined where it wants nothing. */
export async function marginsOf(
  { edition: { book }, config, geometry }: PdfJob,
  layout: Layout,
): Promise<Margins | undefined> {
  const { lineNumbers, wideMargin } = config;
  const isRuled = wideMargin !== false && wideMargin.rules;
  if (!lineNumbers && !isRuled) return undefined;
  const isRtl = (book.direction ?? directionOf(book.language)) === 'rtl';
  const pages = marginPlan(config, layout, geometry, isRtl);
  if (!pages.some(({ numbers }) => numbers.length > 0)) return { pages, geometry };
  const { text } = typefacesFor(book.typography, book.folder);
  return { pages, geometry, font: await digitsFont(text.name, text.faces.roman) };
}
