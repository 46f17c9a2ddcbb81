import { PDFDict, PDFDocument, PDFName, type PDFNumber } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { readPdf } from '../testing/read-pdf.js';
import { printedBook } from '../testing/skia-pdf.js';
import { joinPortions } from './join-portions.js';

/** A portion with a table whose cells name their heads, and a font. */
const portion = (name: number) =>
  printedBook({
    7: '<</Type /StructTreeRoot\n/K 8 0 R\n/ParentTreeNextKey 2\n/ParentTree 30 0 R\n/IDTree 41 0 R>>',
    30: '<</Type /ParentTree\n/Nums [0 31 0 R 1 32 0 R 100000 9 0 R]>>',
    26: `<</Type /StructElem\n/S /TH\n/P 25 0 R\n/Pg 4 0 R\n/K 0\n/ID (node0000000${name})>>`,
    38: '<</Type /Font\n/Subtype /Type0\n/BaseFont /BAAAAA+Some\n/DescendantFonts [39 0 R]>>',
    40: `<</Limits [(node0000000${name}) (node0000000${name})]\n/Names [(node0000000${name}) 26 0 R]>>`,
    41: '<</Kids [40 0 R]>>',
  });

test('joins pages, structure and bookmarks into one file', async () => {
  const { file } = joinPortions([portion(3), portion(3), portion(5)]);
  const bytes = file.save();
  const { outline, tree, pages, links } = await readPdf(bytes);
  expect(pages).toHaveLength(6);
  expect(outline.map(({ title, page }) => [title, page])).toEqual([
    ['A Heading1', 0],
    ['A Heading1', 2],
    ['A Heading1', 4],
  ]);
  expect(links.map(({ page }) => page)).toEqual([0, 2, 4]);
  expect(tree.filter((line) => line.trim() === 'Document')).toHaveLength(1);
  expect(tree.filter((line) => line === ' H1')).toHaveLength(3);
  expect(tree.filter((line) => line.includes('TH')).map((line) => line.trim())).toEqual([
    'TH node00000001',
    'TH node00000002',
    'TH node00000003',
  ]);
});

test('numbers pages and links anew, and names subsets of fonts apart', async () => {
  const { file } = joinPortions([portion(3), portion(4)]);
  const document = await PDFDocument.load(file.save(), { updateMetadata: false });
  const keyOf = (dict: PDFDict, key: string) => (dict.get(PDFName.of(key)) as PDFNumber).asNumber();
  const pages = document.getPages().map(({ node }) => node);
  expect(pages.map((page) => keyOf(page, 'StructParents'))).toEqual([0, 1, 2, 3]);
  const annotations = pages.flatMap((page) => page.Annots()?.asArray() ?? []);
  expect(annotations.map((one) => keyOf(document.context.lookup(one, PDFDict), 'StructParent'))).toEqual([
    100_000, 100_001,
  ]);
  const structure = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
  const parents = String(structure.lookup(PDFName.of('ParentTree'), PDFDict).get(PDFName.of('Nums')));
  expect(parents.match(/\d+(?= \d+ 0 R)/g)).toEqual(['0', '1', '2', '3', '100000', '100001']);
  // Elements of the second portion are below the document of the first one.
  const second = file.text(Number(/100001 (\d+) 0 R/.exec(parents)![1]));
  expect(second).toContain('/S /H1\n/P 8 0 R');
  const fonts = Array.from({ length: file.size }, (_, number) => file.text(number)).filter((text) =>
    text.startsWith('<</Type /Font'),
  );
  expect(fonts.map((text) => /BaseFont \/(\S+)/.exec(text)![1])).toEqual(['BAAAAA+Some', 'BAAAAB+Some']);
});

test('leaves words alone that read like references', () => {
  const words = (file: ReturnType<typeof joinPortions>['file']) =>
    Array.from({ length: file.size }, (_, number) => file.text(number)).filter((text) =>
      text.includes('/Alt'),
    );
  const figure = { 19: '<</Type /StructElem\n/S /Figure\n/Alt (a \\(b 5 0 R)\n/P 17 0 R\n/Pg 2 0 R\n/K 6>>' };
  const [first, second] = words(joinPortions([printedBook(figure), printedBook(figure)]).file);
  expect(first).toContain('/Alt (a \\(b 5 0 R)');
  expect(second).toContain('/Alt (a \\(b 5 0 R)');
  expect(second).not.toContain('/P 17 0 R');
});

test('finds nothing to join in nothing', () => {
  expect(() => joinPortions([])).toThrow('Nothing was printed');
});
