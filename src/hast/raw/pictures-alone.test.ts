import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { picturesAlone } from './pictures-alone.js';

test.each([
  [
    'two pictures in a paragraph',
    '<p><img src="a"> <br><img src="b"></p>',
    '<figure><img src="a"></figure><figure><img src="b"></figure>',
  ],
  [
    'pictures among blocks',
    '<p>x</p><img src="a">\n<img src="b"><p>y</p>',
    '<p>x</p><figure><img src="a"></figure><figure><img src="b"></figure><p>y</p>',
  ],
  [
    'a picture that is a link',
    '<p><a href="u"><img src="a"></a></p>',
    '<figure><a href="u"><img src="a"></a></figure>',
  ],
  ['a picture in a centred block', '<div><img src="a"></div>', '<div><figure><img src="a"></figure></div>'],
  ['a picture among words', '<p>x <img src="a"></p>', '<p>x <img src="a"></p>'],
  ['a picture beside loose words', 'x <img src="a">', 'x <img src="a">'],
  [
    'a figure',
    '<figure><img src="a"><figcaption>c</figcaption></figure>',
    '<figure><img src="a"><figcaption>c</figcaption></figure>',
  ],
])('%s', (_, html, expected) => {
  const tree = fromHtml(html, { fragment: true });
  picturesAlone(tree);
  expect(toHtml(tree)).toBe(expected);
});
