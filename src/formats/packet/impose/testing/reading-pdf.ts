import { degrees, PDFDocument, StandardFonts } from '@cantoo/pdf-lib';

/** A PDF whose page k says “Page k” and whose pages are otherwise blank. Sizes in points; A5 by default. */
export async function readingPdf(pages: number, size: [number, number] = [419.53, 595.28], rotation = 0) {
  const document = await PDFDocument.create({ updateMetadata: false });
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let number = 1; number <= pages; number++) {
    const page = document.addPage(size);
    page.drawText(`Page ${number}`, { x: 60, y: size[1] - 80, size: 18, font });
    page.setRotation(degrees(rotation));
  }
  return document.save({ useObjectStreams: true });
}
