import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import * as octavo from './index.js';

/** Each plugin alone, in a processor of somebody else. */
test.each<
  [name: string, use: (processor: ReturnType<typeof mdast>) => unknown, input: string, output: string]
>([
  ['remarkAttributes', (p) => p.use(octavo.remarkAttributes), '## A {#b .c}', '<h2 id="b" class="c">A</h2>'],
  ['remarkBookMath', (p) => p.use(octavo.remarkBookMath), 'From $5 to $6', '<p>From $5 to $6</p>'],
  ['remarkBookDirectives', (p) => p.use(octavo.remarkBookDirectives), 'At 12:30 a:b', '<p>At 12:30 a:b</p>'],
  [
    'remarkDefinitionLists',
    (p) => p.use(octavo.remarkDefinitionLists),
    'A\n: B',
    '<div><div>A</div><div><p>B</p></div></div>',
  ],
  [
    'remarkSmartPunctuation',
    (p) => p.use(octavo.remarkSmartPunctuation, { language: 'de' }),
    '"A"',
    '<p>„A“</p>',
  ],
  ['remarkFoundHeadings', (p) => p.use(octavo.remarkFoundHeadings), '**A**\n\nB.', '<h1>A</h1>\n<p>B.</p>'],
  [
    'remarkHeadingCase',
    (p) => p.use(octavo.remarkHeadingCase),
    '# A BOOK OF PONDS',
    '<h1>A Book of Ponds</h1>',
  ],
  [
    'remarkHeadingLabels',
    (p) => p.use(octavo.remarkHeadingLabels),
    '# Chapter I\n\n# The Pike',
    '<h1>The Pike</h1>',
  ],
  ['remarkHeadingLevels', (p) => p.use(octavo.remarkHeadingLevels), '# A\n\n### B', '<h1>A</h1>\n<h2>B</h2>'],
  ['remarkHeadingMarks', (p) => p.use(octavo.remarkHeadingMarks), '# A\\*', '<h1>A*</h1>'],
  [
    'remarkHeadings',
    (p) => p.use(octavo.remarkHeadings, { titles: 'one' }),
    '# A\n\n# B',
    '<h1>A</h1>\n<h2>B</h2>',
  ],
  ['remarkNotes', (p) => p.use(octavo.remarkNotes), 'A.', '<p>A.</p>'],
  ['remarkBook', (p) => p.use(octavo.remarkBook), '~a~ ~~b~~', '<p>~a~ <del>b</del></p>'],
])('%s works alone', (_name, use, input, output) => {
  const processor = mdast();
  use(processor);
  expect(String(processor.use(remarkRehype).use(rehypeStringify).processSync(input))).toBe(output);
});

test.each<
  [name: string, use: (processor: ReturnType<typeof mdast>) => unknown, input: string, output: string]
>([
  [
    'rehypeSafeHtml',
    (p) => p.use(remarkRehype, { allowDangerousHtml: true }).use(octavo.rehypeSafeHtml),
    'A <b onclick="x">b</b>',
    '<p>A <b>b</b></p>',
  ],
  [
    'rehypeMathml',
    (p) => p.use(octavo.remarkBookMath).use(remarkRehype).use(octavo.rehypeMathml),
    '$x$',
    '<p><math alttext="x"><mi>x</mi></math></p>',
  ],
  [
    'rehypeCodeColours',
    (p) => p.use(remarkRehype).use(octavo.rehypeCodeColours),
    '```js\n1\n```',
    '<pre><code class="hljs language-js"><span class="hljs-number">1</span>\n</code></pre>',
  ],
  [
    'rehypeNumberHeadings',
    (p) => p.use(remarkRehype).use(octavo.rehypeNumberHeadings, { chapter: 2 }),
    '# A\n\n## B',
    '<h1><span class="heading-number">2</span> A</h1>\n<h2><span class="heading-number">2.1</span> B</h2>',
  ],
  [
    'remarkToEditionHast',
    (p) => p.use(octavo.remarkBook).use(octavo.remarkToEditionHast),
    ':sc[a]',
    '<p><span class="small-caps">a</span></p>',
  ],
])('%s works alone', (_name, use, input, output) => {
  const processor = mdast();
  use(processor);
  expect(String(processor.use(rehypeStringify).processSync(input))).toBe(output);
});

test('the library reads and writes Markdown', () => {
  expect(octavo.stringifyMarkdown(octavo.parseMarkdown('Title\n=====\n\n* a\n'))).toBe('# Title\n\n- a\n');
});

function mdast() {
  return unified().use(remarkParse);
}

test('cleaning is a library call', async () => {
  const text = 'The ferry left at noon.1\n\nNotes\n\n1. An old one.\n';
  const cleaned = octavo.clean({ name: 'lamps.txt', text }, { profile: { title: 'Lamps' } });
  expect(cleaned.markdown).toContain('The ferry left at noon.[^1]\n\n[^1]: An old one.\n');
  expect(cleaned.log.changed).toEqual([
    { line: 1, column: 24, rule: 'notes', confidence: 0.95, before: '1', after: '[^1]' },
  ]);
  const raw = await octavo.readRaw('lamps.txt', Buffer.from(text, 'utf16le'));
  expect(octavo.clean(raw).log).toMatchObject({ source: 'lamps.txt', encoding: 'utf-16le' });
  expect(octavo.joinCleaned([cleaned, octavo.clean(raw)]).markdown).toContain('[^1-2]: An old one.');
  expect(octavo.reviewPage(cleaned)).toContain('<html');
});
