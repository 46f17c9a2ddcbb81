// Where pages end, read back from the printed files by the positions of their letters: the book of about 350 pages, a
// book of everything (60 chapters of nested lists, tables over pages, code, figures, verse, and notes everywhere, three
// of them of 2,000 words) and the handbook. OCTAVO_BENCH_BOOKS=folder:file.md measures books of your own;
// OCTAVO_BENCH_LIST=1 names every place.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { asMarkdown, sampleBook } from './samples/sample-book.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const lib = path.join(root, 'lib');
const { buildBook } = await import(pathToFileURL(path.join(lib, 'build.js')).href);
const { openRun } = await import(pathToFileURL(path.join(lib, 'open-run.js')).href);

/** What only tests use is not in the package: it is compiled for this run, where its libraries are found. */
async function testing(...files) {
  const folder = mkdtempSync(path.join(lib, 'bench-'));
  try {
    const bundle = await rolldown({
      input: Object.fromEntries(
        files.map((file) => [file, path.join(root, 'src/formats/pdf/testing', `${file}.ts`)]),
      ),
      platform: 'node',
      external: (name) => !/^[./]/.test(name),
    });
    await bundle.write({ dir: folder });
    await bundle.close();
    const modules = [];
    for (const file of files) modules.push(await import(pathToFileURL(path.join(folder, `${file}.js`)).href));
    return Object.assign({}, ...modules);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="320" viewBox="0 0 5 4"><rect width="5" height="4" fill="#999"/></svg>';

function writeBook(home, title, texts) {
  mkdirSync(path.join(home, 'text'), { recursive: true });
  writeFileSync(
    path.join(home, 'book.yaml'),
    `title: ${title}\nlanguage: en-GB\nchapters: [text/*.md]\neditions:\n  print: { format: pdf, trim: a5 }\n`,
  );
  writeFileSync(path.join(home, 'text/picture.svg'), PICTURE);
  for (const [name, text] of Object.entries(texts)) writeFileSync(path.join(home, 'text', name), text);
  return home;
}

export default async function measure() {
  const { printedLines, pageFigures, fullBook } = await testing('printed-lines', 'page-figures', 'full-book');
  const folder = mkdtempSync(path.join(tmpdir(), 'octavo-bench-'));
  const own = process.env.OCTAVO_BENCH_BOOKS?.split(':').map((book) => [path.basename(book), book]);
  const run = openRun({});
  try {
    const texts = asMarkdown(sampleBook()).map((text, k) => [`${String(k + 1).padStart(3, '0')}.md`, text]);
    const all = fullBook({ chapters: 60, longNotes: 3, picture: 'picture.svg' }).markdown;
    const books = own ?? [
      ['350 pages, 425 notes', writeBook(path.join(folder, 'sample'), 'Sample', Object.fromEntries(texts))],
      ['a book of everything', writeBook(path.join(folder, 'full'), 'Everything', all)],
      ['the handbook', path.join(root, 'sources/handbook')],
    ];
    for (const [name, book] of books) {
      const built = await buildBook(book, { cwd: root }, run);
      const pdf = built.editions.flatMap(({ files }) => files).find((file) => file.name.endsWith('.pdf'));
      report(name, pageFigures(await printedLines(pdf.bytes)));
    }
  } finally {
    await run.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(name, figures) {
  const { pages, inside, full, level } = figures;
  const percent = (part) => `${((100 * part) / inside).toFixed(1)} %`;
  console.log(`  ${name}: ${pages} pages, ${inside} end inside a chapter`);
  console.log(
    `    full or level with the facing page ${percent(full + level)} (full ${percent(full)}), asked 97 %`,
  );
  const line = (what, places, asked = '') => {
    console.log(`    ${what.padEnd(46)}${String(places.length).padStart(4)}${asked}`);
    if (process.env.OCTAVO_BENCH_LIST) for (const place of places) console.log(`      ${place}`);
  };
  line('neither full nor level (lines short)', figures.short);
  line('two lines of white or more above notes', figures.gaps);
  line('widows', figures.widows, ', asked 0');
  line('orphans', figures.orphans, ', asked 0');
  line('more than three hyphens in a row', figures.ladders, ', asked 0');
  line('headings without two lines below', figures.headings, ', asked 0');
  line('hyphens at page ends', figures.hyphensAtEnds);
  line('last lines of a syllable', figures.syllables);
  line('chapters that end with less than five lines', figures.scant);
}
