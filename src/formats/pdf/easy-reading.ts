import type { PdfEdition, Typography } from '../../config/schema.js';
import type { Edition } from '../../edition/edition.js';
import { templateText } from '../../package-folder.js';

const FONT = 'Atkinson Hyperlegible';
const SIZE = '12pt';
const LEADING = 1.5;

/** The setting that is easier on readers with dyslexia or weak sight. What is stated stays. */
export function easySetting(
  config: PdfEdition,
  typography: Typography,
): { config: PdfEdition; typography: Typography } {
  return {
    config: {
      ...config,
      size: config.size ?? typography.size ?? SIZE,
      leading: config.leading ?? typography.leading ?? LEADING,
    },
    typography: { ...typography, font: FONT, sans: FONT, hyphenate: false },
  };
}

/** An edition in that setting. */
export function easyReading(edition: Edition, stated: PdfEdition): { edition: Edition; config: PdfEdition } {
  const { config, typography } = easySetting(stated, edition.book.typography);
  return { edition: { ...edition, book: { ...edition.book, typography } }, config };
}

export const easyReadingStyle = () => templateText('pdf/easy-reading.css');
