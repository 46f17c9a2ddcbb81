import fc from 'fast-check';
import type { ElementContent } from 'hast';
import { expect, test } from 'vitest';
import type { Edition } from '../../edition/edition.js';
import { bookOf } from '../../edition/testing/edition-of.js';
import { buildEpub, packEpub } from './testing/build.js';

/** Whatever hast comes in, what goes out has no fault: every build checks itself and fails on the first. */
const NAMES =
  'p div span em strong a ul ol li dl dt dd table thead tbody tr th td blockquote pre code h2 h3 figure figcaption img section aside math mi mfrac sup details summary ruby rt q del ins br hr script style svg custom-element font center'.split(
    ' ',
  );
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('words & <tags>', ']]>', '--', '\u0000\u000b\ufffe', '\ud800', 'שלום', '  '),
);
const properties = fc.record(
  {
    className: fc.array(fc.constantFrom('verse', 'line', 'speaker', 'keep', 'x'), { maxLength: 2 }),
    title: text,
    lang: fc.constantFrom('fr', 'en_US', '', 'x'),
    dir: fc.constantFrom('rtl', 'sideways'),
    onclick: text,
    style: text,
    href: fc.constantFrom(
      '#nowhere',
      '#one',
      'javascript:alert(1)',
      'https://example.org/a b',
      'file:///etc/passwd',
      'x.md',
      'http://',
    ),
    src: fc.constantFrom('none.png', 'https://example.org/x.png'),
    alt: text,
    colSpan: fc.constantFrom(0, 2, 'x'),
    start: fc.constantFrom(3, 'iii'),
    scope: fc.constantFrom('col', 'column'),
    hidden: fc.boolean(),
    dataWidth: fc.constantFrom('50%', 'wide'),
    role: fc.constantFrom('button', 'doc-chapter'),
  },
  { requiredKeys: [] },
);
const { node } = fc.letrec<{ node: ElementContent }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text.map((value): ElementContent => ({ type: 'text', value })),
    text.map((value): ElementContent => ({ type: 'comment', value })),
    fc.tuple(fc.constantFrom(...NAMES), properties, fc.array(tie('node'), { maxLength: 4 })).map(
      ([tagName, props, children]): ElementContent => ({
        type: 'element',
        tagName,
        // The contents below name the title alone.
        properties: (/^h\d$/.test(tagName) ? { ...props, className: ['unlisted'] } : props) as Record<
          string,
          string
        >,
        children,
      }),
    ),
  ),
}));

function editionOfNodes(nodes: ElementContent[], note: ElementContent[]): Edition {
  const title = { text: 'One', content: [{ type: 'text' as const, value: 'One' }] };
  const heading: ElementContent = {
    type: 'element',
    tagName: 'h1',
    properties: { id: 'one' },
    children: [{ type: 'text', value: 'One' }],
  };
  const call: ElementContent = {
    type: 'element',
    tagName: 'a',
    properties: { className: ['note-call'], id: 'call', href: '#note' },
    children: [{ type: 'text', value: '*' }],
  };
  return {
    book: bookOf({ markdown: '# One' }),
    sections: [
      {
        id: 'chapter',
        kind: 'chapter',
        matter: 'body',
        title,
        content: { type: 'root', children: [heading, call, ...nodes] },
        notes: [{ id: 'note', label: '*', series: 'author', content: note, calls: ['call'] }],
        path: 'one.md',
        credit: {},
        words: 1,
      },
    ],
    contents: [{ id: 'one', section: 'chapter', level: 1, title, children: [] }],
    pictures: new Map(),
  };
}

test('hostile trees become books without a fault', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(node, { maxLength: 5 }),
      fc.array(node, { maxLength: 2 }),
      async (nodes, note) => {
        await packEpub(editionOfNodes(nodes, note), undefined, { config: { embedFonts: false } });
      },
    ),
    { numRuns: 60, seed: 7 },
  );
});

test('two hundred quotations inside one another, and thirty emphases', async () => {
  const { texts } = await buildEpub({
    markdown: `# One\n\n${'> '.repeat(200)}deep\n\n${'<em>'.repeat(30)}far${'</em>'.repeat(30)}`,
  });
  expect(texts['one.xhtml']).toContain('deep');
  expect(texts['one.xhtml']).toContain('far');
});
