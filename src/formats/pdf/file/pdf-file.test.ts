import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { printedBook, skiaPdf } from '../testing/skia-pdf.js';
import { PdfFile } from './pdf-file.js';

test('reads objects and the dictionaries of streams', () => {
  const file = new PdfFile(printedBook());
  expect(file.trailer('Root')).toBe(35);
  expect(file.text(6)).toBe('<</Type /Pages\n/Count 2\n/Kids [2 0 R 4 0 R]>>');
  expect(file.text(3)).toBe('<</Length 24>>');
  expect(file.stream(3).toString()).toBe('BT /F1 12 Tf (one) Tj ET');
  expect(file.text(23)).toBe('');
});

test('an unchanged file is one that another library reads', async () => {
  const saved = new PdfFile(printedBook()).save();
  const document = await PDFDocument.load(saved, { updateMetadata: false });
  expect(document.getPageCount()).toBe(2);
  expect(document.getProducer()).toBe('Skia/PDF m147');
});

test('keeps what is set, added and removed', async () => {
  const file = new PdfFile(printedBook());
  file.set(1, '<</Title (Final)>>');
  const added = file.addStream('/Type /Metadata', Buffer.from('x'), false);
  file.remove(34);
  const again = await PDFDocument.load(file.save(), { updateMetadata: false });
  expect(again.getTitle()).toBe('Final');
  const { indirectObjects } = again.context as unknown as {
    indirectObjects: Map<{ objectNumber: number }, unknown>;
  };
  const numbers = [...indirectObjects.keys()].map(({ objectNumber }) => objectNumber);
  expect(numbers).toContain(added);
  expect(numbers).not.toContain(34);
});

test('equal content gives equal bytes and an ID made of them', () => {
  const first = Buffer.from(new PdfFile(printedBook()).save());
  const second = Buffer.from(new PdfFile(printedBook()).save());
  expect(first.equals(second)).toBe(true);
  const changed = new PdfFile(printedBook());
  changed.set(1, '<</Title (Other)>>');
  const id = (bytes: Uint8Array) => /\/ID \[<(\w+)>/.exec(Buffer.from(bytes).toString('latin1'))?.[1];
  expect(id(first)).toMatch(/^[0-9A-F]{32}$/);
  expect(id(changed.save())).not.toBe(id(first));
});

test('refuses what is not of this shape', () => {
  expect(() => new PdfFile(Buffer.from('no PDF'))).toThrow('cross-reference');
  const pdf = skiaPdf({ 1: '<<>>', 2: '<</Type /Catalog>>' }, 2, 1).toString('latin1');
  const updated = Buffer.from(pdf.replace('/Root', '/Prev 9 /Root'), 'latin1');
  expect(() => new PdfFile(updated)).toThrow('cross-reference');
});
