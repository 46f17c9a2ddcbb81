import sharp from 'sharp';
import { expect, test } from 'vitest';
import { onPaper } from './paper-ground.js';
import type { PreparedPicture } from './prepare-picture.js';

const picture = (bytes: Uint8Array, mediaType: PreparedPicture['mediaType']): PreparedPicture => ({
  bytes,
  mediaType,
  width: 40,
  height: 40,
  reduced: false,
  removed: [],
  moving: false,
});
const drawing = (ink: string, attributes = 'viewBox="-10 -10 40 40"') =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" ${attributes}><path d="M0 0h10v10H0z" fill="${ink}"/></svg>`,
  );
const corner = async (bytes: Uint8Array) => [
  ...(await sharp(bytes).ensureAlpha().extract({ left: 39, top: 39, width: 1, height: 1 }).raw().toBuffer()),
];

test.each(['viewBox="-10 -10 40 40"', ''])(
  'a dark drawing with %s gets white paper behind it',
  async (box) => {
    const { bytes } = await onPaper(picture(drawing('#000', box), 'image/svg+xml'));
    expect(await corner(bytes)).toEqual([255, 255, 255, 255]);
    const png = await sharp(drawing('#223')).png().toBuffer();
    expect(await corner((await onPaper(picture(png, 'image/png'))).bytes)).toEqual([255, 255, 255, 255]);
  },
);

test('a light one, and one that has no holes, stay as they are', async () => {
  const light = picture(drawing('#fff'), 'image/svg+xml');
  expect(await onPaper(light)).toBe(light);
  const whole = picture(
    await sharp({ create: { width: 40, height: 40, channels: 4, background: '#000' } })
      .png()
      .toBuffer(),
    'image/png',
  );
  expect(await onPaper(whole)).toBe(whole);
});
