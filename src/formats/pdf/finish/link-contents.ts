import type { PdfFile } from '../file/pdf-file.js';
import { pdfText } from '../file/pdf-text.js';

/**
 * Says of each link where it leads, for those who do not see it (PDF/UA, 7.18.5): the folio of the page, or the
 * address.
 */
export function setLinkContents(file: PdfFile, pages: readonly number[], labels: readonly string[]): void {
  const labelOf = new Map(pages.map((page, k) => [page, labels[k] ?? '']));
  for (let number = 1; number < file.size; number++) {
    if (!file.begins(number, '<</Type /Annot')) continue;
    const text = file.text(number);
    if (!/\/Subtype \/Link\b/.test(text) || text.includes('/Contents ')) continue;
    const page = /\/Dest \[(\d+) 0 R/.exec(text)?.[1];
    const address = /\/URI (\((?:\\.|[^\\)])*\))/.exec(text)?.[1];
    const contents = page ? pdfText(labelOf.get(Number(page)) || '–') : address;
    if (contents)
      file.set(
        number,
        text.replace('<</Type /Annot', () => `<</Type /Annot /Contents ${contents}`),
      );
  }
}
