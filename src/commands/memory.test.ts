import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { octavo } from './testing/octavo.js';

const SENTENCE = 'The harbour lay quiet under a “low grey sky”, and nobody spoke of ships that winter.';
const CONFIG = 'creators: [Ada Writer]\nchapters: ["*.md"]\neditions: { ebook: { format: epub } }\n';

let home: string;
beforeAll(() => {
  home = mkdtempSync(path.join(os.tmpdir(), 'octavo-memory-'));
});
afterAll(() => rmSync(home, { recursive: true }));

function write(book: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  const folder = path.join(home, book);
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'book.yaml'), `title: ${book}\n${CONFIG}`);
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
}

test('five megabytes of text with 3,000 notes are made in a heap of 160 MB', async () => {
  const chapter = (number: number) => {
    const out = [`# Chapter ${number}`];
    for (let i = 0; i < 330; i++) {
      const call = i < 120 ? `[^${i}]` : '';
      out.push(`${number}.${i} ${Array.from({ length: 7 }, () => SENTENCE).join(' ')}${call}`);
      if (call) out.push(`${call}: Note ${i}. ${SENTENCE}`);
    }
    return `${out.join('\n\n')}\n`;
  };
  const chapters = Array.from({ length: 25 }, (_, i) => [`${10 + i}.md`, chapter(i + 1)] as const);
  write('Texts', Object.fromEntries(chapters));
  const ran = await octavo(['build', 'Texts'], {
    cwd: home,
    env: { NODE_OPTIONS: '--max-old-space-size=160' },
  });
  expect(ran).toMatchObject({ code: 0, err: '' });
});

test('pictures are in memory once', async () => {
  const pixels = new Uint8Array(1400 * 1400 * 3);
  // What has no order takes as much room when it is compressed.
  let state = 1;
  for (let i = 0; i < pixels.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    pixels[i] = state >>> 24;
  }
  const picture = await sharp(pixels, { raw: { width: 1400, height: 1400, channels: 3 } })
    .jpeg()
    .toBuffer();
  const withPictures = (count: number) => {
    const names = Array.from({ length: count }, (_, i) => `${i}.jpg`);
    const text = `# One\n\n${names.map((name) => `![A picture](${name})`).join('\n\n')}\n`;
    write(`Pictures ${count}`, {
      'one.md': text,
      ...Object.fromEntries(names.map((name) => [name, picture])),
    });
    return peak(`Pictures ${count}`);
  };
  const [few, many] = [2, 62];
  const grown = (await withPictures(many)) - (await withPictures(few));
  expect(grown / (picture.length * (many - few))).toBeLessThan(1.7);
});

/** Bytes of memory that making a book takes at most, all threads together. */
async function peak(book: string): Promise<number> {
  const told = `import { isMainThread } from 'node:worker_threads';
    if (isMainThread) process.on('exit', () => console.error('peak', process.resourceUsage().maxRSS));`;
  const { code, err } = await octavo(['build', book], {
    cwd: home,
    env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(told)}` },
  });
  expect(code).toBe(0);
  return Number(/peak (\d+)/.exec(err)?.[1]) * 1024;
}
