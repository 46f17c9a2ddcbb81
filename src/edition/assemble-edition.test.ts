import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { toHtml } from 'hast-util-to-html';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ContentsEntry, Edition } from './edition.js';
import { editionOf } from './testing/edition-of.js';

const html = (edition: Edition, index = 0) => toHtml(edition.sections[index]!.content);
const outline = (entries: readonly ContentsEntry[]): unknown[] =>
  entries.map(({ title, level, children }) => [
    level,
    [title.label, title.text].filter(Boolean).join(' '),
    ...outline(children),
  ]);
const messages = (report: Awaited<ReturnType<typeof editionOf>>['report']) =>
  report.messages.map(({ severity, code, place }) => `${severity} ${code} ${place?.path}:${place?.line}`);

describe('sections', () => {
  test('front matter, parts, chapters and back matter in order, each of its kind', async () => {
    const { edition, report } = await editionOf({
      markdown: {
        'front/dedication.md': 'For Ada.',
        'front/b.md': '# Vorwort\n\nText.',
        'one.md': '# The Mill\n\nText.',
        'two.md': '# Introduction\n\nText.',
        'three.md': '# The Race\n\nText.\n\n## Weed\n\nText.',
        'back/x.md': '---\nkind: colophon\ntitle: How It Was Made\n---\n\nBy hand.',
      },
      parts: [
        { title: 'Water', files: ['one.md', 'two.md'], text: 'A word on water.' },
        { title: 'Stone', files: ['three.md'] },
      ],
    });
    expect(report.messages).toEqual([]);
    expect(edition.sections.map(({ id, kind, matter, part }) => [id, kind, matter, part])).toEqual([
      ['dedication', 'dedication', 'front', undefined],
      ['vorwort', 'preface', 'front', undefined],
      ['water', 'part', 'body', undefined],
      ['the-mill', 'chapter', 'body', 'water'],
      ['introduction', 'introduction', 'body', 'water'],
      ['stone', 'part', 'body', undefined],
      ['the-race', 'chapter', 'body', 'stone'],
      ['how-it-was-made', 'colophon', 'back', undefined],
    ]);
    expect(html(edition)).toBe('<p>For Ada.</p>');
    expect(html(edition, 2)).toBe('<h1 id="water-title">Water</h1><p>A word on water.</p>');
    expect(outline(edition.contents)).toEqual([
      [1, 'Dedication'],
      [1, 'Vorwort'],
      [1, 'Water', [2, 'The Mill'], [2, 'Introduction']],
      [1, 'Stone', [2, 'The Race', [3, 'Weed']]],
      [1, 'How It Was Made'],
    ]);
  });

  test('a link to the first chapter of a part leads to the chapter, not to the title of the part', async () => {
    const { edition } = await editionOf({
      markdown: { 'one.md': '# The Mill\n\nText.', 'two.md': '# The Race\n\nSee [](one.md).' },
      parts: [{ title: 'Water', files: ['one.md', 'two.md'] }],
    });
    expect(html(edition, 2)).toContain('See <a href="#the-mill">The Mill</a>.');
  });

  test('a file of several titles gives several', async () => {
    const { edition } = await editionOf({
      markdown: 'Kicker.\n\n# One\n\nA[^1].\n\n# Two\n\nB[^1] C[^2].\n\n[^1]: x\n[^2]: y',
    });
    expect(
      edition.sections.map(({ title, notes }) => [
        title.text,
        notes.map(({ label, calls }) => [label, calls]),
      ]),
    ).toEqual([
      ['One', [['1', ['one-call-1', 'one-call-1-2']]]],
      ['Two', [['1', ['two-call-1']]]],
    ]);
  });

  test('a book of one file leaves a bare title to the title page', async () => {
    const { edition } = await editionOf({ markdown: '# A Test\n\n# One\n\nText.', single: true });
    expect(edition.sections.map(({ title }) => title.text)).toEqual(['One']);
  });

  test.each([
    [
      '# A Test\n\n## Preface\n\nx\n\n## Chapter I: One\n\nx\n\n### Weed\n\nx\n\n## Chapter II\n\n### Two\n\nx',
      'Preface',
    ],
    [
      '---\ntitle: A Test\n---\n\n## Preface\n\nx\n\n## Chapter I: One\n\nx\n\n### Weed\n\nx\n\n## Chapter II: Two\n\nx',
      'Preface',
    ],
  ])('a book that is one text has its labelled chapters as chapters', async (markdown, first) => {
    const { edition } = await editionOf({ markdown, single: true });
    expect(outline(edition.contents)).toEqual([
      [1, first],
      [1, 'Chapter I One', [2, 'Weed']],
      [1, 'Chapter II Two'],
    ]);
  });

  test('sections of an essay are no chapters', async () => {
    const { edition } = await editionOf({ markdown: '# A Test\n\n## One\n\nx\n\n## Two\n\nx', single: true });
    expect(outline(edition.contents)).toEqual([[1, 'A Test', [2, 'One'], [2, 'Two']]]);
  });

  test('a text without a title is named after its file, with a warning', async () => {
    const { edition, report } = await editionOf({ markdown: { '03-the_old mill.md': 'Text.' } });
    expect(edition.sections[0]!.title.text).toBe('The old mill');
    expect(messages(report)).toEqual(['warning no-title 03-the_old mill.md:1']);
  });

  test('a file of front matter alone is an error', async () => {
    const { report } = await editionOf({ markdown: { 'a.md': '---\ntitle: A\n---\n', 'b.md': '# B' } });
    expect(messages(report)).toEqual(['error empty-file a.md:2']);
  });

  test('chapters and their sections are numbered on demand, prefaces are not', async () => {
    const { edition } = await editionOf({
      markdown: {
        'front/a.md': '# Preface\n\nText.',
        'a.md': '# One\n\n## Aa\n\n### Aaa\n\n## Bb {.unnumbered}\n\n## Cc',
        'b.md': '# Chapter II: Two\n\n## Dd',
      },
      book: { typography: { numberHeadings: true } },
    });
    expect(outline(edition.contents)).toEqual([
      [1, 'Preface'],
      [1, '1 One', [2, '1.1 Aa', [3, '1.1.1 Aaa']], [2, 'Bb'], [2, '1.2 Cc']],
      [1, 'Chapter II Two', [2, '2.1 Dd']],
    ]);
  });

  test('language and direction are those of the file', async () => {
    const { edition } = await editionOf({
      markdown: {
        'a.md': '---\nlang: he\n---\n# A',
        'b.md': '# B "q"',
        'c.md': '---\nlanguage: de\n---\n# C "q"',
      },
    });
    expect(
      edition.sections.map(({ language, direction, title }) => [language, direction, title.text]),
    ).toEqual([
      ['he', 'rtl', 'A'],
      [undefined, undefined, 'B “q”'],
      ['de', undefined, 'C „q“'],
    ]);
  });
});

