// Imposes 400 pages, once of text alone and once with large pictures, and compares with loading and saving the
// same file by the same library, in turns. Memory is what a process of its own needs at its peak beyond what it
// had when it began, as a multiple of the file. Wanted: 2.5 times the time, 4 times the file with pictures.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fontkit from '@cantoo/fontkit';
import { ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { imposePdf } from '../../lib/formats/packet/impose/impose-pdf.js';
import { IMPOSE_DEFAULTS } from '../../lib/formats/packet/impose/options.js';
import { proveImposition } from '../../lib/formats/packet/impose/unimpose-pdf.js';

const PAGES = 400;
const ROUNDS = 5;
const A5 = [419.53, 595.28];
const request = (trim) => ({
  ...IMPOSE_DEFAULTS,
  fold: 'signatures',
  trim,
  paper: { width: 320, height: 450 },
});

const work = {
  'load and save': async (bytes) => {
    const document = await PDFDocument.load(bytes, {
      updateMetadata: false,
      parseSpeed: ParseSpeeds.Fastest,
    });
    return document.save({ objectsPerTick: Number.POSITIVE_INFINITY });
  },
  impose: async (bytes) => (await imposePdf({ bytes, path: 'bench.pdf' }, request)).bytes,
  'impose and prove': async (bytes) => {
    const imposed = await imposePdf({ bytes, path: 'bench.pdf' }, request);
    await proveImposition(imposed.bytes, imposed);
    return imposed.bytes;
  },
};

export default async function measure() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'octavo-bench-'));
  try {
    for (const pictures of [false, true]) {
      const file = path.join(folder, 'reading.pdf');
      const bytes = await readingPdf(pictures);
      writeFileSync(file, bytes);
      console.log(`  ${PAGES} pages ${pictures ? 'with pictures' : 'of text'}, ${size(bytes.length)}`);
      const times = await inTurns(bytes);
      const plain = times['load and save'];
      for (const [name, time] of Object.entries(times)) {
        const memory = peakMemory(name, file);
        console.log(
          `    ${name.padEnd(17)} ${time.toFixed(0).padStart(5)} ms  ${(time / plain).toFixed(2)} ×   ` +
            `memory ${size(memory)}, ${(memory / bytes.length).toFixed(1)} × the file`,
        );
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function inTurns(bytes) {
  const times = Object.fromEntries(Object.keys(work).map((name) => [name, []]));
  for (const run of Object.values(work)) await run(bytes);
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, run] of Object.entries(work)) {
      const start = performance.now();
      await run(bytes);
      times[name].push(performance.now() - start);
    }
  const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}

function peakMemory(name, file) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [fileURLToPath(import.meta.url), name, file],
    {
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(stderr);
  return Number(stdout);
}

/** Invented text, set in an embedded face; with pictures, a photograph of noise on every fifth page. */
async function readingPdf(pictures) {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.registerFontkit(fontkit);
  const face = '@expo-google-fonts/eb-garamond/400Regular/EBGaramond_400Regular.ttf';
  const font = await document.embedFont(readFileSync(createRequire(import.meta.url).resolve(face)), {
    subset: true,
  });
  const words =
    'the road went over hill and ford past mills where nobody had asked for bread since winter'.split(' ');
  let state = 7;
  const random = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const noise = (seed) => {
    const chunks = Array.from({ length: 45_000 }, (_, i) =>
      createHash('sha256').update(`${seed} ${i}`).digest(),
    );
    return Buffer.concat(chunks).subarray(0, 800 * 600 * 3);
  };
  for (let number = 1; number <= PAGES; number++) {
    const page = document.addPage(A5);
    for (let line = 0; line < 34; line++) {
      const text = Array.from({ length: 11 }, () => words[Math.floor(random() * words.length)]).join(' ');
      page.drawText(text, { x: 55, y: A5[1] - 70 - 14 * line, size: 10.5, font });
    }
    if (pictures && number % 5 === 0) {
      const raw = { width: 800, height: 600, channels: 3 };
      const jpeg = await sharp(noise(number), { raw }).jpeg({ quality: 92 }).toBuffer();
      page.drawImage(await document.embedJpg(jpeg), { x: 60, y: 60, width: 300, height: 225 });
    }
  }
  return document.save();
}

/** Linux counts the peak of the parent into what `resourceUsage` says, but not into VmHWM. */
function peak() {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024;
  return Number(/VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) * 1024;
}

const size = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;

// Called by itself: one piece of work in a fresh process, whose peak it prints in bytes.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , name, file] = process.argv;
  const before = process.memoryUsage.rss();
  await work[name](readFileSync(file));
  console.log(peak() - before);
}
