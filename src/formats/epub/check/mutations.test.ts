import { beforeAll, expect, test } from 'vitest';
import type { PageStart } from '../../../edition/page-start.js';
import { type BuiltEpub, buildEpub } from '../testing/build.js';
import { type Mutation, mutate } from '../testing/mutate.js';
import { RICH_BOOK } from '../testing/rich-book.js';
import { checkEpub } from './check-epub.js';

const ONE = 'OEBPS/the-harbour.xhtml';
const LAMP = 'OEBPS/the-lamp.xhtml';
const OPF = 'OEBPS/content.opf';
const NAV = 'OEBPS/toc.xhtml';
const NCX = 'OEBPS/toc.ncx';

/** Each changes one line of a good book; what we check must see every one. */
const MUTATIONS: readonly Mutation[] = [
  // Wrong nesting.
  { what: 'a block in a paragraph', file: LAMP, from: 'wick was <span', to: 'wick <div>was</div> <span' },
  { what: 'a paragraph in a heading', file: LAMP, from: '>Supper<', to: '><p>Supper</p><' },
  { what: 'an item without a list', file: ONE, from: '<li>hemp</li>', to: '</ol><li>hemp</li><ol>' },
  { what: 'a list in a list', file: ONE, from: '<li>hemp</li>', to: '<ul><li>hemp</li></ul>' },
  { what: 'words in a list', file: ONE, from: '<li>hemp</li>', to: 'hemp<li>wire</li>' },
  {
    what: 'a link in a link',
    file: ONE,
    from: '>second letter<',
    to: '>second <a href="the-lamp.xhtml">letter</a><',
  },
  {
    what: 'a cell without a row',
    file: ONE,
    from: '<td class="align-left" data-label="Port">North Quay</td>',
    to: '</tr><td>North Quay</td><tr>',
  },
  { what: 'a paragraph in a table', file: ONE, from: '<tbody>', to: '<p>x</p><tbody>' },
  { what: 'a term outside its list', file: ONE, from: '<dt>Glass</dt>', to: '</dl><dt>Glass</dt><dl>' },
  { what: 'a definition without a term', file: ONE, from: '<dt>Glass</dt>', to: '' },
  {
    what: 'a caption in the middle',
    file: ONE,
    from: '<figcaption>',
    to: '<p>x</p><figcaption>x</figcaption><figcaption>',
  },
  {
    what: 'more than text in a call',
    file: LAMP,
    from: 'role="doc-noteref">1</a>',
    to: 'role="doc-noteref"><sup>1</sup></a>',
  },
  { what: 'a fraction of one part', file: ONE, from: '<mn>2</mn></mfrac>', to: '</mfrac>' },
  { what: 'HTML in a formula', file: ONE, from: '<mi>n</mi></math>', to: '<b>n</b></math>' },
  { what: 'an element that is none', file: LAMP, from: '<em>no</em>', to: '<emph>no</emph>' },
  // Wrong attributes and values.
  { what: 'an attribute that is none', file: LAMP, from: '<h2 id="supper"', to: '<h2 id="supper" level="2"' },
  {
    what: 'an attribute on the wrong element',
    file: LAMP,
    from: '<h2 id="supper"',
    to: '<h2 id="supper" colspan="2"',
  },
  { what: 'a scope that is none', file: ONE, from: 'scope="col">Wind', to: 'scope="column">Wind' },
  { what: 'a span of no columns', file: ONE, from: '<td data-label="Wind">', to: '<td colspan="0">' },
  { what: 'a start that is no number', file: ONE, from: '<ol start="3">', to: '<ol start="iii">' },
  { what: 'a direction that is none', file: LAMP, from: /dir="ltr"/, to: 'dir="left"' },
  {
    what: 'a language that is none',
    file: ONE,
    from: 'lang="grc" xml:lang="grc"',
    to: 'lang="old_greek" xml:lang="old_greek"',
  },
  { what: 'two languages at once', file: ONE, from: 'xml:lang="grc"', to: 'xml:lang="el"' },
  {
    what: 'a role on the wrong element',
    file: LAMP,
    from: '<p class="salutation">',
    to: '<p class="salutation" role="doc-chapter">',
  },
  { what: 'a type that is none', file: LAMP, from: 'epub:type="chapter"', to: 'epub:type="chapters"' },
  { what: 'a style of its own', file: LAMP, from: '<p class="salutation">', to: '<p style="color: red">' },
  { what: 'an event', file: LAMP, from: '<p class="salutation">', to: '<p onclick="x()">' },
  { what: 'a picture without alt', file: ONE, from: / alt="A boat[^"]*"/, to: '' },
  { what: 'a label without words', file: NAV, from: 'aria-label="Landmarks"', to: 'aria-label=""' },
  // Wrong ids, links and notes.
  { what: 'an id that is no XML name', file: LAMP, from: '<h2 id="supper"', to: '<h2 id="2 supper"' },
  { what: 'an id twice', file: ONE, from: '<h2 id="greek-and-others"', to: '<h2 id="weather"' },
  { what: 'a link to nowhere', file: ONE, from: 'the-lamp.xhtml#supper', to: 'the-lamp.xhtml#dinner' },
  {
    what: 'a call to the wrong note',
    file: ONE,
    from: 'href="#the-harbour-note-2"',
    to: 'href="#the-harbour-note-1"',
  },
  {
    what: 'a link back to the wrong call',
    file: ONE,
    from: 'href="#the-harbour-call-1-2"',
    to: 'href="#the-harbour-call-1"',
  },
  { what: 'a note without a link back', file: LAMP, from: / <a href="#the-lamp-call-1"[^>]*>↑<\/a>/, to: '' },
  {
    what: 'a skipped level',
    file: LAMP,
    from: /<h2 id="supper">Supper<\/h2>/,
    to: '<h3 id="supper">Supper</h3>',
  },
  {
    what: 'a second h1',
    file: LAMP,
    from: /<h2 id="supper">Supper<\/h2>/,
    to: '<h1 id="supper">Supper</h1>',
  },
  { what: 'a lost word', file: LAMP, from: 'the wick was', to: 'the was' },
  { what: 'a lost note', file: ONE, from: '<p>It lasted two days:</p>', to: '' },
  // Wrong package and navigation.
  { what: 'a file missing in the manifest', file: OPF, from: /<item id="text-4"[^>]*>/, to: '' },
  { what: 'a picture that is not there', file: ONE, from: 'images/boat.png', to: 'images/ship.png' },
  { what: 'a wrong media type', file: OPF, from: 'media-type="image/png"', to: 'media-type="image/x-png"' },
  { what: 'a property missing', file: OPF, from: ' properties="mathml"', to: '' },
  { what: 'no date of change', file: OPF, from: /<meta property="dcterms:modified">[^<]*<\/meta>/, to: '' },
  {
    what: 'two dates of change',
    file: OPF,
    from: /(<meta property="dcterms:modified">[^<]*<\/meta>)/,
    to: '$1$1',
  },
  { what: 'a role that is no code', file: OPF, from: '>aut<', to: '>author<' },
  {
    what: 'another identifier in the NCX',
    file: NCX,
    from: 'urn:isbn:9780306406157',
    to: 'urn:isbn:9780306406158',
  },
  { what: 'a gap in the order of the NCX', file: NCX, from: 'playOrder="3"', to: 'playOrder="30"' },
  { what: 'an entry out of order', file: NAV, from: 'href="preface.xhtml"', to: 'href="appendix.xhtml"' },
  { what: 'a landmark twice', file: NAV, from: 'epub:type="titlepage"', to: 'epub:type="toc"' },
  { what: 'a page that is not listed', file: NAV, from: /<li><a href="[^"]*">3<\/a><\/li>/, to: '' },
  { what: 'a page under a wrong number', file: NAV, from: />3<\/a>/, to: '>4</a>' },
  {
    what: 'a colour',
    file: 'OEBPS/style.css',
    from: 'text-align: center;',
    to: 'text-align: center; color: #333;',
  },
  {
    what: 'a custom property',
    file: 'OEBPS/style.css',
    from: 'font-size: 1.6em',
    to: 'font-size: var(--large)',
  },
  {
    what: 'an import',
    file: 'OEBPS/style.css',
    from: /^/,
    to: '@import url("https://example.org/x.css");\n',
  },
  { what: 'a fixed size', file: 'OEBPS/style.css', from: 'font-size: 1.6em', to: 'font-size: 24px' },
];

let book: BuiltEpub;
const start = (label: string, offset: number, note?: string): PageStart => ({
  label,
  section: 'the-lamp',
  offset,
  ...(note && { note }),
});

beforeAll(async () => {
  book = await buildEpub(RICH_BOOK, {
    config: { pageList: 'print' },
    pageStarts: new Map([['print', [start('1', 0), start('2', 30), start('3', 55)]]]),
  });
});

test('the book as it is has no fault', async () => {
  expect(await checkEpub(book.bytes, book.edition)).toEqual([]);
});

test('there are at least forty', () => expect(MUTATIONS.length).toBeGreaterThanOrEqual(40));

test.each(MUTATIONS)('$what is seen', async (mutation) => {
  const faults = await checkEpub(await mutate(book.bytes, mutation), book.edition);
  expect(faults).not.toEqual([]);
});