describe('titles', () => {
  test('leave out calls, marks, anchors and links', async () => {
    const { edition } = await editionOf({
      markdown:
        '# Chapter I. *The* [Pond](https://example.com)[^1] :page-mark{n=3}of `x`\\* {#pond short="Pond"}\n\nT.\n\n[^1]: N.',
    });
    const [{ id, title }] = edition.sections as [Edition['sections'][0]];
    expect(id).toBe('pond');
    expect({ ...title, content: toHtml([...title.content]) }).toEqual({
      text: 'The Pond of x',
      content: '<em>The</em> Pond of <code>x</code>',
      label: 'Chapter I',
      short: 'Pond',
    });
    expect(html(edition)).toContain('<span class="heading-label">Chapter I</span> <em>The</em>');
  });
});

test('titles of the book and its parts are set as the text is', async () => {
  const { edition } = await editionOf({
    markdown: { 'a.md': '# "A"' },
    parts: [{ title: "The 'First'", files: ['a.md'] }],
    book: { title: '"Ponds" -- A Book', subtitle: "Don't" },
  });
  expect([
    edition.book.title,
    edition.book.subtitle,
    ...edition.sections.map(({ title }) => title.text),
  ]).toEqual(['“Ponds”\u00A0– A Book', 'Don’t', 'The ‘First’', '“A”']);
});

