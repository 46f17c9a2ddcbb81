// How even the spaces between words are: paragraphs alone, the same text, font, size and measure, read back from the
// PDFs. Octavo's breaking over whole paragraphs beside the lines that Chromium breaks itself, one after the other, at
// the same hyphens, beside its `text-wrap: pretty`, and beside the other printers that this machine has.
// OCTAVO_BENCH_TEXT=file.md measures the paragraphs of a text of your own. Needs pdftotext.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { foundPrinters, pageFor, printWith } from './printers/printers.mjs';
import { figuresOf, linesOf } from './printers/read-lines.mjs';
import { asMarkdown, sampleBook } from './samples/sample-book.mjs';

const lib = (file) => import(pathToFileURL(path.resolve(import.meta.dirname, '../../lib', file)).href);
const { RunBrowser } = await lib('browser/run-browser.js');
const { loadBook } = await lib('config/load-book.js');
const { readBook } = await lib('edition/read-book.js');
const { FAMILIES } = await lib('fonts/families.js');
const { makePdf } = await lib('formats/pdf/make-pdf.js');
const { geometryOf } = await lib('formats/pdf/page-geometry.js');
const { BOOK } = await lib('formats/pdf/prepare/dress.js');
const { prepareBook } = await lib('formats/pdf/prepare/prepare-book.js');
const { Hyphenator } = await lib('paginate/lines/hyphenator.js');
const { Report } = await lib('report/report.js');

/** A book of paragraphs alone: of the sample, or of a text in Markdown, of which plain paragraphs of some length are kept. */
function paragraphs() {
  const file = process.env.OCTAVO_BENCH_TEXT;
  if (!file)
    return sampleBook(0.55).map(({ blocks }) => ({
      title: 'Text',
      blocks: blocks
        .filter(({ heading }) => !heading)
        .map(({ before, after }) => ({ before: before + after, after: '' })),
    }));
  const plain = readFileSync(file, 'utf8')
    .split(/\n\s*\n/)
    .map((block) => block.replace(/\s+/g, ' ').trim())
    .filter(
      (block) =>
        block.length > 200 && /^[\p{L}“‘]/u.test(block) && !/[`|<>[\]{}\\^~#$&%]|https?:|--/.test(block),
    )
    .map((block) => block.replace(/[*_]+/g, '').replaceAll('"', '').replaceAll("'", '’'));
  return [{ title: 'Text', blocks: plain.map((before) => ({ before, after: '' })) }];
}

const row = (name, figures) =>
  console.log(
    `    ${name.padEnd(34)}${[
      String(figures.lines),
      figures.mean.toFixed(0),
      figures.spread.toFixed(1),
      figures.step.toFixed(1),
      figures.tight.toFixed(0),
      figures.loose.toFixed(0),
      figures.widest.toFixed(0),
      `${figures.veryLoose.toFixed(2)} %`,
      `${figures.hyphens.toFixed(1)} %`,
      `${figures.ladders}/${figures.longest}`,
      figures.rivers.toFixed(1),
    ]
      .map((cell) => cell.padStart(9))
      .join('')}`,
  );

export default async function measure() {
  const folder = mkdtempSync(path.join(tmpdir(), 'octavo-spaces-'));
  const signal = new AbortController().signal;
  const progress = { step: () => undefined };
  const run = new RunBrowser({ progress, signal });
  try {
    const book = paragraphs();
    mkdirSync(path.join(folder, 'text'));
    writeFileSync(
      path.join(folder, 'book.yaml'),
      'title: Sample\nlanguage: en-US\nchapters: [text/*.md]\neditions:\n  print: { format: pdf, trim: a5 }\n',
    );
    asMarkdown(book).forEach((text, k) => {
      writeFileSync(path.join(folder, 'text', `${String(k + 1).padStart(4, '0')}.md`), text);
    });
    const report = new Report();
    const loaded = await loadBook(folder, { cwd: folder, report });
    const context = { date: new Date(0), report, signal, progress, browser: () => run.get() };
    const edition = await readBook(loaded, context);
    const config = loaded.editions.print;
    const geometry = geometryOf(config, loaded.typography);
    const prepared = await prepareBook(edition, config, geometry, BOOK);
    const page = pageFor(geometry, FAMILIES[0], folder);
    console.log(
      `  ${book.reduce((sum, { blocks }) => sum + blocks.length, 0)} paragraphs, ${geometry.measure} px wide, in ${geometry.size.toFixed(2)} px; spaces in thousandths of an em, mean of each full line`,
    );
    const heads = 'lines mean spread step 1% 99% widest >400 hyphens ladders rivers'.split(' ');
    console.log(`    ${''.padEnd(34)}${heads.map((head) => head.padStart(9)).join('')}`);
    const worst = [];
    const show = (name, file) => {
      const figures = figuresOf(linesOf(file, page), page);
      row(name, figures);
      worst.push([name, figures.worst]);
    };
    const out = path.join(folder, 'out.pdf');
    writeFileSync(out, (await makePdf({ edition, config, geometry, prepared, dress: BOOK }, context)).bytes);
    show('Octavo', out);
    const hyphenator = new Hyphenator();
    const divided = (text) =>
      text.replace(/\p{L}{5,}/gu, (word) => {
        const points = hyphenator.points(word, 'en-US');
        return [...word].map((letter, k) => (points.includes(k) ? `\u00ad${letter}` : letter)).join('');
      });
    for (const [name, style, hyphenate] of [
      ['greedy, the same hyphens', '', true],
      ['greedy, no hyphens', '', false],
      ['text-wrap: pretty, the same hyphens', 'text-wrap: pretty', true],
    ]) {
      const file = path.join(folder, 'plain.html');
      writeFileSync(file, plainHtml(book, page, style, hyphenate ? divided : (text) => text));
      const tab = await (await run.get()).newPage();
      await tab.goto(pathToFileURL(file).href, { timeout: 0 });
      await tab.evaluate(() => document.fonts.ready.then(() => undefined));
      writeFileSync(out, await tab.pdf({ preferCSSPageSize: true, timeout: 0 }));
      await tab.close();
      show(name, out);
    }
    for (const printer of foundPrinters().filter(({ name }) => /TeX|Typst|WeasyPrint/.test(name))) {
      const { failed } = printWith(printer, book, page, folder, out);
      if (failed) console.log(`    ${printer.name.padEnd(34)}  failed: ${failed}`);
      else show(printer.name, out);
    }
    console.log('  The widest line of each:');
    for (const [name, text] of worst) console.log(`    ${name.padEnd(36)}${text}`);
  } finally {
    await run.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function plainHtml(book, { faces, sheet, margins, size, leading, family }, style, text) {
  const sections = book.map(
    ({ title, blocks }) =>
      `<section><h1>${title}</h1>${blocks.map(({ before }) => `<p>${text(before)}</p>`).join('\n')}</section>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><style>${faces}
@page { size: ${sheet.width}px ${sheet.height}px; margin: ${margins.top}px ${margins.outer}px ${margins.bottom}px ${margins.inner}px; }
@page :left { margin-left: ${margins.outer}px; margin-right: ${margins.inner}px; }
html { font: ${size}px/${leading}px "${family}"; text-rendering: geometricPrecision; font-variant-numeric: oldstyle-nums; }
body { margin: 0; } section { break-before: page; } h1 { text-align: center; }
p { margin: 0; text-indent: 1.25em; text-align: justify; ${style} }</style></head><body>${sections.join('\n')}</body></html>`;
}
