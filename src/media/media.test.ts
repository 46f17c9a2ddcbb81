import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inspectPicture } from './inspect-picture.js';
import { MAX_PIXELS } from './limits.js';
import { type PreparedPicture, preparePicture } from './prepare-picture.js';
import { stripJpeg } from './strip-metadata.js';

let folder: string;
const at = (name: string) => path.join(folder, name);
const plain = (width: number, height: number, background = '#884422', channels: 3 | 4 = 3) =>
  sharp({ create: { width, height, channels, background } });
const save = (name: string, picture: Sharp) => picture.toFile(at(name));
const prepare = async (name: string): Promise<PreparedPicture> => {
  const prepared = await preparePicture(at(name));
  if ('reason' in prepared) throw new Error(prepared.reason);
  return prepared;
};

/** A file whose head promises a picture of any size. */
function pngHead(width: number, height: number): Buffer {
  const header = Buffer.alloc(25);
  header.writeUInt32BE(13);
  header.write('IHDR', 4);
  header.writeUInt32BE(width, 8);
  header.writeUInt32BE(height, 12);
  header.set([1, 0, 0, 0, 0], 16);
  header.writeUInt32BE(crc32(header.subarray(4, 21)), 21);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    header,
    Buffer.from('\0\0\0\0IDAT', 'latin1'),
  ]);
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'octavo-media-'));
  const owner = { IFD0: { Artist: 'Somebody', Copyright: 'Secret place' } };
  await Promise.all([
    save('fit.jpg', plain(300, 200).jpeg()),
    save('owned.jpg', plain(300, 200).withExif(owner).jpeg()),
    save('owned.png', plain(300, 200).withExif(owner).png()),
    save('turned.jpg', plain(300, 200).withMetadata({ orientation: 6 }).jpeg()),
    save('wide.jpg', plain(200, 100).withIccProfile('p3').jpeg()),
    save('print.jpg', plain(200, 100).toColourspace('cmyk').jpeg()),
    save('deep.png', plain(200, 100).toColourspace('rgb16').png()),
    save('clear.webp', plain(200, 100, '#88442280', 4).webp()),
    save('photo.webp', plain(200, 100).webp()),
    save('scan.tiff', plain(200, 100).tiff()),
    save('large.jpg', plain(4000, 3000).jpeg()),
    save('still.gif', plain(20, 20).gif()),
  ]);
  writeFileSync(at('text.jpg'), 'no picture');
  writeFileSync(at('bomb.png'), pngHead(60_000, 60_000));
  writeFileSync(at('sixty.png'), pngHead(10_000, 6_000));
  const whole = await plain(300, 200).webp().toBuffer();
  writeFileSync(at('cut.webp'), whole.subarray(0, whole.length - 20));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a picture is inspected', () => {
  test('by its head, not by its name', async () => {
    expect(await inspectPicture(at('fit.jpg'))).toEqual({
      mediaType: 'image/jpeg',
      width: 300,
      height: 200,
      moving: false,
    });
    expect(await inspectPicture(at('text.jpg'))).toMatchObject({ code: 'unreadable-image' });
  });

  test('as it is seen: one that the camera turned is as wide as it is high', async () => {
    expect(await inspectPicture(at('turned.jpg'))).toMatchObject({ width: 200, height: 300 });
  });

  test('and refused where it would unpack to more than a machine holds', async () => {
    expect(await inspectPicture(at('bomb.png'))).toMatchObject({ code: 'image-too-large' });
    expect(await inspectPicture(at('sixty.png'))).toMatchObject({ width: 10_000, height: 6_000 });
  });
});

describe('a picture is prepared', () => {
  test('one that is fit keeps its very pixels and loses what it tells of its owner', async () => {
    for (const name of ['owned.jpg', 'owned.png']) {
      const { bytes } = await prepare(name);
      const { exif, xmp, icc, iptc } = await sharp(bytes).metadata();
      expect([exif, xmp, icc, iptc]).toEqual([undefined, undefined, undefined, undefined]);
      expect(Buffer.from(bytes).includes('Secret place')).toBe(false);
      const [before, after] = await Promise.all([
        sharp(at(name)).raw().toBuffer(),
        sharp(bytes).raw().toBuffer(),
      ]);
      expect(Buffer.compare(before, after)).toBe(0);
    }
  });

  test('one that lies on its side is turned', async () => {
    const { bytes, width, height } = await prepare('turned.jpg');
    expect([width, height]).toEqual([200, 300]);
    expect((await sharp(bytes).metadata()).orientation).toBeUndefined();
  });

  test.each([
    ['wide.jpg', 'image/jpeg'],
    ['print.jpg', 'image/jpeg'],
    ['deep.png', 'image/jpeg'],
    ['photo.webp', 'image/jpeg'],
    ['scan.tiff', 'image/jpeg'],
    ['clear.webp', 'image/png'],
    ['still.gif', 'image/png'],
  ])('%s becomes %s in sRGB of eight bits', async (name, mediaType) => {
    const prepared = await prepare(name);
    expect(prepared.mediaType).toBe(mediaType);
    const facts = await sharp(prepared.bytes).metadata();
    expect(facts).toMatchObject({ space: 'srgb', depth: 'uchar' });
    expect(facts.icc).toBeUndefined();
  });

  // Print has no such brown: the nearest that it has comes back.
  test.each([
    ['wide.jpg', 6],
    ['print.jpg', 40],
  ])('the colours of %s stay what they were', async (name, tolerance) => {
    const { bytes } = await prepare(name);
    const colour = await sharp(bytes).extract({ left: 9, top: 9, width: 1, height: 1 }).raw().toBuffer();
    for (const [i, value] of [0x88, 0x44, 0x22].entries())
      expect(Math.abs(colour[i]! - value)).toBeLessThan(tolerance);
  });

  test('one that is too large is made smaller, in its own proportions', async () => {
    const { width, height, reduced } = await prepare('large.jpg');
    expect(reduced).toBe(true);
    expect(width * height).toBeLessThanOrEqual(MAX_PIXELS);
    expect(width * height).toBeGreaterThan(MAX_PIXELS * 0.98);
    expect(width / height).toBeCloseTo(4 / 3, 2);
  });

  test('the same file gives the same bytes', async () => {
    const [one, two] = await Promise.all([prepare('large.jpg'), prepare('large.jpg')]);
    expect(Buffer.compare(Buffer.from(one!.bytes), Buffer.from(two!.bytes))).toBe(0);
  });

  test.each(['text.jpg', 'cut.webp', 'sixty.png'])(
    '%s, which cannot be unpacked, is a fault and no crash',
    async (name) => {
      expect(await preparePicture(at(name))).toMatchObject({ code: 'unreadable-image' });
    },
  );

  test('a JPEG cut short is left as it is', () => {
    const cut = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0x40]);
    expect(Buffer.concat(stripJpeg(cut))).toEqual(cut);
  });
});