describe('notes', () => {
  const three = {
    'a.md': '# A\n\nx[^1] y[^2]\n\n[^1]: a[^3]\n[^2]: b\n[^3]: c',
    'b.md': '# B\n\nz[^1]\n\n[^1]: d',
  };

  test.each([
    ['chapter', ['1', '2', '3'], ['1']],
    ['book', ['1', '2', '3'], ['4']],
  ] as const)('are numbered by %s', async (number, first, second) => {
    const { edition } = await editionOf({ markdown: three, book: { notes: { number } } });
    expect(edition.sections.map(({ notes }) => notes.map(({ label }) => label))).toEqual([first, second]);
    expect(toHtml([...edition.sections[0]!.notes[0]!.content])).toContain('href="#a-note-2"');
  });

  test('every call has its note and every note its calls', async () => {
    const { edition } = await editionOf({ markdown: three });
    for (const section of edition.sections)
      for (const note of section.notes)
        for (const call of note.calls) {
          const all =
            toHtml(section.content) + section.notes.map(({ content }) => toHtml([...content])).join('');
          expect(all).toContain(
            `href="#${note.id}" role="doc-noteref" class="note-call" id="${call}" data-note="${note.id}"`,
          );
        }
  });

  test('calls without notes and notes without calls are printed and reported', async () => {
    const { edition, report } = await editionOf({
      markdown: '# A\n\nOne.[1] Two.[2] Three.[3]\n\n[1] First.\n\n[3] Third.\n\n[^z]: Zed.',
      book: { language: 'de' },
    });
    expect(html(edition)).toContain('<h2 id="a-unplaced-notes">Nicht zugeordnete Anmerkungen</h2>');
    expect(html(edition)).toContain('<li><p>[z] Zed.</p></li>');
    expect(html(edition)).toContain('[2] ohne Anmerkung');
    expect(messages(report)).toContain('error call-without-note chapter.md:3');
    expect(messages(report)).toContain('error note-without-call chapter.md:9');
  });
});

describe('links', () => {
  test('lead to anchors, headings by their words, and files', async () => {
    const { edition, report } = await editionOf({
      markdown: {
        'a.md':
          '# A\n\n## Notes {#n}\n\n## Weed\n\n[1](#n) [2](#weed) [3](b.md) [4](b.md#weed) [](#weed) [](b.md) :page[#n] [6](#B-Title)\n',
        'b.md': '# B Title\n\n## Weed\n\n[5](#weed) [7](a.md#weed)',
      },
    });
    expect(report.messages).toEqual([]);
    const links = (index: number) =>
      [...html(edition, index).matchAll(/href="([^"]*)"[^>]*>([^<]*)/g)].map(
        ([, href, text]) => `${text}${href}`,
      );
    expect(links(0)).toEqual([
      '1#n',
      '2#weed',
      '3#b-title',
      '4#b-title-weed',
      'Weed#weed',
      'B Title#b-title',
      '#n',
      '6#b-title',
    ]);
    expect(links(1)).toEqual(['5#b-title-weed', '7#weed']);
  });

  test('a broken one is an error that names the nearest anchor, and becomes its words', async () => {
    const { edition, report } = await editionOf({
      markdown: '# A\n\n## The Weed\n\n[go](#the-wed) [away](c.md)',
    });
    expect(messages(report)).toEqual(['error broken-link chapter.md:5', 'error broken-link chapter.md:5']);
    expect(report.messages[0]!.note).toContain('#the-weed');
    expect(html(edition)).toContain('<span>go</span> <span>away</span>');
  });

  test('one that leads nowhere is answered with what was probably meant, in whatever text it stands', async () => {
    const { report } = await editionOf({
      markdown: {
        'one.md':
          '# One\n\n[a](#secton-two), [b](#far-headin), [c](#figg), [d](two.html#far-heding), [e](texts/two.md), [f](twoo.md), [g](#zzzzzzzz)\n\n## Section Two\n\nText.',
        'two.md': '# Two\n\n## Far Heading\n\n![A pike](pike.png){#fig-1}\n\n## Another {#figs}\n\nText.',
      },
    });
    const notes = report.messages.filter(({ code }) => code === 'broken-link').map(({ note }) => note);
    expect(notes).toEqual([
      'Did you mean `#section-two`?',
      'Did you mean `#far-heading`?',
      'Did you mean `#figs`?',
      'Did you mean `#far-heading`?',
      'Did you mean `two.md`?',
      'Did you mean `two.md`?',
      'Check the name, or give the target one with `{#name}`.',
    ]);
  });

  test('a second anchor of one name is an error', async () => {
    const { report } = await editionOf({ markdown: { 'a.md': '# A {#x}', 'b.md': '# B\n\n## C {#x}' } });
    expect(messages(report)).toEqual(['error duplicate-id b.md:3']);
    expect(report.messages[0]!.note).toContain('a.md:1');
  });
});

