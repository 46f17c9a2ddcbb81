// Compiles src/ to lib/ from scratch, so that a deleted module never lingers in the package, writes the JSON
// Schema of book.yaml beside it, and packs the command line into few files: of some 1,600 modules, finding and
// opening took longer than making a short book.
import { spawnSync } from 'node:child_process';
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

/** These read files that lie beside them: programs for the processor, fonts, dictionaries, a browser. */
const STAY_OUTSIDE = [
  '@cantoo/fontkit',
  '@likecoin/epubcheck-ts',
  '@puppeteer/browsers',
  '@sparticuz/chromium',
  'bwip-js',
  'css-tree',
  'fontverter',
  'harfbuzzjs',
  'liquidjs',
  'mammoth',
  'pdfjs-dist',
  'puppeteer-core',
  'sharp',
  'subset-font',
  'tar-fs',
];

const root = path.resolve(import.meta.dirname, '..');
const lib = path.join(root, 'lib');
const typescript = path.dirname(createRequire(import.meta.url).resolve('typescript/package.json'));
rmSync(lib, { recursive: true, force: true });
const { status } = spawnSync(
  process.execPath,
  [path.join(typescript, 'bin/tsc'), '-p', 'tsconfig.build.json'],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
if (status !== 0) process.exit(status ?? 1);
const { writeJsonSchema } = await import(pathToFileURL(path.join(lib, 'config/json-schema.js')).href);
writeFileSync(path.join(lib, 'book.schema.json'), writeJsonSchema());

const bundle = await rolldown({
  input: {
    cli: path.join(lib, 'cli.js'),
    // Threads stand beside the packed modules that start them.
    'cli/run': path.join(lib, 'formats/epub/thread/run.js'),
  },
  platform: 'node',
  external: (name) => STAY_OUTSIDE.some((outside) => name === outside || name.startsWith(`${outside}/`)),
});
await bundle.write({
  dir: lib,
  chunkFileNames: 'cli/[name]-[hash].js',
  minify: { mangle: false, compress: false },
});
await bundle.close();
chmodSync(path.join(lib, 'cli.js'), 0o755);
