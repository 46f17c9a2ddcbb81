import { h } from 'hastscript';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { refuseRemotePictures } from './refuse-remote-pictures.js';

test.each([
  ['https://example.org/x.png', 'remote-image', 'Unexpected remote image `https://example.org/x.png`'],
  ['//example.org/x.png', 'remote-image', 'Unexpected remote image `//example.org/x.png`'],
  ['file:///etc/x.png', 'remote-image', 'Unexpected remote image `file:///etc/x.png`'],
  [
    'data:image/png;base64,AAAA',
    'written-image',
    'Unexpected image written into the text (`data:image/png`)',
  ],
])('%s is refused as %s, and its words stay', (src, code, reason) => {
  const file = new VFile();
  const tree = { type: 'root' as const, children: [h('p', [h('img', { src, alt: 'A boat' })])] };
  refuseRemotePictures(tree, file);
  expect(file.messages.map(({ ruleId }) => ruleId)).toEqual([code]);
  expect(file.messages[0]!.reason).toContain(reason);
  expect(tree.children[0]!.children).toMatchObject([
    { tagName: 'span', children: [{ type: 'text', value: '[A boat]' }] },
  ]);
});

test('a file of the book is left alone', () => {
  const file = new VFile();
  refuseRemotePictures({ type: 'root', children: [h('img', { src: 'boats/one.png', alt: '' })] }, file);
  expect(file.messages).toEqual([]);
});
