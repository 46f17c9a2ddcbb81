import type { ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { withDropCap } from './drop-cap.js';

const tried = (html: string) =>
  toHtml(withDropCap(fromHtml(html, { fragment: true }).children as ElementContent[]));

test.each([
  ['<h1>A</h1><p>The end.</p>', '<h1>A</h1><p><span class="drop-cap">T</span>he end.</p>'],
  ['<h1>A</h1><p>“Éa,” he said.</p>', '<h1>A</h1><p><span class="drop-cap">“É</span>a,” he said.</p>'],
  [
    '<h1>A</h1><div class="epigraph"><p>B</p></div><p>C</p>',
    '<h1>A</h1><div class="epigraph"><p>B</p></div><p><span class="drop-cap">C</span></p>',
  ],
])('%s', (html, expected) => {
  expect(tried(html)).toBe(expected);
});

test.each([
  '<h1>A</h1><p>1871 was dry.</p>',
  '<h1>A</h1><ul><li>One</li></ul><p>Two</p>',
  '<h1>A</h1>',
  '<h1>A</h1><p><em>So</em> it goes.</p>',
])('leaves %s', (html) => {
  expect(tried(html)).toBe(html);
});
