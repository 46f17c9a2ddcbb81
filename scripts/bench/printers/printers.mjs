// Other printers of pages, as far as this machine has them: each gets the same text, page and font.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { asPagedHtml, asPandoc, asTypst } from './forms.mjs';

/**
 * The page of an edition, with its font as CSS and as files in a folder of their own.
 *
 * @param geometry Of `geometryOf`.
 * @param family A row of `FAMILIES`.
 */
export function pageFor(geometry, family, folder) {
  const require = createRequire(import.meta.url);
  const fonts = {
    folder: path.join(folder, 'fonts'),
    roman: 'Roman.ttf',
    italic: 'Italic.ttf',
    bold: 'Bold.ttf',
  };
  mkdirSync(fonts.folder, { recursive: true });
  for (const name of ['roman', 'italic', 'bold'])
    copyFileSync(require.resolve(family.faces[name]), path.join(fonts.folder, fonts[name]));
  const face = (file, more) =>
    `@font-face { font-family: "${family.name}"; src: url("${pathToFileURL(path.join(fonts.folder, file)).href}"); ${more} }`;
  const faces = [
    face(fonts.roman, ''),
    face(fonts.italic, 'font-style: italic;'),
    face(fonts.bold, 'font-weight: 700;'),
  ].join('\n');
  const { sheet, margins, size, leading, measure } = geometry;
  return { sheet, margins, size, leading, measure, family: family.name, faces, fonts };
}

const html = (args) => (book, page, home, out) => {
  const file = path.join(home, 'paged.html');
  writeFileSync(file, asPagedHtml(book, page));
  return args(file, out);
};
const pandoc = (engine) => (book, page, home, out) => {
  const { text, header, settings } = asPandoc(book, page);
  const file = path.join(home, 'pandoc.md');
  writeFileSync(file, text);
  writeFileSync(path.join(home, 'header.tex'), header);
  const from = 'markdown-implicit_figures';
  return [
    file,
    ...['-f', from, '-o', out, `--pdf-engine=${engine}`, '-H', path.join(home, 'header.tex')],
    ...settings,
  ];
};

/** What there may be: a name, the commands it needs, and the arguments that make a PDF of a book on a page. */
export const PRINTERS = [
  {
    name: 'Typst',
    needs: ['typst'],
    args: (book, page, home, out) => {
      const file = path.join(home, 'book.typ');
      writeFileSync(file, asTypst(book, page));
      return ['compile', '--font-path', page.fonts.folder, file, out];
    },
  },
  { name: 'WeasyPrint', needs: ['weasyprint'], args: html((file, out) => [file, out]) },
  { name: 'pandoc + XeLaTeX + microtype', needs: ['pandoc', 'xelatex'], args: pandoc('xelatex') },
  { name: 'pandoc + LuaLaTeX + microtype', needs: ['pandoc', 'lualatex'], args: pandoc('lualatex') },
  {
    name: 'Paged.js',
    needs: ['pagedjs-cli'],
    args: html((file, out) => [file, '-o', out, '-t', '600000', '--browserArgs', '--no-sandbox']),
  },
  {
    name: 'Vivliostyle',
    needs: ['vivliostyle'],
    args: html((file, out) => ['build', file, '-o', out, '--timeout', '600']),
  },
];

/** The printers whose commands this machine has. */
export function foundPrinters() {
  const has = (command) => {
    const { error } = spawnSync(command, ['--version'], { stdio: 'ignore' });
    return error === undefined;
  };
  return PRINTERS.filter(({ needs }) => needs.every(has));
}

/** Prints a book; the time it took, in milliseconds, or what the printer said when it failed. */
export function printWith({ name, needs, args }, book, page, home, out, env = {}) {
  const list = args(book, page, home, out);
  const start = performance.now();
  const { status, stderr, stdout } = spawnSync(needs[0], list, {
    cwd: home,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, ...env },
  });
  const ms = performance.now() - start;
  if (status === 0) return { name, ms };
  const said = `${stderr}\n${stdout}`.trim().split('\n').filter(Boolean);
  return { name, ms, failed: said.slice(-3).join(' / ') || `ended with ${status}` };
}
