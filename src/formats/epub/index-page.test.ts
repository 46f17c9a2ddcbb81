import { describe, expect, test } from 'vitest';
import { checkEpub } from './check/check-epub.js';
import { buildEpub } from './testing/build.js';
import { mutate } from './testing/mutate.js';

const markdown = [
  '# Harbours',
  ':page-mark[7]{#p7}A :index[lamp] and a :index[lamp]{as=Light sub=old}.[^1] :index[Boats]{range=start}',
  '## Tides',
  ':page-mark[8]{#p8}A :index[lamp], a :index[lamp], an :index[Anchor].:index{term=Boats range=end}',
  ':index{term=Vessels see=Boats} :index{term=Anchor also="Light, old"} :index{term=Anchor also=lamp}',
  '[^1]: A :index[lamp] in a note.',
].join('\n\n');

/** The entries as lines, links as `[words](address)`. */
const linesOf = (xhtml: string | undefined) =>
  xhtml!
    .slice(xhtml!.indexOf('<h1'))
    .replace(/<a [^>]*href="([^"]*)"[^>]*>([^<]*)<\/a>/g, '[$2]($1)')
    .replace(/<(li|h1|h2)[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .trim()
    .split('\n');

describe('the index', () => {
  test('calls places by the pages where the book has any: each page once, passages from end to end', async () => {
    const { texts } = await buildEpub({ markdown }, { config: { pageList: 'source' } });
    expect(linesOf(texts['index.xhtml'])).toEqual([
      'Index',
      'Anchor: [8](harbours.xhtml#index-anchor); see also [lamp](#entry--lamp); [Light, old](#entry--light-old)',
      'Boats: [7](harbours.xhtml#index-boats)–[8](harbours.xhtml#harbours-index-boats)',
      'lamp: [7](harbours.xhtml#index-lamp), [8](harbours.xhtml#harbours-index-lamp)',
      'Light',
      'old: [7](harbours.xhtml#index-light)',
      'Vessels, see [Boats](#entry--boats)',
    ]);
  });

  test('else by the headings above them, and numbers further places under one', async () => {
    const { texts } = await buildEpub({ markdown });
    const lines = linesOf(texts['index.xhtml']);
    expect(lines[2]).toMatch(/^Boats: \[Harbours\]\([^)]*\) – \[Tides\]/);
    expect(lines[3]!.replace(/\([^)]*\)/g, '')).toBe('lamp: [Harbours], [Tides], [2], [3]');
  });

  test('stands in the contents, the NCX, the landmarks and the claims of access', async () => {
    const { texts } = await buildEpub({ markdown });
    expect(texts['index.xhtml']).toContain('<section epub:type="index" role="doc-index"');
    expect(texts['toc.xhtml']).toContain('<li><a href="index.xhtml">Index</a></li>');
    expect(texts['toc.xhtml']).toContain('<a epub:type="index" href="index.xhtml">Index</a>');
    expect(texts['toc.ncx']).toContain('src="index.xhtml"');
    expect(texts['content.opf']).toContain('accessibilityFeature">index<');
  });

  test('a chapter called “Index” keeps its words beside it, and a book without marks has none', async () => {
    const own = await buildEpub({ markdown: { 'a.md': markdown, 'b.md': '# Index\n\nOwn words.' } });
    expect(own.texts['index-2.xhtml']).toContain('Own words.');
    const { texts } = await buildEpub({ markdown: { 'b.md': '# Index\n\nOwn words.' } });
    expect(texts['index.xhtml']).toContain('Own words.');
    expect(texts['toc.xhtml']).not.toContain('epub:type="index"');
  });

  test('has a heading for each letter where it is long, and goes on in further files where it is very long', async () => {
    const terms = Array.from(
      { length: 2400 },
      (_, i) => `:index[${String.fromCharCode(97 + (i % 26))}${'word'.repeat(4)} ${i}]`,
    );
    const paragraphs = Array.from({ length: 60 }, (_, i) => terms.slice(i * 40, i * 40 + 40).join(' '));
    const { texts } = await buildEpub({
      markdown: `# One\n\n${paragraphs.join('\n\n')}\n\n:index{term=zzz see="awordwordwordword 0"}`,
    });
    expect(texts['index.xhtml']).toMatch(
      /<section epub:type="index-group"><h2 class="index-letter unlisted">A<\/h2><ul epub:type="index-entry-list">/,
    );
    const files = Object.keys(texts).filter((name) => /^index(-\d)?\.xhtml$/.test(name));
    expect(files.length).toBeGreaterThan(1);
    const last = texts[`index-${files.length}.xhtml`]!;
    expect(last).not.toContain('One (continued)');
    expect(last.slice(0, 900)).toContain(
      '<h1 id="index-title" class="continued-title">Index (continued)</h1>',
    );
    expect(last.slice(-400)).toContain('<a href="index.xhtml#entry--awordwordwordword-0">');
    expect(texts['content.opf']!.indexOf('"index-2.xhtml"')).toBeGreaterThan(0);
    expect(texts['toc.xhtml']).not.toContain('index-2.xhtml');
  });

  test.each([
    { what: 'a link to what is no mark', from: '#index-lamp"', to: '#tides"' },
    { what: 'a reference to no entry', from: 'href="#entry--boats"', to: 'href="#index-title"' },
    { what: 'an entry without a term', from: /<span epub:type="index-term">old<\/span>: /, to: '' },
    {
      what: 'an entry that leads nowhere',
      from: /, <span epub:type="index-xref-preferred">.*?<\/a><\/span>/,
      to: '',
    },
    { what: 'two lists', from: '<li id="entry--boats"', to: '</ul><ul><li id="entry--boats"' },
    { what: 'a passage with one end', from: /–<a [^>]*>8<\/a><\/span>/, to: '</span>' },
    {
      what: 'an index that is not said to be one',
      from: 'epub:type="index" role="doc-index"',
      to: 'epub:type="appendix" role="doc-appendix"',
    },
  ])('$what is found', async ({ what, from, to }) => {
    const { bytes } = await buildEpub({ markdown }, { config: { pageList: 'source' } });
    expect(await checkEpub(await mutate(bytes, { what, file: 'OEBPS/index.xhtml', from, to }))).not.toEqual(
      [],
    );
  });
});
