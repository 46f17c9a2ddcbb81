import { toSVG } from 'bwip-js';

/** The EAN-13 of an ISBN-13 as SVG; digits are drawn, so that no font is needed. */
export function barcodeOf(isbn: string): string {
  return toSVG({ bcid: 'ean13', text: isbn, includetext: true, guardwhitespace: true, scale: 1, height: 20 });
}

/** `9781565812314` as people read it. Where its groups end only the registry knows, so it is not divided further. */
export function printedIsbn(isbn: string): string {
  return `ISBN ${isbn.slice(0, 3)}-${isbn.slice(3, 12)}-${isbn.slice(12)}`;
}
