import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { EditionInput } from '../../../edition/testing/edition-of.js';

const require = createRequire(import.meta.url);
const folder = path.resolve(import.meta.dirname, '../fixtures/look-books');
const text = (name: string) => readFileSync(path.join(folder, `${name}.md`), 'utf8');

export interface LookBook {
  readonly input: EditionInput;
  /** What is opened of it: at each the first page. */
  readonly places: readonly string[];
}

/** A font of a package, as a book names its own; its folder is the book’s. */
function ownFont(file: string): Pick<EditionInput, 'folder'> & { readonly roman: string } {
  const found = require.resolve(file);
  return { folder: path.dirname(found), roman: path.basename(found) };
}

const hebrew = ownFont('@expo-google-fonts/frank-ruhl-libre/400Regular/FrankRuhlLibre_400Regular.ttf');
const chinese = ownFont('@fontsource/zcool-xiaowei/files/zcool-xiaowei-chinese-simplified-400-normal.woff2');

/** Books of which pictures are kept, beside the one that has one of everything. */
export const LOOK_BOOKS: Readonly<Record<string, LookBook>> = {
  'right-to-left': {
    input: {
      markdown: { 'a.md': text('hebrew') },
      folder: hebrew.folder!,
      book: {
        title: 'הנהר',
        subtitle: 'יומן המעבורת',
        creators: ['עדה כהן'],
        language: 'he',
        typography: { font: 'Own', fonts: [{ name: 'Own', roman: hebrew.roman }] },
      },
    },
    places: ['cover.xhtml', 'titlepage.xhtml', 'toc.xhtml', 'section-1.xhtml', 'about.xhtml'],
  },
  scripts: {
    input: {
      markdown: { 'a.md': text('scripts') },
      folder: chinese.folder!,
      book: {
        title: 'Three Shores',
        creators: ['Ἄδα', 'Ада'],
        typography: { fonts: [{ name: 'Own', roman: chinese.roman }] },
      },
    },
    places: ['cover.xhtml', 'toc.xhtml', 'three-shores.xhtml', 'three-shores.xhtml#three-shores--notes'],
  },
  play: {
    input: {
      markdown: { 'a.md': text('play') },
      book: {
        title: 'The Ferry',
        subtitle: 'A Play',
        creators: ['W. Keeper'],
        typography: { dropCaps: true },
      },
    },
    places: ['titlepage.xhtml', 'the-ferry.xhtml', 'the-ferry.xhtml#what-the-ferryman-sang'],
  },
  notes: {
    input: { markdown: { 'a.md': text('notes') }, book: { title: 'Of Many Notes', creators: ['W. Keeper'] } },
    places: ['of-many-notes.xhtml', 'of-many-notes.xhtml#of-many-notes--notes', 'index.xhtml', 'about.xhtml'],
  },
};
