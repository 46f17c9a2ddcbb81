import type { PdfEdition } from '../../config/schema.js';
import type { Context } from '../../context.js';
import type { Format, FormatInput, FormatResult } from '../format.js';
import { checkMargins } from './check-margins.js';
import { checkPage } from './check-page.js';
import { typeset } from './typeset.js';

/** A typeset PDF: pages with notes at their feet, running heads, contents, index. */
export const pdf: Format<PdfEdition> = {
  async render({ edition, name, config }: FormatInput<PdfEdition>, context: Context): Promise<FormatResult> {
    checkPage(edition, name, config);
    checkMargins(edition, name, config, context);
    const { bytes, layout, prepared } = await typeset(edition, config, context);
    const file = {
      name: `${edition.book.slug}-${name}.pdf`,
      bytes,
      pages: layout.pages.length,
      words: edition.sections.reduce((sum, { words }) => sum + words, 0),
      notes: prepared.notes.length,
    };
    return { files: [file], pageStarts: layout.starts };
  },
};
