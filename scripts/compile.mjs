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

/**
 * This one names a function for each node of a tree that it meets, which only traces of its own faults show; it takes
 * longer than what is done with the nodes.
 */
const withoutNames = {
  name: 'without-names',
  transform(code, id) {
    if (!id.endsWith('/unist-util-visit-parents/lib/index.js')) return undefined;
    const bare = code.replace(/ {4}if \(typeof value\.type === 'string'\) \{[\s\S]*?\n {4}\}\n/, '');
    if (bare.length === code.length || bare.includes('defineProperty'))
      throw new Error('unist-util-visit-parents names its functions in another way than it did');
    return bare;
  },
};
const bundle = await rolldown({
  input: {
    cli: path.join(lib, 'cli.js'),
    // Threads stand beside the packed modules that start them.
    'cli/run': path.join(lib, 'formats/epub/thread/run.js'),
  },
  platform: 'node',
  plugins: [withoutNames],
  external: (name) => STAY_OUTSIDE.some((outside) => name === outside || name.startsWith(`${outside}/`)),
});
await bundle.write({
  dir: lib,
  chunkFileNames: 'cli/[name]-[hash].js',
  minify: { mangle: false, compress: false },
});
await bundle.close();
chmodSync(path.join(lib, 'cli.js'), 0o755);
