import fc from 'fast-check';
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { editionOf } from './testing/edition-of.js';
import { textOf } from './text-of.js';

/** Labels of the notes that a place calls. */
const calls = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 3 });
const places = fc.constantFrom(
  (marks: string) => `Text${marks} goes on.`,
  (marks: string) => `# Title${marks}`,
  (marks: string) => `## Heading${marks}`,
  (marks: string) => `> Quoted${marks}.`,
  (marks: string) => `| a${marks} |\n| - |\n| b |`,
  (marks: string) => `- Item${marks}`,
  (marks: string) => `:::verse\nLine${marks}\n:::`,
);
const book = fc.record({
  texts: fc.array(fc.tuple(places, calls), { minLength: 1, maxLength: 8 }),
  /** What each of six notes calls in turn: other notes, itself, nothing. */
  notes: fc.array(calls, { minLength: 6, maxLength: 6 }),
  number: fc.constantFrom('chapter' as const, 'book' as const),
});

test('every call has one note, every note a call, nothing is lost or printed twice', async () => {
  await fc.assert(
    fc.asyncProperty(book, async ({ texts, notes, number }) => {
      const marks = (labels: readonly number[]) => labels.map((label) => `[^${label}]`).join(' ');
      const markdown = [
        '# First',
        ...texts.map(([place, labels]) => place(marks(labels))),
        ...notes.map((labels, index) => `[^${index + 1}]: Note word${index + 1}. ${marks(labels)}`),
      ].join('\n\n');
      const { edition } = await editionOf({ markdown, book: { notes: { number } } });

      const targets = new Map<string, string[]>();
      const roots = edition.sections.flatMap(({ content, notes: own }): Root[] => [
        content,
        ...own.map((note): Root => ({ type: 'root', children: [...note.content] })),
      ]);
      for (const root of roots)
        visit(root, 'element', ({ properties }) => {
          const { className, href, id } = properties;
          if (!Array.isArray(className) || !className.includes('note-call')) return;
          const note = String(href).slice(1);
          targets.set(note, [...(targets.get(note) ?? []), String(id)]);
        });

      const all = edition.sections.flatMap((section) => section.notes);
      expect(new Set(targets.keys())).toEqual(new Set(all.map(({ id }) => id)));
      for (const note of all) expect([...note.calls].sort()).toEqual(targets.get(note.id)!.sort());

      const words = roots.map((root) => textOf(root)).join(' ');
      for (let label = 1; label <= 6; label++)
        expect(words.match(new RegExp(`word${label}\\b`, 'g'))).toHaveLength(1);

      for (const { notes: own } of number === 'chapter' ? edition.sections : [{ notes: all }])
        expect(own.map((note) => note.label)).toEqual(own.map((_, index) => String(index + 1)));
    }),
    { numRuns: 150, seed: 9 },
  );
});

const labelsOf = async (markdown: string, notes: { number?: 'book' | 'chapter'; series?: 'together' }) =>
  (await editionOf({ markdown, book: { notes } })).edition.sections.map((section) =>
    section.notes.map(({ label }) => label),
  );
const BOTH = [
  '# One\n\nA[^1] b[^ed-1] c[^2] d[^tr-1].',
  '# Two\n\nE[^3] f[^ed-2].',
  ...['1', '2', '3', 'ed-1', 'ed-2', 'tr-1'].map((label) => `[^${label}]: The note ${label}.`),
].join('\n\n');

test('notes of an editor and a translator have signs beside the author’s numbers', async () => {
  expect(await labelsOf(BOTH, {})).toEqual([
    ['1', '*', '2', '†'],
    ['1', '*'],
  ]);
  expect(await labelsOf(BOTH, { number: 'book' })).toEqual([
    ['1', '*', '2', '†'],
    ['3', '‡'],
  ]);
});

test('and one count with them where the book says so, or where the author has none', async () => {
  expect(await labelsOf(BOTH, { series: 'together' })).toEqual([
    ['1', '2', '3', '4'],
    ['1', '2'],
  ]);
  expect(await labelsOf('# One\n\nA[^ed-1] b[^ed-2].\n\n[^ed-1]: A.\n\n[^ed-2]: B.', {})).toEqual([
    ['1', '2'],
  ]);
});
