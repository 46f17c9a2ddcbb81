// What pages cost: a book of about 350 pages with 425 notes at their feet, from starting the browser to the finished
// file, beside the bare print of the same prepared HTML (without and with soft hyphens) and of plain HTML with the
// notes in the text, both with the same fonts: a page, its loading and its printing, and nothing else. Then a book
// four times as long. Medians of three, in turns. Other printers follow where they are installed.
// OCTAVO_BENCH_SIZE=14 prints 5,000 pages once, and nothing else.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { foundPrinters, pageFor, printWith } from './printers/printers.mjs';
import { asHtml, asMarkdown, sampleBook } from './samples/sample-book.mjs';

const lib = (file) => import(pathToFileURL(path.resolve(import.meta.dirname, '../../lib', file)).href);
const { RunBrowser } = await lib('browser/run-browser.js');
const { cacheFolder } = await lib('browser/cache-folder.js');
const { findBrowser } = await lib('browser/find-browser.js');
const { FAMILIES } = await lib('fonts/families.js');
const { loadBook } = await lib('config/load-book.js');
const { readBook } = await lib('edition/read-book.js');
const { makePdf } = await lib('formats/pdf/make-pdf.js');
const { geometryOf } = await lib('formats/pdf/page-geometry.js');
const { BOOK } = await lib('formats/pdf/prepare/dress.js');
const { htmlOf } = await lib('formats/pdf/prepare/document.js');
const { prepareBook } = await lib('formats/pdf/prepare/prepare-book.js');
const { withEngine } = await lib('paginate/engine-css.js');
const { Hyphenator } = await lib('paginate/lines/hyphenator.js');
const { Report } = await lib('report/report.js');

const RUNS = 3;
const folder = mkdtempSync(path.join(tmpdir(), 'octavo-bench-'));
const progress = { step: () => undefined };
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`.padStart(8);

async function timed(work) {
  const run = new RunBrowser({ progress, signal: new AbortController().signal });
  const start = performance.now();
  try {
    const pages = await work(run);
    return { ms: performance.now() - start, pages };
  } finally {
    await run.close();
  }
}

const contextOf = (run) => ({
  date: new Date(0),
  report: new Report(),
  signal: new AbortController().signal,
  progress,
  browser: () => run.get(),
});

async function bare(run, file) {
  const page = await (await run.get()).newPage();
  await page.goto(pathToFileURL(file).href, { timeout: 0 });
  const bytes = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true, timeout: 0 });
  writeFileSync(path.join(folder, 'bare.pdf'), bytes);
  return pagesOf(bytes);
}

const pagesOf = (bytes) =>
  Buffer.from(bytes)
    .toString('latin1')
    .match(/\/Type \/Page\b/g).length;

/** The same HTML with its words divided for Chromium, which has no patterns of its own. */
function withSoftHyphens(html) {
  const hyphenator = new Hyphenator();
  const [head, body] = html.split(/(?=<body)/);
  const divided = body.replace(/(<[^>]*>)|\p{L}{5,}/gu, (word, tag) => {
    if (tag) return tag;
    const points = [0, ...hyphenator.points(word, 'en'), word.length];
    return points
      .slice(1)
      .map((end, k) => word.slice(points[k], end))
      .join('\u00ad');
  });
  return head + divided;
}

/** The book in all the forms that are compared. */
async function sample(size) {
  const book = sampleBook(size);
  const home = path.join(folder, `book-${size}`);
  mkdirSync(path.join(home, 'text'), { recursive: true });
  writeFileSync(
    path.join(home, 'book.yaml'),
    'title: Sample\nlanguage: en\nchapters: [text/*.md]\neditions:\n  print: { format: pdf, trim: a5 }\n',
  );
  asMarkdown(book).forEach((text, k) => {
    writeFileSync(path.join(home, 'text', `${String(k + 1).padStart(4, '0')}.md`), text);
  });
  const report = new Report();
  const loaded = await loadBook(home, { cwd: folder, report });
  const edition = await readBook(loaded, { ...contextOf(undefined), report });
  const config = loaded.editions.print;
  const geometry = geometryOf(config, loaded.typography);
  const start = performance.now();
  const prepared = await prepareBook(edition, config, geometry, BOOK);
  const preparing = performance.now() - start;
  const { document } = prepared;
  const whole = withEngine(htmlOf(document, document.sections), geometry).replace(
    '<html',
    '<html class="octavo-open"',
  );
  const same = path.join(home, 'prepared.html');
  writeFileSync(same, whole);
  const hyphenated = path.join(home, 'hyphenated.html');
  writeFileSync(hyphenated, withSoftHyphens(whole));
  const plain = path.join(home, 'plain.html');
  const family = loaded.typography.font;
  const page = pageFor(
    geometry,
    FAMILIES.find(({ name }) => name === family),
    home,
  );
  const { sheet, margins, size: em, leading, measure } = geometry;
  writeFileSync(
    plain,
    asHtml(
      book,
      `${page.faces} @page { size: ${sheet.width}px ${sheet.height}px; margin: ${margins.top}px ${margins.outer}px ${margins.bottom}px ${margins.inner}px; }
