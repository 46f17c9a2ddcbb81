import { PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { afterAll, expect, test } from 'vitest';
import { testContext } from '../../browser/testing/test-context.js';
import { printBook } from './testing/print-book.js';
import { readPdf } from './testing/read-pdf.js';

const context = testContext();
afterAll(() => context.close());

test('a table over pages with notes has as many rows in the tags as in the text, none of them empty', async () => {
  const rows = Array.from({ length: 60 }, (_, k) => `| Lamp ${k} | Street[^${k}] |`).join('\n');
  const notes = Array.from({ length: 60 }, (_, k) => `[^${k}]: Note ${k}.`).join('\n\n');
  const { bytes } = await printBook(
    {
      markdown: `# One\n\n| Lamp | Place |\n|---|---|\n${rows}\n\n${notes}\n`,
      book: { title: 'Lamps & Geese', creators: ['Ada Writer'], language: 'en', date: '1907-03-02' },
    },
    { trim: 'a5' },
    context,
  );
  const { tree } = await readPdf(bytes);
  const types = tree.map((line) => line.trim().split(' ')[0]);
  expect(types.filter((type) => type === 'TR')).toHaveLength(61);
  expect(types.filter((type) => type === 'TD')).toHaveLength(120);
  expect(types.filter((type) => type === 'Note')).toHaveLength(60);

  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const elements = document.context.enumerateIndirectObjects().map(([, object]) => String(object));
  expect(elements.filter((text) => /\/S \/Link\b/.test(text)).length).toBeGreaterThan(59);
  // What was printed as a button, to be told from all else, is none in the end.
  expect(elements.filter((text) => text.includes('/PrintField'))).toEqual([]);

  const stream = document.catalog.lookup(PDFName.of('Metadata'));
  if (!(stream instanceof PDFRawStream)) throw new Error('No XMP packet');
  const xmp = Buffer.from(stream.contents).toString('utf8');
  expect(xmp).toContain('<rdf:li xml:lang="x-default">Lamps &#38; Geese</rdf:li>');
  expect(xmp).toContain('<rdf:li>Ada Writer</rdf:li>');
  expect(xmp).toContain('<dc:language><rdf:Bag><rdf:li>en</rdf:li></rdf:Bag></dc:language>');
  const created = document.getCreationDate()!.toISOString().replace('.000', '');
  expect(xmp).toContain(`<xmp:CreateDate>${created}</xmp:CreateDate>`);
  expect(document.catalog.lookup(PDFName.of('MarkInfo'), PDFDict).toString()).toMatch(/\/Marked true/);
  expect(document.catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict).toString()).toMatch(
    /\/DisplayDocTitle true/,
  );
});
