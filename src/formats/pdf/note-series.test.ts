import { afterAll, expect, test } from 'vitest';
import { testContext } from '../../browser/testing/test-context.js';
import { printBook } from './testing/print-book.js';
import { readPdf } from './testing/read-pdf.js';

const context = testContext();
afterAll(() => context.close());

test('numbers and signs of notes begin again on each page, each by themselves', async () => {
  const paragraphs = Array.from(
    { length: 12 },
    (_, k) => `${'The river rose again. '.repeat(12)}End[^${k}] of it[^ed-${k}].`,
  );
  const notes = paragraphs.flatMap((_, k) => [`[^${k}]: Author ${k}.`, `[^ed-${k}]: Editor ${k}.`]);
  const { bytes } = await printBook(
    {
      markdown: ['# One', ...paragraphs, ...notes].join('\n\n'),
      book: { notes: { number: 'page' } },
    },
    { trim: 'a6', notes: 'foot' },
    context,
  );
  const { pages } = await readPdf(bytes);
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
