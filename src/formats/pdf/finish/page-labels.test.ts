import { expect, test } from 'vitest';
import { pageLabels } from './page-labels.js';

test('roman front matter and arabic pages', () => {
  expect(pageLabels(['i', 'ii', 'iii', '1', '2'])).toBe('<</Nums [0 <</S /r>> 3 <</S /D>>]>>');
});

test('a gap begins a range of its own', () => {
  expect(pageLabels(['iii', 'iv', '7', '8', '12'])).toBe(
    '<</Nums [0 <</S /r /St 3>> 2 <</S /D /St 7>> 4 <</S /D /St 12>>]>>',
  );
});

test('any other label is written out', () => {
  expect(pageLabels(['cover', 'ix', 'x', 'xiiii'])).toBe(
    '<</Nums [0 <</P (cover)>> 1 <</S /r /St 9>> 3 <</P (xiiii)>>]>>',
  );
});
