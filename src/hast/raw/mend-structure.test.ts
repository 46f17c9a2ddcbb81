import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { mendStructure } from './mend-structure.js';

const mend = (html: string) => {
  const tree = fromHtml(html, { fragment: true });
  mendStructure(tree);
  return toHtml(tree);
};

test.each([
  [
    'a caption before line breaks',
    '<figure><img><figcaption>A</figcaption><br><br></figure>',
    '<figure><img><figcaption>A</figcaption></figure>',
  ],
  [
    'a caption in the middle',
    '<figure><p>x</p><figcaption>A</figcaption><img></figure>',
    '<figure><p>x</p><img><figcaption>A</figcaption></figure>',
  ],
  [
    'two captions',
    '<figure><figcaption>A</figcaption><img><figcaption>B</figcaption></figure>',
    '<figure><figcaption>A<br>B</figcaption><img></figure>',
  ],
  [
    'a foot before the body',
    '<table><tfoot><tr><td>f</td></tr></tfoot><tbody><tr><td>b</td></tr></tbody></table>',
    '<table><tbody><tr><td>b</td></tr></tbody><tfoot><tr><td>f</td></tr></tfoot></table>',
  ],
  [
    'two heads',
    '<table><thead><tr><th>a</th></tr></thead><thead><tr><th>b</th></tr></thead></table>',
    '<table><thead><tr><th>a</th></tr></thead><tbody><tr><th>b</th></tr></tbody></table>',
  ],
  ['text in a list', '<ul>x<li>y</li></ul>', '<ul><li>x</li><li>y</li></ul>'],
  ['an empty list', 'a<ul> </ul>b', 'ab'],
  ['meanings without a term', '<dl><dd>m</dd></dl>', '<div><div>m</div></div>'],
  [
    'groups and loose terms mixed',
    '<dl><div><dt>a</dt><dd>b</dd></div><dt>c</dt><dd>d</dd></dl>',
    '<dl><dt>a</dt><dd>b</dd><dt>c</dt><dd>d</dd></dl>',
  ],
  [
    'a summary that stands second',
    '<details><p>x</p><summary>s</summary></details>',
    '<details><summary>s</summary><p>x</p></details>',
  ],
  ['details without a summary', '<details open><p>x</p></details>', '<div><p>x</p></div>'],
])('%s', (_, html, expected) => {
  expect(mend(html)).toBe(expected);
});

test.each([
  '<figure><img><figcaption>A</figcaption></figure>',
  '<dl><div><dt>a</dt><dd>b</dd></div><div><dt>c</dt><dd>d</dd><dd>e</dd></div></dl>',
  '<dl><dt>a</dt><dt>b</dt><dd>c</dd></dl>',
  '<table><caption>c</caption><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>',
  '<ol><li>a</li></ol>',
])('%s is left as it is', (html) => {
  expect(mend(html)).toBe(html);
});
