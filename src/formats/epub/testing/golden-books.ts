import type { EditionInput } from '../../../edition/testing/edition-of.js';
import { RICH_BOOK } from './rich-book.js';

/** The books that every validator is shown, beside those that come with Octavo. */
export const GOLDEN_BOOKS: Readonly<Record<string, EditionInput>> = {
  'one of everything': RICH_BOOK,
  'right to left': {
    markdown: {
      'a.md': '# פרק ראשון\n\nהספינה עגנה בנמל.[^1] :lang[Quay]{lang=en} :index[הנמל]\n\n[^1]: הערה.',
      'b.md': '# פרק שני\n\n- אחד\n- שניים\n\n| א | ב |\n|---|---|\n| ג | ד |',
    },
    book: { title: 'הנמל', language: 'he', creators: [{ name: 'עדה' }] },
  },
  'several languages, a part, no heading': {
    markdown: {
      'front/dedication.md': '---\nkind: dedication\n---\n\nFor Ada.',
      'one.md':
        '# One\n\n## A {.unlisted}\n\nText. [](https://example.org/x)\n\n|  | b |\n|---|---|\n| a | c |',
      'deux.md':
        '---\nlanguage: fr\n---\n\n# Deux\n\nTexte.[^1]\n\n### Trois\n\n:index[Mot]\n\n[^1]: Une note :index[ici]{as=Mot sub=note}.',
    },
    parts: [{ title: 'Part One', files: ['one.md', 'deux.md'] }],
    book: { title: 'Several', creators: ['Ada Writer'] },
  },
};
