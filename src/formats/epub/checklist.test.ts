import { beforeAll, describe, expect, test } from 'vitest';
import { type BuiltEpub, buildEpub } from './testing/build.js';
import { RICH_BOOK } from './testing/rich-book.js';

/** What a good EPUB has, point by point, on the golden book. */
let book: BuiltEpub;
let opf: string;
beforeAll(async () => {
  book = await buildEpub(RICH_BOOK);
  opf = book.texts['content.opf']!;
});

describe('package', () => {
  test('mimetype comes first and is stored', () => {
    const head = Buffer.from(book.bytes.subarray(0, 58));
    expect(head.readUInt16LE(8)).toBe(0);
    expect(head.toString('latin1', 30, 58)).toBe('mimetypeapplication/epub+zip');
  });

  test('no entry is a folder, and all have one date', () => {
    const entries = Object.values(book.zip.files).filter(({ name }) => !name.endsWith('/'));
    expect(new Set(entries.map(({ date }) => date.getTime())).size).toBe(1);
    expect(Buffer.from(book.bytes).includes('OEBPS/images/PK')).toBe(false);
  });

  test('the identifier is that of the work', () => {
    expect(opf).toContain('<dc:identifier id="id">urn:isbn:9780306406157</dc:identifier>');
    expect(opf).toContain('<meta refines="#id" property="identifier-type" scheme="onix:codelist5">15</meta>');
    expect(book.texts['toc.ncx']).toContain('<meta name="dtb:uid" content="urn:isbn:9780306406157"/>');
  });

  test('one moment of change, the date of the build', () => {
    expect(opf.match(/dcterms:modified">[^<]*/g)).toEqual(['dcterms:modified">2020-02-02T00:00:00Z']);
  });

  test('each person alone, with role and sort name', () => {
    expect(opf).toMatch(
      /<dc:creator id="creator-1">Ada Writer<\/dc:creator>\s*<meta refines="#creator-1" property="role" scheme="marc:relators">aut<\/meta>\s*<meta refines="#creator-1" property="file-as">Writer, Ada<\/meta>/,
    );
    expect(opf).toMatch(
      /<dc:contributor id="creator-2">Jo Reader<\/dc:contributor>\s*<meta refines="#creator-2" property="role" scheme="marc:relators">trl<\/meta>\s*<meta refines="#creator-2" property="file-as">Reader, Jo<\/meta>/,
    );
  });

  test('title, subtitle, publisher, date, rights, source, subjects, description', () => {
    for (const entry of [
      '<dc:title id="title">Letters from the Quay</dc:title>',
      '<dc:title id="subtitle">A Book of One of Everything</dc:title>',
      '<meta refines="#subtitle" property="title-type">subtitle</meta>',
      '<dc:publisher>The Quay Press</dc:publisher>',
      '<dc:date>2019-05-01</dc:date>',
      '<dc:rights>CC BY 4.0</dc:rights>',
      '<dc:source id="source">A manuscript in a drawer</dc:source>',
      '<dc:subject>Letters</dc:subject>',
      '<dc:subject>Harbours</dc:subject>',
      '<dc:description>Two letters, a poem, a scene.</dc:description>',
    ])
      expect(opf).toContain(entry);
  });

  test('the series with its number', () => {
    expect(opf).toContain('<meta id="series" property="belongs-to-collection">Quayside Books</meta>');
    expect(opf).toContain('<meta refines="#series" property="collection-type">series</meta>');
    expect(opf).toContain('<meta refines="#series" property="group-position">3</meta>');
  });

  test('a book without rights claims none, nor a publisher or a source that it has not', async () => {
    const { texts } = await buildEpub({ markdown: '# One\n\nText.' });
    expect(texts['content.opf']).not.toMatch(/dc:rights|dc:publisher|dc:source|dc:description|anonymous/);
    expect(texts['content.opf']).toMatch(/<dc:identifier id="id">urn:uuid:[0-9a-f-]{36}</);
  });
});

describe('navigation', () => {
  test('contents are the tree of headings, at every level', () => {
    const toc = book.texts['toc.xhtml']!;
    const nav = toc.slice(toc.indexOf('epub:type="toc"'), toc.indexOf('</nav>'));
    expect(
      nav
        .replace(/<[^>]+>/g, '')
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
        .slice(2),
    ).toEqual([
      'Preface',
      'Chapter One. The Harbour',
      'The Weather',
      'Tides',
      'Of the moon',
      'Greek and Others',
      'The Lamp',
      'Supper',
      'Appendix',
    ]);
    expect(nav).toContain('<em>Harbour</em>');
    expect(nav.match(/<ol>/g)).toHaveLength(5);
  });

  test('no word of a note is in them', () => {
    expect(book.texts['toc.xhtml']).not.toMatch(/note|call/i);
    expect(book.texts['toc.ncx']).not.toMatch(/sea-chest|calm/);
  });

  test('landmarks, one of a type', () => {
    const types = [...book.texts['toc.xhtml']!.matchAll(/<a epub:type="([^"]+)" href="([^"]+)"/g)];
    expect(types.map(([, type, href]) => [type, href])).toEqual([
      ['cover', 'cover.xhtml'],
      ['titlepage', 'titlepage.xhtml'],
      ['toc', 'toc.xhtml#toc'],
      ['preface', 'preface.xhtml'],
      ['bodymatter', 'the-harbour.xhtml'],
      ['appendix', 'appendix.xhtml'],
    ]);
  });

  test('the NCX has two levels at most, in an order without gaps', () => {
    const ncx = book.texts['toc.ncx']!;
    expect(ncx).toContain('<meta name="dtb:depth" content="2"/>');
    expect(ncx).toContain('The Weather');
    expect(ncx).not.toContain('Tides');
    const order = [...ncx.matchAll(/playOrder="(\d+)"/g)].map(([, n]) => Number(n));
    expect(order).toEqual(order.map((_, i) => i + 1));
  });

  test('the nav stands in the order of reading, after the title page', () => {
    expect(opf).toMatch(/<itemref idref="text-2"\/>\s*<itemref idref="nav"\/>/);
  });
});

describe('access', () => {
  test('what the metadata says is counted in the text', () => {
    const values = (property: string) =>
      [...opf.matchAll(new RegExp(`property="schema:${property}"[^>]*>([^<]*)`, 'g'))].map(
        ([, value]) => value,
      );
    expect(values('accessMode')).toEqual(['textual', 'visual']);
    expect(values('accessModeSufficient')).toEqual(['textual']);
    expect(values('accessibilityFeature')).toEqual([
      'alternativeText',
      'MathML',
      'describedMath',
      'ARIA',
      'displayTransformability',
      'readingOrder',
      'structuralNavigation',
      'tableOfContents',
    ]);
    expect(values('accessibilityHazard')).toEqual(['none']);
    expect(values('accessibilitySummary')[0]).toContain('Every picture has a description.');
  });

  test('one picture without a description, and the claim is gone', async () => {
    const { texts, report } = await buildEpub({
      ...RICH_BOOK,
      markdown: '# One\n\n![A boat](boat.png)\n\n![](ornament.svg)',
    });
    expect(report.messages.map(({ code }) => code)).toEqual(['image-without-alt']);
    expect(texts['content.opf']).not.toContain('alternativeText');
    expect(texts['content.opf']).toContain('accessModeSufficient">textual,visual<');
    expect(texts['content.opf']).toContain('Some pictures have no description.');
  });

  test('a book of words alone says so, and nothing of pictures and formulas', async () => {
    const { texts } = await buildEpub({ markdown: '# One\n\nText.' });
    expect(texts['content.opf']).not.toMatch(/>visual<|alternativeText|MathML/);
  });

  test('no conformance is claimed that nobody has certified', () => expect(opf).not.toContain('conformsTo'));

  test('language and direction stand on the package and on every file; foreign words are marked', async () => {
    expect(opf).toContain('<dc:language>en</dc:language>');
    for (const [name, text] of Object.entries(book.texts))
      if (name.endsWith('.xhtml')) expect(text, name).toContain('lang="en" xml:lang="en" dir="ltr"');
    expect(book.texts['the-harbour.xhtml']).toContain('<span lang="grc" xml:lang="grc">ἄνδρα');
  });

  test('a chapter in another language says which', async () => {
    const { texts } = await buildEpub({
      markdown: { 'one.md': '# One\n\nText.', 'deux.md': '---\nlanguage: fr\n---\n\n# Deux\n\nTexte.' },
    });
    expect(texts['deux.xhtml']).toContain('lang="fr" xml:lang="fr"');
    expect(texts['one.xhtml']).toContain('lang="en" xml:lang="en"');
  });
});

describe('notes', () => {
  test('a call is one link with its label and nothing else', () => {
    expect(book.texts['the-lamp.xhtml']).toContain(
      'went out.<a id="the-lamp-call-1" href="#the-lamp-note-1" class="note-call" epub:type="noteref" role="doc-noteref">1</a> See',
    );
  });

  test('notes stand in a list at the end of their chapter, which no reader hides', () => {
    expect(book.texts['the-lamp.xhtml']).toMatch(
      /<section class="notes" epub:type="endnotes" role="doc-endnotes" aria-labelledby="the-lamp--notes"><h2 id="the-lamp--notes" class="notes-title">Notes<\/h2><ol class="note-list"><li value="1"><div id="the-lamp-note-1" epub:type="footnote" role="doc-footnote"><p>/,
    );
    expect(book.texts['the-lamp.xhtml']).not.toMatch(/<aside[^>]*epub:type="footnote"/);
  });

  test('two calls of one note have a link back each', () => {
    const text = book.texts['the-harbour.xhtml']!;
    expect(text.match(/href="#the-harbour-note-1"/g)).toHaveLength(2);
    expect(text).toMatch(/href="#the-harbour-call-1"[^>]*aria-label="Back to note call 1 \(1\)">↑a<\/a>/);
    expect(text).toMatch(/href="#the-harbour-call-1-2"[^>]*aria-label="Back to note call 1 \(2\)">↑b<\/a>/);
  });

  test('a note of paragraphs, verse and lists keeps them', () => {
    const text = book.texts['the-harbour.xhtml']!;
    expect(text).toMatch(/<p>It lasted two days:<\/p><div class="verse">/);
    expect(text).toMatch(/<p>See these:<\/p><ul>/);
  });

  test('from right to left each note says so itself: a window that pops up is no part of the page', async () => {
    const { texts } = await buildEpub({
      markdown: '# א\n\nב.[^1]\n\n[^1]: ג.',
      book: { language: 'he', title: 'ד' },
    });
    expect(texts['section-1.xhtml']).toMatch(
      /<div id="[^"]*" epub:type="footnote" role="doc-footnote" lang="he" xml:lang="he" dir="rtl">/,
    );
    expect(book.texts['the-lamp.xhtml']).not.toMatch(/doc-footnote"[^>]*dir=/);
  });

  test('notes of a chapter stand in its own file, without which Thorium opens no window', async () => {
    for (const [name, text] of Object.entries(book.texts))
      if (name.endsWith('.xhtml'))
        for (const [, href] of text.matchAll(/href="([^"]*)"[^>]*role="doc-noteref"/g))
          expect(href, name).toMatch(/^#/);
  });

  test('no link stands round a note or its first words, which readers would leave out of the window', () => {
    for (const [, note] of book.texts['the-harbour.xhtml']!.matchAll(
      /role="doc-footnote">([\s\S]*?)<\/div><\/li>/g,
    ))
      expect(note).not.toMatch(/^(<p>)?<a [^>]*doc-backlink/);
  });

  test('a dedication without a heading may have one', async () => {
    const { texts } = await buildEpub({
      markdown: {
        'front/ada.md': '---\nkind: dedication\n---\n\nFor Ada.[^1]\n\n[^1]: Who else.',
        'one.md': '# One\n\nText.',
      },
    });
    expect(texts['ada.xhtml']).toContain('aria-label="Ada"');
    expect(texts['toc.xhtml']).toContain('<a href="ada.xhtml">Ada</a>');
  });

  test('numbered through the book, they keep their numbers', async () => {
    const { texts } = await buildEpub({
      markdown: { 'a.md': '# A\n\nOne.[^1]\n\n[^1]: First.', 'b.md': '# B\n\nTwo.[^1]\n\n[^1]: Second.' },
      book: { notes: { number: 'book' } },
    });
    expect(texts['b.xhtml']).toContain('role="doc-noteref">2</a>');
    expect(texts['b.xhtml']).toContain('<li value="2"><div id');
  });
});

describe('text', () => {
  test('verse and drama are readable without a style sheet', () => {
    const text = book.texts['the-lamp.xhtml']!;
    expect(text).toContain('the oil is thin,</span><br/><span class="line"');
    expect(text).toContain('<p class="speech"><span class="speaker">HALLA.</span> Who keeps');
  });

  test('a formula has its source for those who hear it', () => {
    expect(book.texts['the-harbour.xhtml']).toContain('alttext="\\sum_{k=1}^{n} k = \\frac{n(n+1)}{2}"');
    expect(opf).toMatch(/href="the-harbour.xhtml"[^>]*properties="mathml"/);
    expect(book.texts['the-harbour.xhtml']).not.toContain('annotation');
  });

  test('a table falls into rows where a column is too narrow for its words', () => {
    expect(book.texts['the-harbour.xhtml']).toContain('<div class="table-box"><table class="fits-18">');
    expect(book.texts['the-harbour.xhtml']).toContain('<td data-label="Wind">east</td>');
    expect(book.texts['the-harbour.xhtml']).toContain('<th scope="col">Wind</th>');
    expect(book.texts['style.css']).toContain('@container (max-width: 18em) {\n  table.fits-18,');
  });

  test('a reference to a page is a link with the title of what stands there', () => {
    expect(book.texts['the-lamp.xhtml']).toContain(
      '<a class="page-ref" href="the-harbour.xhtml#weather">The Weather</a>',
    );
  });

  test('the first letter of a chapter is large where the book wants it', async () => {
    expect(book.texts['the-lamp.xhtml']).toContain('class="drop-caps"');
    expect(book.texts['preface.xhtml']).not.toContain('class="drop-caps"');
    const { texts } = await buildEpub({ markdown: '# One\n\nText.' });
    expect(texts['one.xhtml']).not.toContain('drop-caps');
  });

  test('no script, no comment, nothing from outside', () => {
    for (const [name, text] of Object.entries(book.texts)) {
      if (!name.endsWith('.xhtml')) continue;
      expect(text, name).not.toMatch(/<script|<!--|style=|src="https?:/);
    }
  });

  test('the colophon says where the text comes from, who may use it, and what it is set in', () => {
    expect(book.texts['about.xhtml']).toContain('<dt>Source</dt><dd>A manuscript in a drawer</dd>');
    expect(book.texts['about.xhtml']).toContain('<dt>Rights</dt><dd>CC BY 4.0</dd>');
    expect(book.texts['about.xhtml']).toContain(
      '<dd>EB Garamond: SIL Open Font License 1.1 (META-INF/licences/eb-garamond.txt)</dd>',
    );
  });
});

describe('lists', () => {
  test('figures and tables with captions are listed where that is asked for', async () => {
    const { texts } = await buildEpub(RICH_BOOK, { config: { lists: true } });
    expect(texts['toc.xhtml']).toMatch(
      /<nav epub:type="lot"[^>]*>\s*<h2 id="lot-title">Tables<\/h2>\s*<ol>\s*<li><a href="the-harbour.xhtml#tide-table">Hours of the tide<\/a><\/li>/,
    );
    expect(book.texts['toc.xhtml']).not.toMatch(/epub:type="lo[it]"/);
  });
});

describe('colophon', () => {
  const cleanedText = (title: string, more = '') =>
    `---\nauthor: Hester Vane\nsource: The Quay Review\n${more}raw:\n  file: lamps.txt\n  sha256: ${'ab'.repeat(32)}\n  removed: 4\n  changed: 9\n  unplaced: 1\n---\n\n# ${title}\n\nText.`;

  test('says of a text that was cleaned what it was made from, and how much was done to it', async () => {
    const { texts } = await buildEpub({
      markdown: cleanedText('Lamps'),
      book: { source: 'The Quay Review' },
    });
    expect(texts['about.xhtml']).toContain(
      `<p>Made from lamps.txt (SHA-256 ${'ab'.repeat(32)}); passages removed: 4; passages changed: 9; notes without a place: 1</p>`,
    );
    expect(texts['about.xhtml']!.match(/The Quay Review/g)).toHaveLength(1);
  });

  test('gives each of several texts its credits, and says nothing of those that have none', async () => {
    const { texts } = await buildEpub({
      markdown: { 'a.md': cleanedText('Lamps', 'pages: 4–9\nrights: CC0\n'), 'b.md': '# Tides\n\nText.' },
    });
    expect(texts['about.xhtml']).toMatch(
      /<dt>Source<\/dt><dd><p>Hester Vane<\/p><p>The Quay Review, 4–9<\/p><p>CC0<\/p><p>Made from/,
    );
    expect(texts['about.xhtml']).not.toContain('Tides');
  });

  test('passes over what stands under `raw` and is not of Octavo', async () => {
    const { texts } = await buildEpub({ markdown: '---\nraw: 12\n---\n\n# One\n\nText.' });
    expect(texts['about.xhtml']).not.toContain('Made from');
  });
});

test('a book that is written from right to left turns its pages so', async () => {
  const { texts, report } = await buildEpub({
    markdown: '# פרק ראשון\n\nהספינה עגנה בנמל.',
    book: { title: 'הנמל', language: 'he' },
  });
  expect(texts['content.opf']).toContain('page-progression-direction="rtl"');
  expect(texts['content.opf']).toContain('dir="rtl"');
  expect(texts['toc.xhtml']).toContain('lang="he" xml:lang="he" dir="rtl"');
  // Of the font, which a reader has and we have not.
  expect(new Set(report.messages.map(({ code }) => code))).toEqual(
    new Set(['character-without-font', 'cover-letters']),
  );
});

test('names that differ in accents, capitals or script alone give files of their own', async () => {
  const { texts } = await buildEpub({
    markdown: {
      'a.md': '# Été\n\nA.',
      'b.md': '# Ete\n\nB.',
      'c.md': '# Cover\n\nC.',
      'd.md': '# Ὀδύσσεια\n\nD.',
      'e.md': '# Ἰλιάς\n\nE.',
    },
  });
  const names = Object.keys(texts).filter((name) => name.endsWith('.xhtml'));
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  expect(names.every((name) => /^[a-z0-9.-]+$/.test(name))).toBe(true);
  expect(names).toHaveLength(5 + 4);
});

test('the same book in another place, time zone and locale has the same bytes', async () => {
  const { TZ, LANG } = process.env;
  try {
    process.env.TZ = 'America/St_Johns';
    process.env.LANG = 'tr_TR.UTF-8';
    const again = await buildEpub(RICH_BOOK);
    expect(Buffer.compare(Buffer.from(again.bytes), Buffer.from(book.bytes))).toBe(0);
  } finally {
    process.env.TZ = TZ;
    process.env.LANG = LANG;
  }
});
