// Makes the EPUB and the PDF of a book of 700 KB with 425 notes, as whole processes, and compares them, in turns in
// the same run, with a bare Chromium print of the book's HTML (A5, the same fonts, notes at the ends of chapters) and
// with pandoc's EPUB where pandoc is installed. The best of three rounds counts.
// Wanted: EPUB in a third of pandoc's time, PDF in 1.5 times the bare print.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { toHtml } from 'hast-util-to-html';
import { makeBook } from './make-book.mjs';

const ROUNDS = 3;
const root = path.resolve(import.meta.dirname, '../..');
const cli = path.join(root, 'lib/cli.js');

export default async function measure() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'octavo-book-'));
  try {
    const files = makeBook(folder);
    const html = path.join(folder, 'book.html');
    writeFileSync(html, await plainHtml(folder));
    const pdf = path.join(folder, 'bare.pdf');
    const tasks = {
      'EPUB, Octavo': node(
        cli,
        'build',
        folder,
        '-e',
        'ebook',
        '--out',
        path.join(folder, 'dist'),
        '--quiet',
      ),
      'PDF, Octavo': node(cli, 'build', folder, '-e', 'print', '--out', path.join(folder, 'dist'), '--quiet'),
      'PDF, bare print': node(path.join(import.meta.dirname, 'bare-print.mjs'), html, pdf),
      ...(spawnSync('pandoc', ['--version']).error
        ? {}
        : { 'EPUB, pandoc': ['pandoc', ['--toc', '-o', path.join(folder, 'pandoc.epub'), ...files]] }),
    };
    const best = {};
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [name, [command, args]] of Object.entries(tasks)) {
        const start = performance.now();
        const { status, stderr } = spawnSync(command, args, { cwd: folder });
        if (status !== 0) throw new Error(`${name} failed: ${stderr}`);
        best[name] = Math.min(best[name] ?? Number.POSITIVE_INFINITY, (performance.now() - start) / 1000);
      }
    }
    const size = files.reduce((sum, file) => sum + statSync(file).size, 0);
    console.log(`  ${Math.round(size / 1000)} KB of Markdown in ${files.length} chapters`);
    for (const [name, seconds] of Object.entries(best))
      console.log(`  ${name.padEnd(20)} ${seconds.toFixed(2)} s`);
    const ratio = (one, two) => (best[one] / best[two]).toFixed(2);
    if (best['EPUB, pandoc']) console.log(`  EPUB to pandoc       ${ratio('EPUB, Octavo', 'EPUB, pandoc')}`);
    console.log(`  EPUB to bare print   ${ratio('EPUB, Octavo', 'PDF, bare print')}`);
    console.log(`  PDF to bare print    ${ratio('PDF, Octavo', 'PDF, bare print')}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const node = (...args) => [process.execPath, args];

/** The book as a page that a person would print from the browser: nothing but its text, fonts and paper. */
async function plainHtml(folder) {
  const load = (module) => import(pathToFileURL(path.join(root, 'lib', module)).href);
  const { loadBook, readBook, openRun, Report } = await load('index.js');
  const report = new Report();
  const book = await loadBook(folder, { cwd: folder, report });
  const edition = await readBook(book, { ...openRun(), report, date: new Date(0) });
  const require = createRequire(import.meta.url);
  const face = (file, style, weight) =>
    `@font-face{font-family:Book;font-style:${style};font-weight:${weight};src:url(${pathToFileURL(require.resolve(`@expo-google-fonts/eb-garamond/${file}.ttf`))})}`;
  const faces = [
    face('400Regular/EBGaramond_400Regular', 'normal', 400),
    face('400Regular_Italic/EBGaramond_400Regular_Italic', 'italic', 400),
    face('700Bold/EBGaramond_700Bold', 'normal', 700),
  ].join('');
  const sections = edition.sections.map(
    ({ content, notes }) =>
      `<section>${toHtml(content)}<ol>${notes.map((note) => `<li id="${note.id}">${toHtml([...note.content])}</li>`).join('')}</ol></section>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${book.title}</title><style>${faces}@page{size:A5;margin:20mm}html{font:10.5pt/1.35 Book;text-rendering:geometricPrecision}p{margin:0;text-align:justify}section{break-before:page}</style>${sections.join('\n')}</html>`;
}
