import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { type NotesOptions, remarkNotes } from './remark-notes.js';
import type { NoteSeries } from './types.js';

function seriesOf(note: string, options?: NotesOptions): NoteSeries | undefined {
  const file = new VFile(`A word${note.startsWith('^') ? note : `[^1]\n\n[^1]: ${note}`}`);
  const tree = unified().use(remarkParse).use(remarkGfm).parse(file);
  remarkNotes(options)(tree, file);
  let series: NoteSeries | undefined;
  visit(tree, 'footnoteReference', (node) => {
    series = node.data?.octavo?.series;
  });
  return series;
}

test.each([
  ['A plain note.', 'author'],
  ['By Edward.', 'author'],
  ['Ask the editor.', 'author'],
  ['Signed. —Ed.', 'editor'],
  ['Signed. — *Eds.*', 'editor'],
  ['Signed. [Ed.]', 'editor'],
  ['Signed. —The Editor', 'editor'],
  ['Signiert. (Anm. d. Red.)', 'editor'],
  ['Signed. —Trans.', 'translator'],
  ['Signé. (N.d.T.)', 'translator'],
  ['Signiert. — Anm. d. Übers.', 'translator'],
  ['Подпись. — Прим. пер.', 'translator'],
  ['Translator’s note: a pun.', 'translator'],
  ['Note by the editor: a pun.', 'editor'],
] as const)('%s is of the %s', (note, series) => {
  expect(seriesOf(note)).toBe(series);
});

test('the options name the series of a convention where nothing else does', () => {
  const options: NotesOptions = { series: { inline: 'translator' } };
  expect(seriesOf('^[A pun.]', options)).toBe('translator');
  expect(seriesOf('^[A pun. —Ed.]', options)).toBe('editor');
  expect(seriesOf('A pun.', options)).toBe('author');
});