html { font: ${em}px/${leading}px "${family}"; text-rendering: geometricPrecision; } body { margin: 0; width: ${measure}px; }
section { break-before: page; } p { margin: 0; text-indent: 1.2em; text-align: justify; } small { font-size: .8em; } sup { line-height: 0; }`,
    ),
  );
  const job = { edition, config, geometry, prepared, dress: BOOK };
  return { job, same, hyphenated, plain, preparing, other: { home, book, page } };
}

async function compare(size) {
  const { job, same, hyphenated, plain, preparing, other } = await sample(size);
  const works = {
    octavo: async (run) => {
      const { bytes, layout } = await makePdf(job, contextOf(run));
      writeFileSync(path.join(folder, 'octavo.pdf'), bytes);
      return layout.pages.length;
    },
    same: (run) => bare(run, same),
    hyphenated: (run) => bare(run, hyphenated),
    plain: (run) => bare(run, plain),
  };
  const all = { octavo: [], same: [], hyphenated: [], plain: [] };
  const pages = {};
  for (let k = 0; k < RUNS; k++)
    for (const [name, work] of Object.entries(works)) {
      const { ms, pages: count } = await timed(work);
      all[name].push(ms);
      pages[name] = count;
    }
  const times = Object.fromEntries(Object.entries(all).map(([name, list]) => [name, median(list)]));
  console.log(`  ${size} × the book (making the prepared HTML took ${seconds(preparing).trim()} before)`);
  console.log(`    whole, launch to finished file  ${seconds(times.octavo)}  ${pages.octavo} pages`);
  console.log(
    `    bare print of the same HTML     ${seconds(times.same)}  ${pages.same} pages: whole is ${(times.octavo / times.same).toFixed(2)} ×`,
  );
  console.log(
    `    the same, with soft hyphens     ${seconds(times.hyphenated)}  ${pages.hyphenated} pages: whole is ${(times.octavo / times.hyphenated).toFixed(2)} ×`,
  );
  console.log(
    `    bare print of plain HTML        ${seconds(times.plain)}  ${pages.plain} pages: whole is ${(times.octavo / times.plain).toFixed(2)} ×`,
  );
  return { times, other };
}

/**
 * The whole command beside other printers, as far as this machine has them: same text, page and font, notes at the
 * foot. Those that drive a browser get the one that Octavo drives.
 */
async function others({ home, book, page }, times) {
  const cli = path.resolve(import.meta.dirname, '../../lib/cli.js');
  const start = performance.now();
  const { status } = spawnSync(process.execPath, [cli, 'build', home, '-o', path.join(home, 'dist')], {
    stdio: 'ignore',
  });
  const whole = performance.now() - start;
  const line = (name, ms, note = '') =>
    console.log(
      `    ${name.padEnd(32)}${seconds(ms)}  ${(ms / whole).toFixed(1).padStart(5)} × octavo build${note}`,
    );
  if (status === 0)
    line('octavo build, the whole command', whole, `; pages alone ${seconds(times.octavo).trim()}`);
  const { path: executable, env } = await browserToLend();
  for (const printer of foundPrinters()) {
    const out = path.join(folder, 'other.pdf');
    const { name, ms, failed } = printWith(printer, book, page, home, out, {
      ...env,
      PUPPETEER_EXECUTABLE_PATH: executable,
      SOURCE_DATE_EPOCH: '0',
    });
    if (failed) console.log(`    ${name.padEnd(32)}  failed: ${failed}`);
    else line(name, ms, `, ${pageCount(out)} pages`);
  }
}

const browserToLend = () =>
  findBrowser(undefined, { cache: cacheFolder(), progress, signal: new AbortController().signal });

const pageCount = (file) =>
  /Pages:\s+(\d+)/.exec(spawnSync('pdfinfo', [file], { encoding: 'utf8' }).stdout ?? '')?.[1] ?? '?';

export default async function measure() {
  try {
    const asked = Number(process.env.OCTAVO_BENCH_SIZE);
    if (asked) {
      const { job } = await sample(asked);
      const { ms, pages } = await timed(async (run) => {
        const { bytes, layout } = await makePdf(job, contextOf(run));
        writeFileSync(path.join(folder, 'octavo.pdf'), bytes);
        return layout.pages.length;
      });
      const size = readFileSync(path.join(folder, 'octavo.pdf')).length / 1e6;
      console.log(`  ${asked} × the book: ${pages} pages, ${seconds(ms).trim()}, ${size.toFixed(1)} MB`);
      return;
    }
    const one = await compare(1);
    await others(one.other, one.times);
    const four = await compare(4);
    console.log(`  4 × the book takes ${(four.times.octavo / one.times.octavo).toFixed(2)} × the time`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