describe('credits', () => {
  test('come from the front matter', async () => {
    const { edition, report } = await editionOf({
      markdown:
        '---\nauthor: Ada Writer\ntranslators: [Ben, Cid]\nsource: A book\nlicense: CC0\ndate: 1902-05-01\npages: 12-19\n---\n# A',
    });
    expect(report.messages).toEqual([]);
    expect(edition.sections[0]!.credit).toEqual({
      creators: [
        { name: 'Ada Writer', role: 'author' },
        { name: 'Ben', role: 'translator' },
        { name: 'Cid', role: 'translator' },
      ],
      source: 'A book',
      rights: 'CC0',
      date: '1902-05-01',
      pages: '12-19',
    });
  });

  test('what is invalid is reported with its line and left out', async () => {
    const { edition, report } = await editionOf({
      markdown: '---\nauthor: { nam: Ada }\nsource: [a]\nkind: chaptre\n---\n# A',
    });
    expect(edition.sections[0]!.credit).toEqual({});
    expect(messages(report).sort()).toEqual([
      'error front-matter chapter.md:2',
      'error front-matter chapter.md:3',
      'error front-matter chapter.md:4',
    ]);
  });

  test('front matter that is no YAML is reported where it goes wrong', async () => {
    const { report } = await editionOf({ markdown: '---\na: 1\nb: "x\n---\n# A' });
    expect(messages(report)[0]).toMatch(/^error front-matter chapter\.md:[34]$/);
  });
});

describe('pictures', () => {
  let folder: string;
  beforeEach(async () => {
    const root = mkdtempSync(path.join(tmpdir(), 'octavo-'));
    folder = path.join(root, 'book');
    mkdirSync(path.join(folder, 'text', 'images'), { recursive: true });
    const png = await sharp({ create: { width: 30, height: 20, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    writeFileSync(path.join(folder, 'text', 'images', 'a pike.png'), png);
    writeFileSync(path.join(folder, 'text', 'broken.png'), 'no picture');
    writeFileSync(path.join(root, 'outside.png'), png);
    symlinkSync(path.join(root, 'outside.png'), path.join(folder, 'text', 'link.png'));
  });
  afterEach(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

  test('are found beside their file, measured, and named by their path in the book', async () => {
    const { edition, report } = await editionOf({
      markdown: {
        'text/a.md': '# A\n\n![Pike](images/a%20pike.png)\n\nN[^1].\n\n[^1]: ![P](<./images/a pike.png>)',
      },
      folder,
    });
    expect(report.messages).toEqual([]);
    expect(
      [...edition.pictures].map(([src, picture]) => [src, picture.mediaType, picture.width, picture.height]),
    ).toEqual([['text/images/a pike.png', 'image/png', 30, 20]]);
    expect(html(edition)).toContain('<img src="text/images/a pike.png" alt="Pike">');
  });

  test.each([
    ['images/none.png', 'missing-image'],
    ['broken.png', 'unreadable-image'],
    ['../../outside.png', 'outside-folder'],
    ['link.png', 'outside-folder'],
    ['/etc/passwd', 'outside-folder'],
    ['images', 'unreadable-image'],
  ])('%s is refused as %s, and its words stay', async (src, code) => {
    const { edition, report } = await editionOf({
      markdown: { 'text/a.md': `# A\n\nSee ![Pike](${src}).` },
      folder,
    });
    expect(messages(report)).toEqual([`error ${code} text/a.md:3`]);
    expect(html(edition)).toContain('<p>See <span>[Pike]</span>.</p>');
    expect(edition.pictures.size).toBe(0);
  });
});

test('headings of songs, letters, boxes and quotations are no entries of the contents', async () => {
  const { edition } = await editionOf({
    markdown:
      '# One\n\n:::verse\n# Song\n\nA line\n:::\n\n:::aside\n## Box\n:::\n\n> ## Quoted\n\n<div class="poem">\n\n## Poem\n\n</div>\n\n<div><h1>Raw</h1></div>\n\n:::keep\n## Kept\n\nText.\n:::\n',
  });
  expect(edition.sections).toHaveLength(1);
  expect(edition.contents[0]!.children.map(({ title }) => title.text)).toEqual(['Kept']);
});

test('front matter of a chapter is checked: keys nearly right, languages that are none', async () => {
  const { report } = await editionOf({
    markdown: '---\ntitel: One\nlang: klingonish\nlayout: post\ntags: [a]\n---\n\n# One\n\nText.\n',
  });
  expect(report.messages.map(({ code, place, note }) => [code, place?.line, note])).toEqual([
    ['unknown-key', 2, 'Did you mean “title”?'],
    ['language-unknown', 3, 'The text is set in the language of the book.'],
  ]);
});
