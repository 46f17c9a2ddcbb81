import { inflateSync, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FIRST_THREAD } from './first-thread.js';
import { SecondThread } from './second-thread.js';
import { smallEpub } from './small-epub.js';

let thread: SecondThread;
beforeAll(() => {
  thread = new SecondThread();
});
afterAll(() => thread.end());

const text = () => new TextEncoder().encode('The harbour lay quiet under a low grey sky. '.repeat(500));

test('packs as the first thread does', async () => {
  const packed = await thread.deflate(text());
  expect(packed).toEqual(await FIRST_THREAD.deflate(text()));
  expect(inflateSync(packed)).toEqual(text());
});

test('the EPUB that wakes the validator is a good one, of which it reads all', async () => {
  expect(await thread.validate(smallEpub())).toEqual([]);
});

test('finds what the first thread finds', async () => {
  const files = unzipSync(smallEpub());
  const { 'a.xhtml': page, ...others } = files;
  const spoilt = new TextDecoder().decode(page).replace('href="#n"', 'href="#m"');
  const bytes = () => zipSync({ ...others, 'a.xhtml': new TextEncoder().encode(spoilt) });
  const faults = await thread.validate(bytes());
  expect(faults.length).toBeGreaterThan(0);
  expect(faults).toEqual(await FIRST_THREAD.validate(bytes()));
});

test('what waits for a thread that has ended is told', async () => {
  const short = new SecondThread();
  const waiting = short.deflate(text());
  await short.end();
  await expect(waiting).rejects.toThrow('ended');
});
