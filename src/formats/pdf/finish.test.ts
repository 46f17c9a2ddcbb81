import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { type Finishing, finishPdf } from './finish.js';
import { readPdf } from './testing/read-pdf.js';
import { printedBook } from './testing/skia-pdf.js';

const place = (page: number, y: number) => ({ page, box: { x: 50, y, width: 300, height: 20 } });

const FINISHING: Finishing = {
  metadata: {
    title: 'Żółw & Co.',
    authors: ['Ada Writer', 'Bo Other'],
    subject: 'Of <turtles>',
    keywords: ['turtle', 'company'],
    publisher: 'A Press',
    rights: 'CC0',
    identifier: 'urn:x',
    language: 'pl',
    direction: 'ltr',
    date: new Date('2020-02-02T00:00:00Z'),
  },
  labels: ['xii', '1'],
  bookmarks: [{ id: 'h', title: 'A Heading', children: [{ id: 'later', title: 'Later', children: [] }] }],
  headings: ['h'],
  anchors: new Map([
    ['h', 0],
    ['later', 1],
  ]),
  placeOf: (anchor) => (anchor === 'later on' ? { page: 1, top: 580 } : undefined),
  boxes: {
    media: { x: 0, y: 0, width: 420, height: 600 },
    trim: { x: 20, y: 30, width: 380, height: 540 },
    bleed: 8,
    marks: true,
  },
  notes: {
    calls: ['call-1', 'call-2'],
    feet: ['note-1', 'note-2'],
    callsInside: new Map(),
    noteOf: new Map([
      ['call-1', 'note-1'],
      ['call-2', 'note-2'],
    ]),
    places: new Map([
      ['call-1', place(0, 500)],
      ['call-2', place(0, 400)],
      ['note-1', place(0, 100)],
      ['note-2', place(0, 70)],
    ]),
  },
};

test('says what the book is', async () => {
  const { bytes, pages, faults } = finishPdf([printedBook()], FINISHING);
  expect(pages).toBe(2);
  expect(faults).toEqual({ notes: [], headings: [], drawnFont: false, scale: 1 });
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  expect(document.getTitle()).toBe('Żółw & Co.');
  expect(document.getAuthor()).toBe('Ada Writer; Bo Other');
  expect(document.getSubject()).toBe('Of <turtles>');
  expect(document.getKeywords()).toBe('turtle, company');
  expect(document.getCreationDate()).toEqual(FINISHING.metadata.date);
  expect(document.getModificationDate()).toEqual(FINISHING.metadata.date);
  const { info, labels, outline } = await readPdf(bytes);
  expect(info.Language).toBe('pl');
  expect(labels).toEqual(['xii', '1']);
  expect(outline).toEqual([{ title: 'A Heading', page: 0, items: [{ title: 'Later', page: 1, items: [] }] }]);
});

test('writes the boxes of the page and keeps crop marks out of the trim', async () => {
  const { bytes } = finishPdf([printedBook()], FINISHING);
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  for (const page of document.getPages()) {
    expect(page.getMediaBox()).toEqual({ x: 0, y: 0, width: 420, height: 600 });
    expect(page.getTrimBox()).toEqual({ x: 20, y: 30, width: 380, height: 540 });
    expect(page.getBleedBox()).toEqual({ x: 12, y: 22, width: 396, height: 556 });
  }
  const marks = finishPdf([printedBook()], { ...FINISHING, boxes: { ...FINISHING.boxes, marks: false } });
  expect(marks.bytes.length).toBeLessThan(bytes.length);
});

test('tags notes where their calls are read, and links both ways', async () => {
  const { bytes } = finishPdf([printedBook()], FINISHING);
  const { tree, links } = await readPdf(bytes);
  expect(tree).toEqual([
    'Document',
    ' H1',
    '  NonStruct',
    '  Link call-1',
    ' Note note-1',
    '  Lbl',
    '  P',
    ' P',
    '  NonStruct',
    '  Link call-2',
    '  Note note-2',
    '   Lbl',
    '   P',
    '   P',
    '  NonStruct',
  ]);
  expect(links.map(({ page, top, target }) => [page, top, target])).toEqual([
    [0, 520, 0],
    [0, 120, 0],
    [0, 420, 0],
    [0, 90, 0],
    [0, 4, 1],
  ]);
});

test('lets only pictures be figures, and says of each link where it leads', async () => {
  const element = (type: string, parent: number, rest: string) =>
    `<</Type /StructElem\n/S /${type}\n/P ${parent} 0 R\n${rest}>>`;
  const { bytes } = finishPdf(
    [
      printedBook({
        8: element('Document', 7, '/Lang (en)\n/K [9 0 R 12 0 R 40 0 R]'),
        40: element('Figure', 8, '/K [41 0 R 42 0 R]'),
        41: element('Figure', 40, '/Alt (A goose)\n/Pg 4 0 R\n/K 1'),
        42: element('Caption', 40, '/Pg 4 0 R\n/K 2'),
      }),
    ],
    FINISHING,
  );
  const { tree } = await readPdf(bytes);
  expect(tree.slice(-3)).toEqual([' Div', '  Figure', '  Caption']);
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const links = document.getPages().flatMap((page) => page.node.Annots()?.asArray() ?? []);
  const contents = links.map((link) =>
    String(document.context.lookupMaybe(link, PDFDict)?.get(PDFName.of('Contents'))),
  );
  expect(contents).toEqual(['(xii)', '(xii)', '(xii)', '(xii)', '(1)']);
});

test('finds a note that is not on the page of its call', () => {
  const printed = printedBook().toString('latin1');
  const moved = Buffer.from(
    printed.replace('/S /Div\n/P 17 0 R\n/Pg 2 0 R', '/S /Div\n/P 17 0 R\n/Pg 4 0 R'),
    'latin1',
  );
  const { faults } = finishPdf([moved], FINISHING);
  expect(faults.notes).toEqual([{ call: 'call-1', note: 'note-1', callPage: 0, notePage: 1 }]);
});

test('finds a heading that is not on its page', () => {
  const { faults } = finishPdf([printedBook()], {
    ...FINISHING,
    anchors: new Map([
      ['h', 1],
      ['later', 1],
    ]),
  });
  expect(faults.headings).toEqual([{ id: 'h', laidOut: 1, printed: 0 }]);
});

test('notices a note or a heading that was not printed', () => {
  const { notes } = FINISHING;
  const more = { ...FINISHING, notes: { ...notes, feet: [...notes.feet, 'note-3'] } };
  expect(() => finishPdf([printedBook()], more)).toThrow('2 notes were printed of the 3 laid out');
  const fewer = { ...FINISHING, notes: { ...notes, calls: ['call-1'] } };
  expect(() => finishPdf([printedBook()], fewer)).toThrow('2 calls in the text were printed, 1 laid out');
  expect(() => finishPdf([printedBook()], { ...FINISHING, headings: ['h', 'i'] })).toThrow(
    '1 entries for 2 headings',
  );
});

test('finds a drawn font', () => {
  expect(
    finishPdf([printedBook({ 38: '<</Type /Font\n/Subtype /Type3>>' })], FINISHING).faults.drawnFont,
  ).toBe(true);
});

test('equal input gives equal bytes', () => {
  const first = finishPdf([printedBook()], FINISHING).bytes;
  const later = printedBook().toString('latin1').replaceAll('20300101000000', '20310101000000');
  const second = finishPdf([Buffer.from(later, 'latin1')], FINISHING).bytes;
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
});
