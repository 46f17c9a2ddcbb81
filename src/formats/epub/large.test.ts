import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentsOf } from '../../edition/contents-of.js';
import type { Edition, Note, Picture, Section } from '../../edition/edition.js';
import { bookOf } from '../../edition/testing/edition-of.js';
import { readEpub } from './check/read-epub.js';
import { elementsOf } from './check/xast.js';
import { type BuiltEpub, packEpub } from './testing/build.js';

const SENTENCE = 'The harbour lay quiet under a low grey sky, and nobody spoke of ships that winter. ';
const PICTURES = 500;
const NOTES = 3000;

/** Five megabytes in four chapters: one of sections, one of bare paragraphs, one huge list, one huge paragraph. */
function largeEdition(folder: string): Edition {
  const pictures = new Map<string, Picture>();
  let notes = 0;
  const paragraph = (chapter: number, i: number, own: Note[]): ElementContent => {
    const children: (ElementContent | string)[] = [`${chapter}.${i} `, SENTENCE.repeat(7)];
    if (notes < NOTES) {
      const id = `note-${++notes}`;
      own.push({
        id,
        label: String(own.length + 1),
        series: 'author',
        content: [h('p', `Note ${notes}. ${SENTENCE}`)],
        calls: [`call-${notes}`],
      });
      children.push(
        h('a', { className: ['note-call'], id: `call-${notes}`, href: `#${id}` }, String(own.length)),
      );
    }
    if (i % 100 === 0) children.push(h('a', { href: `#p-${chapter === 1 ? 2 : 1}-${i}` }, 'See there.'));
    return h('p', { id: `p-${chapter}-${i}` }, children);
  };
  const figure = (): ElementContent[] => {
    if (pictures.size === PICTURES) return [];
    const name = `picture-${pictures.size}.png`;
    pictures.set(name, { file: path.join(folder, name), mediaType: 'image/png', width: 40, height: 30 });
    return [h('figure', [h('img', { src: name, alt: 'A boat' })])];
  };
  const chapter = (number: number, blocks: (own: Note[]) => ElementContent[]): Section => {
    const own: Note[] = [];
    const text = `Chapter ${number}`;
    const content = [h('h1', { id: `chapter-${number}-title` }, text), ...blocks(own)];
    return {
      id: `chapter-${number}`,
      kind: 'chapter',
      matter: 'body',
      title: { text, content: [{ type: 'text', value: text }] },
      content: { type: 'root', children: content },
      notes: own,
      path: `${number}.md`,
      credit: {},
      words: 1,
    };
  };
  const many = (count: number) => Array.from({ length: count }, (_, i) => i);
  const sections = [
    chapter(1, (own) =>
      many(3000).flatMap((i) => [
        ...(i % 60 === 0 ? [h('h2', { id: `s-${i}` }, `Section ${i}`)] : []),
        paragraph(1, i, own),
        ...(i % 5 === 0 ? figure() : []),
      ]),
    ),
    chapter(2, (own) => many(3000).map((i) => paragraph(2, i, own))),
    chapter(3, () => [
      h(
        'ol',
        { start: 5 },
        many(6000).map((i) => h('li', `${i} ${SENTENCE}`)),
      ),
    ]),
    chapter(4, () => [h('p', SENTENCE.repeat(8000)), h('p', 'x'.repeat(300_000))]),
  ];
  const contents = contentsOf(sections);
  return { book: bookOf({ markdown: '# x', folder }), sections, contents, pictures };
}

let folder: string;
let book: Omit<BuiltEpub, 'edition'>;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'octavo-large-'));
  const first = path.join(folder, 'picture-0.png');
  await sharp({ create: { width: 40, height: 30, channels: 3, background: '#345' } })
    .png()
    .toFile(first);
  for (let i = 1; i < PICTURES; i++) copyFileSync(first, path.join(folder, `picture-${i}.png`));
  // Every word, every link, every pair of call and note is checked as the book is made.
  book = await packEpub(largeEdition(folder));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a book of five megabytes is cut into files that small devices read', () => {
  const { sizes } = readEpub(book.bytes);
  const texts = [...sizes].filter(([name]) => name.endsWith('.xhtml'));
  expect(texts.reduce((sum, [, size]) => sum + size, 0)).toBeGreaterThan(5_000_000);
  for (const [name, size] of texts) expect(size, name).toBeLessThan(250_000);
});

test('it is cut at its sections where it has any', () => {
  const second = book.texts['chapter-1-2.xhtml']!;
  expect(second).toMatch(/<h1 class="continued-title">Chapter 1 \(continued\)<\/h1>\s*<h2 id="s-/);
});

test('a list that goes on in the next file goes on with its numbers', () => {
  const second = book.texts['chapter-3-2.xhtml']!;
  const [, start, first] = /<ol start="(\d+)" class="continued"><li>(\d+) /.exec(second)!;
  expect(Number(start)).toBe(Number(first) + 5);
});

test('calls find their notes in other files', () => {
  const { trees } = readEpub(book.bytes);
  const calls = [...trees].flatMap(([, tree]) =>
    elementsOf(tree, ({ attributes }) => attributes.role === 'doc-noteref'),
  );
  expect(calls).toHaveLength(NOTES);
  expect(calls.some(({ attributes }) => !attributes.href!.startsWith('#'))).toBe(true);
});

test('pictures are stored and not deflated', () => {
  const zip = Buffer.from(book.bytes);
  let stored = 0;
  for (let at = zip.indexOf('PK\u0001\u0002'); at >= 0; at = zip.indexOf('PK\u0001\u0002', at + 4)) {
    const name = zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28));
    if (/\.(png|jpg|woff2)$/.test(name)) {
      expect(zip.readUInt16LE(at + 10), name).toBe(0);
      stored++;
    }
  }
  expect(stored).toBeGreaterThan(PICTURES);
});
