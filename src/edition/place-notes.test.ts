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
