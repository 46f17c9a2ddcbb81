// Makes the EPUB of a large book (5 MB of text in 25 chapters, 3,000 notes, 500 pictures), of one twice and one four
// times as long, and says how much memory each run takes at its peak: the whole of it, and beyond what the EPUB of one
// line takes; as a multiple of the files that the book is written in, and of what must be there at once: the tree of
// its text, as it is read, and its pictures. Wanted of the latter: 3 times at most beyond one line.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { sentencesOf } from './samples/sentences.mjs';

const CHAPTERS = 25;
const PARAGRAPHS = 420;
const NOTES = 3000;
const PICTURES = 500;
const SIZES = [1, 2, 4];
const WORDS =
  'the harbour lay quiet under a low grey sky and nobody spoke of ships while old men mended their nets by lamplight because winter had come early'.split(
    ' ',
  );
const lib = path.resolve(import.meta.dirname, '../../lib');

export default async function measure() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'octavo-memory-'));
  try {
    writeFileSync(path.join(folder, 'tiny.md'), '# One\n\nText.\n');
    const base = peak(folder, 'tiny.md');
    row('', ['files', 'as read', 'peak', 'less one line', '× files, less', '× read, less']);
    row('one line', ['', '', megabytes(base)]);
    for (const size of SIZES) {
      const name = `large-${size}`;
      const { text, media } = await writeBook(path.join(folder, name), size);
      const read = treeOf(path.join(folder, name)) + media;
      const large = peak(folder, name);
      const times = (bytes) => `${(large / bytes).toFixed(1)}, ${((large - base) / bytes).toFixed(1)} less`;
      row(`${size} × the book`, [
        ...[text + media, read, large, large - base].map(megabytes),
        times(text + media),
        times(read),
      ]);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function megabytes(bytes) {
  return `${Math.round(bytes / 1e6)} MB`;
}

function row(name, cells) {
  console.log(`    ${name.padEnd(32)}${cells.map((cell) => String(cell).padEnd(15)).join('')}`);
}

/** Bytes that a run takes at its peak, all its threads together. */
function peak(cwd, book) {
  const told = `import { isMainThread } from 'node:worker_threads';
    if (isMainThread) process.on('exit', () => console.error('peak', process.resourceUsage().maxRSS));`;
  const args = [
    '--import',
    `data:text/javascript,${encodeURIComponent(told)}`,
    path.join(lib, 'cli.js'),
    'build',
    book,
    ...['--edition', 'ebook', '--out', 'out', '--quiet'],
  ];
  return run(cwd, args, /peak (\d+)/) * 1024;
}

/** Bytes of the heap that the edition of a book holds. */
function treeOf(book) {
  const module = (name) => JSON.stringify(pathToFileURL(path.join(lib, name)).href);
  const script = `import { loadBook } from ${module('config/load-book.js')};
    import { readBook } from ${module('edition/read-book.js')};
    import { Report } from ${module('report/report.js')};
    const report = new Report();
    const context = { report, signal: new AbortController().signal, progress: { step() {} } };
    gc();
    const before = process.memoryUsage().heapUsed;
    globalThis.edition = await readBook(await loadBook(${JSON.stringify(book)}, { cwd: '/', report }), context);
    gc();
    console.error('tree', process.memoryUsage().heapUsed - before);`;
  return run(book, ['--expose-gc', '--input-type=module', '-e', script], /tree (\d+)/);
}

function run(cwd, args, figure) {
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  const found = figure.exec(stderr);
  if (status !== 0 || !found) throw new Error(stderr);
  return Number(found[1]);
}

async function writeBook(folder, size) {
  mkdirSync(folder);
  const { next, sentence } = sentencesOf(WORDS);
  let [notes, pictures, text, media] = [0, 0, 0, 0];
  for (let chapter = 0; chapter < CHAPTERS * size; chapter++) {
    const out = [`# ${sentence().slice(0, -1)}`];
    const own = [];
    for (let i = 0; i < PARAGRAPHS; i++) {
      if (i % 15 === 0) out.push(`## ${sentence().slice(0, -1)}`);
      let paragraph = Array.from({ length: 7 }, sentence).join(' ');
      if (i % 3 !== 2 && notes < NOTES * size) {
        paragraph += `[^n${notes}]`;
        own.push(`[^n${notes++}]: ${sentence()}`);
      }
      out.push(paragraph);
      if (i % 20 === 0 && pictures < PICTURES * size) {
        const pixels = Buffer.from(Uint8Array.from({ length: 300 * 250 * 3 }, next));
        const jpeg = await sharp(pixels, { raw: { width: 300, height: 250, channels: 3 } })
          .jpeg()
          .toBuffer();
        writeFileSync(path.join(folder, `${pictures}.jpg`), jpeg);
        out.push(`![A picture of number ${pictures}](${pictures++}.jpg)`);
        media += jpeg.length;
      }
    }
    const markdown = `${[...out, ...own].join('\n\n')}\n`;
    text += markdown.length;
    writeFileSync(path.join(folder, `${String(chapter).padStart(3, '0')}.md`), markdown);
  }
  const yaml =
    'title: Large\ncreators: [Ada Writer]\nchapters: ["*.md"]\neditions: { ebook: { format: epub } }\n';
  writeFileSync(path.join(folder, 'book.yaml'), yaml);
  return { text, media };
}
