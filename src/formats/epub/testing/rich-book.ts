import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { EditionInput } from '../../../edition/testing/edition-of.js';

const folder = path.resolve(import.meta.dirname, '../fixtures/rich');
const text = (name: string) => readFileSync(path.join(folder, name), 'utf8');

/** A book that has one of everything: the golden book of the EPUB’s tests. */
export const RICH_BOOK: EditionInput = {
  folder,
  markdown: {
    'front/preface.md': text('preface.md'),
    'one.md': text('one.md'),
    'two.md': text('two.md'),
    'back/appendix.md': text('appendix.md'),
  },
  book: {
    title: 'Letters from the Quay',
    subtitle: 'A Book of One of Everything',
    creators: [
      { name: 'Ada Writer', role: 'author', sort: 'Writer, Ada' },
      { name: 'Jo Reader', role: 'translator' },
    ],
    language: 'en',
    publisher: 'The Quay Press',
    date: '2019-05-01',
    source: 'A manuscript in a drawer',
    rights: 'CC BY 4.0',
    subjects: ['Letters', 'Harbours'],
    series: { name: 'Quayside Books', number: 3 },
    description: 'Two letters, a poem, a scene.',
    identifier: '978-0-306-40615-7',
    typography: { dropCaps: true },
  },
};
