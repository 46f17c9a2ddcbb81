// What pages cost in memory: the sample book of 350 pages with 425 notes, then two, four and eight times as long, each
// printed by the whole command. The peak is of all its processes, Node and the browser's: their proportional set size,
// in which what processes share counts once, looked at every tenth of a second. It grows as the book does, beside what
// a run takes for any book. OCTAVO_BENCH_SIZE=16 prints 5,000 pages, and nothing else. Linux only.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { asMarkdown, sampleBook } from './samples/sample-book.mjs';

const SIZES = [1, 2, 4, 8];
const INTERVAL = 100;
const cli = path.resolve(import.meta.dirname, '../../lib/cli.js');

export default async function measure() {
  if (process.platform !== 'linux') {
    console.log('    left out: only Linux tells how much memory processes share');
    return;
  }
  const asked = Number(process.env.OCTAVO_BENCH_SIZE);
  const folder = mkdtempSync(path.join(tmpdir(), 'octavo-bench-'));
  try {
    row('', ['pages', 'time', 'Node', 'browser', 'both at peak', 'for each page beyond the first book']);
    let first;
    for (const size of asked ? [asked] : SIZES) {
      const { pages, ms, node, browser, both } = await build(folder, size);
      first ??= { pages, both };
      const growth =
        pages === first.pages ? '' : `${Math.round((both - first.both) / (pages - first.pages) / 1e3)} kB`;
      const megabytes = [node, browser, both].map((bytes) => `${Math.round(bytes / 1e6)} MB`);
      row(`${size} × the book`, [pages, `${(ms / 1000).toFixed(1)} s`, ...megabytes, growth]);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const row = (name, cells) =>
  console.log(`    ${name.padEnd(16)}${cells.map((cell) => String(cell).padEnd(14)).join('')}`);

async function build(folder, size) {
  const home = path.join(folder, String(size));
  mkdirSync(path.join(home, 'text'), { recursive: true });
  writeFileSync(
    path.join(home, 'book.yaml'),
    'title: Sample\nlanguage: en\nchapters: [text/*.md]\neditions:\n  print: { format: pdf, trim: a5 }\n',
  );
  asMarkdown(sampleBook(size)).forEach((text, k) => {
    writeFileSync(path.join(home, 'text', `${String(k + 1).padStart(4, '0')}.md`), text);
  });
  const start = performance.now();
  const child = spawn(process.execPath, [cli, 'build', home, '-o', path.join(home, 'dist')]);
  const told = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => told.push(chunk));
  const peak = { node: 0, browser: 0, both: 0 };
  const sampling = setInterval(() => {
    const node = heldBy(child.pid);
    const browser = descendants(child.pid).reduce((sum, pid) => sum + heldBy(pid), 0);
    peak.node = Math.max(peak.node, node);
    peak.browser = Math.max(peak.browser, browser);
    peak.both = Math.max(peak.both, node + browser);
  }, INTERVAL);
  const code = await new Promise((resolve) => child.on('close', resolve));
  const ms = performance.now() - start;
  clearInterval(sampling);
  const text = Buffer.concat(told).toString();
  const pages = Number(/([\d,]+) pages/.exec(text)?.[1]?.replace(',', ''));
  if (code !== 0 || !pages) throw new Error(text);
  return { pages, ms, ...peak };
}

/** Bytes of a process; none of one that has ended meanwhile. */
function heldBy(pid) {
  const found = /^Pss:\s+(\d+) kB/m.exec(readOf(`/proc/${pid}/smaps_rollup`));
  return found ? Number(found[1]) * 1024 : 0;
}

function descendants(pid) {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), Number(/^PPid:\s+(\d+)/m.exec(readOf(`/proc/${name}/status`))?.[1])]);
  const below = (above) =>
    parents.filter(([, parent]) => parent === above).flatMap(([one]) => [one, ...below(one)]);
  return below(pid);
}

/** The file of a process, which may be gone. */
function readOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return '';
    throw error;
  }
}
