import { unzipSync } from 'fflate';
import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { Archive } from './archive.js';
import { withoutMedia } from './check/without-media.js';
import { FIRST_THREAD } from './thread/first-thread.js';

const DATE = new Date('2020-02-02T03:04:06Z');
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Bytes that say where they are read, with a piece in the middle that does not count. */
const later = {
  atMost: 900,
  read: async (room: Buffer) => {
    room.fill('a', 0, 300).fill('x', 300, 600).fill('b', 600, 900);
    return [room.subarray(0, 300), room.subarray(600, 900)];
  },
};

const archive = () => {
  const made = new Archive(FIRST_THREAD.deflate);
  made.file('mimetype', 'application/epub+zip', { compression: 'STORE' });
  made.folder('OEBPS').file('one.xhtml', 'Quiet. '.repeat(100));
  made.folder('OEBPS').folder('images').file('one.jpg', later, { compression: 'STORE' });
  made.file('OEBPS/two.svg', later);
  made.file('OEBPS/font.woff2', Promise.resolve(bytesOf('wOF2')), { compression: 'STORE' });
  return made.bytes(DATE);
};

test('holds what it was given, in that order, with its sums and one date', async () => {
  const zip = await JSZip.loadAsync(await archive(), { checkCRC32: true });
  const found = await Promise.all(
    Object.values(zip.files).map(async (file) => [file.name, await file.async('string')]),
  );
  const counted = 'a'.repeat(300) + 'b'.repeat(300);
  expect(found).toEqual([
    ['mimetype', 'application/epub+zip'],
    ['OEBPS/one.xhtml', 'Quiet. '.repeat(100)],
    ['OEBPS/images/one.jpg', counted],
    ['OEBPS/two.svg', counted],
    ['OEBPS/font.woff2', 'wOF2'],
  ]);
  for (const { date } of Object.values(zip.files)) expect(date).toEqual(DATE);
});

test('fails where a file cannot be read', async () => {
  const made = new Archive(FIRST_THREAD.deflate).file('a.png', Promise.reject(new Error('gone')));
  await expect(made.bytes(DATE)).rejects.toThrow('gone');
});

test('says when there is more than a ZIP can hold', async () => {
  const made = new Archive(FIRST_THREAD.deflate);
  for (const name of ['a.png', 'b.png', 'c.png'])
    made.file(name, { ...later, atMost: 2_000_000_000 }, { compression: 'STORE' });
  await expect(made.bytes(DATE)).rejects.toThrow('3 files of 6000 MB are more than an EPUB can hold');
});

test('without media all but pictures and fonts is the same, and of those the head', async () => {
  const whole = await archive();
  const light = withoutMedia(whole);
  const [files, heads] = [unzipSync(whole), unzipSync(light)];
  expect(Object.keys(heads)).toEqual(Object.keys(files));
  for (const name of Object.keys(files))
    expect(heads[name], name).toEqual(files[name]!.slice(0, name.endsWith('.jpg') ? 256 : undefined));
  expect(light.length).toBeLessThan(whole.length);
});

test('what is no archive of ours stays whole', async () => {
  const whole = await archive();
  const spoilt = Buffer.concat([whole.subarray(0, 40), bytesOf('more'), whole.subarray(40)]);
  expect(Buffer.compare(withoutMedia(spoilt), spoilt)).toBe(0);
  expect(Buffer.compare(withoutMedia(whole.subarray(0, 50)), whole.subarray(0, 50))).toBe(0);
});
