// pages-picture.mjs PDF PAGE... : lays pages of a finished book side by side on grey and writes docs/pages.png, the
// picture at the head of the README. Needs pdftoppm (poppler) on the machine; run after npm run build.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';

const DPI = 110;
const COLUMNS = 4;
const GAP = 36;

const [pdf, ...pages] = process.argv.slice(2);
if (!pdf || pages.length === 0 || !pages.every((page) => /^[1-9]\d*$/.test(page))) {
  console.error('usage: node scripts/pages-picture.mjs BOOK.pdf PAGE...');
  process.exit(2);
}
const output = path.resolve(import.meta.dirname, '../docs/pages.png');
const folder = mkdtempSync(path.join(os.tmpdir(), 'octavo-pages-'));
try {
  for (const [index, page] of pages.entries()) {
    const name = path.join(folder, String(index).padStart(3, '0'));
    const ran = spawnSync('pdftoppm', ['-r', DPI, '-f', page, '-l', page, '-png', '-singlefile', pdf, name]);
    if (ran.status !== 0) throw new Error(ran.error ? 'pdftoppm is not on this machine' : String(ran.stderr));
  }
  const files = readdirSync(folder)
    .sort()
    .map((file) => path.join(folder, file));
  if (files.length < pages.length) throw new Error(`${pdf} has fewer pages than were asked for`);
  const { width, height } = await sharp(files[0]).metadata();
  const columns = Math.min(COLUMNS, files.length);
  const rows = Math.ceil(files.length / columns);
  const at = (index) => ({
    left: GAP + (index % columns) * (width + GAP),
    top: GAP + Math.floor(index / columns) * (height + GAP),
  });
  mkdirSync(path.dirname(output), { recursive: true });
  const size = { width: GAP + columns * (width + GAP), height: GAP + rows * (height + GAP) };
  await sharp({ create: { ...size, channels: 3, background: '#d9d6cf' } })
    .composite(files.map((input, index) => ({ input, ...at(index) })))
    .png({ palette: true, colours: 64, effort: 10 })
    .toFile(output);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
