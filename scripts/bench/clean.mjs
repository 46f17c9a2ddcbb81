// Cleans invented texts that were damaged in every way we know (200 seeds) and compares them with what they were;
// then times the cleaning of 600 KB, as a whole process, and of 10 MB, which may take no more than its share.
// Wanted: 99.5 % of note calls restored, no false call, 99 % of paragraphs whole and of hyphens right, no word lost,
// 1.5 s for 600 KB, growth no worse than linear.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const SEEDS = 200;
const PRINTED_FAULTS = 12;
const root = path.resolve(import.meta.dirname, '../..');
const cleaner = pathToFileURL(path.join(root, 'lib/source/clean.js')).href;

export default async function measure() {
  const testing = compileTesting();
  const { damage } = await import(pathToFileURL(path.join(testing, 'damage.js')).href);
  const { generateText } = await import(pathToFileURL(path.join(testing, 'generate-text.js')).href);
  const { addScores, scoreSeed } = await import(pathToFileURL(path.join(testing, 'score.js')).href);
  const scores = Array.from({ length: SEEDS }, (_, index) => scoreSeed(index + 1));
  const all = addScores(scores);
  const share = (part, whole) => `${((100 * part) / whole).toFixed(2)} % of ${whole}`;
  console.log(`  calls restored       ${share(all.callsRestored, all.calls)}`);
  console.log(`  false calls          ${all.falseCalls}`);
  console.log(`  paragraphs whole     ${share(all.paragraphsRestored, all.paragraphs)}`);
  console.log(`  headings found       ${share(all.headingsRestored, all.headings)}`);
  console.log(`  hyphens right        ${share(all.breaks - all.breaksWrong, all.breaks)}`);
  console.log(`  words lost           ${all.lost.length}`);
  for (const fault of all.faults.slice(0, PRINTED_FAULTS)) console.log(`    seed ${fault}`);

  const kind = {
    measure: 66,
    calls: 'glued',
    notes: 'end',
    paragraphs: 'blank',
    pages: 'form-feed',
    labels: 'number',
    restart: 'never',
    headings: 'plain',
    quotes: 'curly',
    encoding: 'utf-8',
    lineEnd: '\n',
    front: false,
    hyphens: true,
  };
  const rawText = (sections) => damage(generateText(5, { sections, paragraphs: 14 }), 5, kind).raw;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'octavo-clean-'));
  try {
    const small = time(folder, rawText(105));
    const large = time(folder, rawText(1785));
    console.log(`  ${kilobytes(small.size)}: ${small.seconds.toFixed(2)} s`);
    console.log(`  ${kilobytes(large.size)}: ${large.seconds.toFixed(2)} s`);
    const growth = large.seconds / small.seconds / (large.size / small.size);
    console.log(`  growth, 1 is linear  ${growth.toFixed(2)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const kilobytes = (size) => `${Math.round(size / 1000)} KB`.padEnd(20);

/** The damager belongs to the tests and is not in lib/: it is compiled here, where packages can be found. */
function compileTesting() {
  const out = path.join(root, 'node_modules/.cache/octavo-bench');
  const typescript = path.dirname(createRequire(import.meta.url).resolve('typescript/package.json'));
  const arguments_ = [path.join(typescript, 'bin/tsc'), '-p', 'tsconfig.json', '--outDir', out];
  const { status } = spawnSync(process.execPath, arguments_, { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('The tests do not compile.');
  return path.join(out, 'source/testing');
}

/** Seconds of a whole process that cleans the text; the best of three. */
function time(folder, raw) {
  const file = path.join(folder, 'raw.txt');
  writeFileSync(file, raw);
  const script = `import { readFileSync } from 'node:fs'; import { clean } from ${JSON.stringify(cleaner)};
    clean({ name: 'raw.txt', text: readFileSync(${JSON.stringify(file)}, 'utf8') });`;
  const seconds = Array.from({ length: 3 }, () => {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    return (performance.now() - start) / 1000;
  });
  return { size: raw.length, seconds: Math.min(...seconds) };
}
