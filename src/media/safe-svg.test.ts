import { expect, test } from 'vitest';
import { safeSvg } from './safe-svg.js';

const clean = (inside: string, attributes = '') => {
  const { bytes, removed } = safeSvg(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`),
  );
  return { text: bytes.toString(), removed };
};

test('a drawing stays as it is drawn', () => {
  const inside =
    '<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs><path d="M0 0h9" fill="url(#g)"/><use href="#g"/><text>a &lt; b</text>';
  const { text, removed } = clean(inside, 'viewBox="0 0 10 10"');
  expect(removed).toEqual([]);
  expect(text).toContain('viewBox="0 0 10 10"');
  expect(text).toContain('<path d="M0 0h9" fill="url(#g)"></path>');
  expect(text).toContain('<text>a &lt; b</text>');
});

test.each([
  ['a script', '<script>alert(1)</script><path d="M0 0"/>', 'script'],
  ['a script in another case of prefix', '<svg:script>alert(1)</svg:script>', 'script'],
  ['an event', '<path onclick="alert(1)" d="M0 0"/>', 'onclick'],
  ['a link to a script', '<use href="javascript:alert(1)"/>', 'href="javascript:alert(1)"'],
  [
    'a picture from elsewhere',
    '<image href="https://example.org/x.png"/>',
    'href="https://example.org/x.png"',
  ],
  ['a file of this machine', '<image href="file:///etc/passwd"/>', 'href="file:///etc/passwd"'],
  ['foreign content', '<foreignObject><p>x</p></foreignObject>', 'foreignObject'],
  ['an animation', '<animate attributeName="href" to="javascript:alert(1)"/>', 'animate'],
  [
    'a paint from elsewhere',
    '<path fill="url(https://example.org/x.svg#g)" d="M0 0"/>',
    'url(https://example.org/x.svg#g)',
  ],
  [
    'an import of style',
    '<style>@import url(https://example.org/x.css); path { fill: red }</style>',
    '@import url(https://example.org/x.css);',
  ],
])('%s is taken out and named', (_, inside, what) => {
  const { text, removed } = clean(inside);
  expect(removed.join(' ')).toContain(what);
  expect(text).not.toMatch(/script|onclick|example\.org|passwd|foreignObject|animate|@import/);
});

test('a link is taken out, and its words stay', () => {
  const { text, removed } = clean(
    '<a href="https://example.org/"><text>Harbour</text></a><image width="9"/>',
  );
  expect(text).toContain('<g><text>Harbour</text></g></svg>');
  expect(removed).toEqual(['href="https://example.org/"']);
});

test('a document type with entities is not read', () => {
  const { text } = {
    text: safeSvg(
      Buffer.from(
        '<!DOCTYPE svg [<!ENTITY x "y">]><svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
      ),
    ).bytes.toString(),
  };
  expect(text).not.toContain('ENTITY');
});

test('what a drawing programme keeps for itself goes without a word', () => {
  const { text, removed } = clean(
    '<metadata>x</metadata><sodipodi:namedview xmlns:sodipodi="s"/><path d="M0 0"/>',
  );
  expect(removed).toEqual([]);
  expect(text).not.toMatch(/metadata|sodipodi/);
});

test('what is no XML is refused', () => expect(() => clean('<path')).toThrow());
