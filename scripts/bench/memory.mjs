// Makes the EPUB of a large book (5 MB of text in 25 chapters, 3,000 notes, 500 pictures) and says how much memory the
// run took at its peak beyond what the EPUB of one line takes, as a multiple of the book. The book is what must be
// there at once: the tree of its text, as it is read, and its pictures. Wanted: 3 times at most; our check and the
// validator, which read the finished file whole, one after the other, take what is above.
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
const WORDS =
  'the harbour lay quiet under a low grey sky and nobody spoke of ships while old men mended their nets by lamplight because winter had come early'.split(
    ' ',
  );
const lib = path.resolve(import.meta.dirname, '../../lib');

export default async function measure() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'octavo-memory-'));
  try {
    writeFileSync(path.join(folder, 'tiny.md'), '# One\n\nText.\n');
    const book = path.join(folder, 'large');
    const { text, media } = await writeBook(book);
    const base = peak(folder, 'tiny.md');
    const large = peak(folder, 'large');
    const tree = treeOf(book);
    const room = large - base;
    const row = (name, bytes) => console.log(`    ${name.padEnd(44)}${Math.round(bytes / 1e6)} MB`);
    row('text', text);
    row('text as it is read', tree);
    row('pictures', media);
    row('a run for one line, at its peak', base);
    row('a run for the book, at its peak', large);
    console.log(`    ${'of the book'.padEnd(44)}${(room / (tree + media)).toFixed(1)} ×, wanted 3`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Bytes that a run takes at its peak. */
function peak(cwd, book) {
  const told = "process.on('exit', () => console.error('peak', process.resourceUsage().maxRSS))";
  const args = ['--import', `data:text/javascript,${encodeURIComponent(told)}`, path.join(lib, 'cli.js')];
  return (
    run(cwd, [...args, 'build', book, '--edition', 'ebook', '--out', 'out', '--quiet'], /peak (\d+)/) * 1024
  );
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

async function writeBook(folder) {
  mkdirSync(folder);
  const { next, sentence } = sentencesOf(WORDS);
  let [notes, pictures, text, media] = [0, 0, 0, 0];
  for (let chapter = 0; chapter < CHAPTERS; chapter++) {
    const out = [`# ${sentence().slice(0, -1)}`];
    const own = [];
    for (let i = 0; i < PARAGRAPHS; i++) {
      if (i % 15 === 0) out.push(`## ${sentence().slice(0, -1)}`);
      let paragraph = Array.from({ length: 7 }, sentence).join(' ');
      if (i % 3 !== 2 && notes < NOTES) {
        paragraph += `[^n${notes}]`;
        own.push(`[^n${notes++}]: ${sentence()}`);
      }
      out.push(paragraph);
      if (i % 20 === 0 && pictures < PICTURES) {
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
    writeFileSync(path.join(folder, `${String(chapter).padStart(2, '0')}.md`), markdown);
  }
  const yaml =
    'title: Large\ncreators: [Ada Writer]\nchapters: ["*.md"]\neditions: { ebook: { format: epub } }\n';
  writeFileSync(path.join(folder, 'book.yaml'), yaml);
  return { text, media };
}
