import type { PdfEdition } from '../../config/schema.js';
import type { Edition } from '../../edition/edition.js';
import { templateText } from '../../package-folder.js';

const FONT = 'Atkinson Hyperlegible';
const SIZE = '12pt';
const LEADING = 1.5;

/** An edition in the setting that is easier on readers with dyslexia or weak sight. What is stated stays. */
export function easyReading(edition: Edition, config: PdfEdition): { edition: Edition; config: PdfEdition } {
  const { book } = edition;
  return {
    edition: {
      ...edition,
      book: { ...book, typography: { ...book.typography, font: FONT, sans: FONT, hyphenate: false } },
    },
    config: {
      ...config,
      size: config.size ?? book.typography.size ?? SIZE,
      leading: config.leading ?? book.typography.leading ?? LEADING,
    },
  };
}

export const easyReadingStyle = () => templateText('pdf/easy-reading.css');
