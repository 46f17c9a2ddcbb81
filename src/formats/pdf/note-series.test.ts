import { afterAll, expect, test } from 'vitest';
import { testContext } from '../../browser/testing/test-context.js';
import { bookSchema, type PdfEdition } from '../../config/schema.js';
import { editionOf } from '../../edition/testing/edition-of.js';
import { pdf } from './index.js';
import { readPdf } from './testing/read-pdf.js';

const context = testContext();
afterAll(() => context.close());

test('numbers and signs of notes begin again on each page, each by themselves', async () => {
  const paragraphs = Array.from(
    { length: 12 },
    (_, k) => `${'The river rose again. '.repeat(12)}End[^${k}] of it[^ed-${k}].`,
  );
  const notes = paragraphs.flatMap((_, k) => [`[^${k}]: Author ${k}.`, `[^ed-${k}]: Editor ${k}.`]);
  const { edition } = await editionOf({
    markdown: ['# One', ...paragraphs, ...notes].join('\n\n'),
    book: { notes: { number: 'page' } },
  });
  const { editions } = bookSchema.parse({
    title: 'T',
    editions: { print: { format: 'pdf', trim: 'a6', notes: 'foot' } },
  });
  const { files } = await pdf.render(
    {
      edition,
      name: 'print',
      config: editions!.print as PdfEdition,
      pageStarts: new Map(),
      pageCounts: new Map(),
    },
    context,
  );
  const { pages } = await readPdf(files[0]!.bytes);
  const feet = pages.flatMap((pieces) => {
    const text = pieces.map((piece) => piece.text).join('');
    const labels = [...text.matchAll(/(\d+|[*†‡§‖¶]+)\s*(Author|Editor) \d+\./g)];
    return labels.length > 0 ? [labels.map(([, label, writer]) => `${writer} ${label}`)] : [];
  });
  expect(feet.length).toBeGreaterThan(2);
  expect(feet.flat()).toHaveLength(24);
  for (const foot of feet) {
    const of = (writer: string) => foot.filter((note) => note.startsWith(writer));
    expect(of('Author')).toEqual(of('Author').map((_, k) => `Author ${k + 1}`));
    expect(of('Editor')).toEqual(of('Editor').map((_, k) => `Editor ${['*', '†', '‡', '§', '‖', '¶'][k]}`));
  }
});
