// Makes an EPUB of an invented book of 600 KB with 425 notes, ours and pandoc's of the same Markdown, where pandoc
// is installed: what each has of a good EPUB's points, time, and whether every word of the text is in both; then the
// times of a book four times as long. Time is that of a whole run from the command line, the processor's seconds
// beside it, since other work on the machine changes those less. Wanted: a third of pandoc's time.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { sentencesOf } from './samples/sentences.mjs';

const ROUNDS = 3;
const PARAGRAPHS = 1330;
const NOTES = 425;
const LONGER = 4;
const WORDS =
  'the harbour lay quiet under a low grey sky and nobody spoke of ships while old men mended their nets by lamplight because winter had come early that year with long rain from western hills'.split(
    ' ',
  );

export default async function measure() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'octavo-bench-'));
  try {
    const text = time(folder, 'book', 1);
    const [slug] = readdirSync(path.join(folder, 'out'));
    const theirs = path.join(folder, 'pandoc.epub');
    const books = [
      read(path.join(folder, 'out', slug, `${slug}.epub`)),
      existsSync(theirs) ? read(theirs) : undefined,
    ];
    const wanted = countsOf(text.replace(/^---[\s\S]*?---/, '').replace(/\[\^n\d+\]:?|[*#]/g, ''));
    row(
      'words lost',
      books.map((book) => book && lost(wanted, book)),
    );
    for (const [name, has] of POINTS)
      row(
        name,
        books.map((book) => book && (has(book) ? 'yes' : 'no')),
      );
    time(folder, 'longer', LONGER);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Times both for a book of that many times the length, and gives back its text. */
function time(folder, name, length) {
  const notes = NOTES * length;
  const text = inventedBook(PARAGRAPHS * length, notes);
  writeFileSync(path.join(folder, `${name}.md`), text);
  console.log(`  ${Math.round(text.length / 1000)} KB, ${notes} notes, median of ${ROUNDS} runs`);
  const cli = path.resolve(import.meta.dirname, '../../lib/cli.js');
  const options = ['--edition', 'ebook', '--out', 'out', '--quiet'];
  const ours = run(folder, process.execPath, [cli, 'build', `${name}.md`, ...options]);
  const theirs = run(folder, 'pandoc', [`${name}.md`, '--toc', '-o', 'pandoc.epub']);
  row('', ['Octavo', theirs ? 'pandoc' : 'pandoc is not installed']);
  row(
    'time',
    [ours, theirs].map((took) => took && `${took.wall.toFixed(2)} s`),
  );
  row(
    'processor',
    [ours, theirs].map((took) => took && `${took.cpu.toFixed(2)} s`),
  );
  if (theirs) row('of pandoc’s', [`${(ours.wall / theirs.wall).toFixed(2)} ×`]);
  return text;
}

function row(name, cells) {
  console.log(`    ${name.padEnd(44)}${cells.map((cell) => String(cell ?? '').padEnd(12)).join('')}`);
}

function run(cwd, command, args) {
  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    // One shell counts the processor's time of its child alone.
    const { error, status, stderr } = spawnSync(
      'bash',
      ['-c', 'TIMEFORMAT="%U %S"; time "$0" "$@"', command, ...args],
      {
        cwd,
        encoding: 'utf8',
      },
    );
    if (error || status === 127 || /command not found/.test(stderr)) return undefined;
    if (status !== 0) throw new Error(stderr);
    const [user, system] = /([\d.]+) ([\d.]+)\s*$/.exec(stderr).slice(1).map(Number);
    times.push({ wall: (performance.now() - start) / 1000, cpu: user + system });
  }
  return times.sort((a, b) => a.wall - b.wall)[Math.floor(ROUNDS / 2)];
}

function read(file) {
  const files = Object.entries(unzipSync(readFileSync(file)));
  const texts = files.filter(([name]) => /\.(xhtml|opf|ncx|css)$/.test(name));
  const all = Object.fromEntries(texts.map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
  const find = (ending) => Object.entries(all).find(([name]) => name.endsWith(ending))?.[1] ?? '';
  const pages = Object.entries(all).filter(([name]) => name.endsWith('.xhtml'));
  return {
    names: files.map(([name]) => name),
    opf: find('.opf'),
    ncx: find('.ncx'),
    css: Object.entries(all)
      .filter(([name]) => name.endsWith('.css'))
      .map(([, text]) => text)
      .join('\n'),
    nav: pages.find(([, text]) => /epub:type="toc"/.test(text))?.[1] ?? '',
    text: pages.map(([, text]) => text).join('\n'),
    sizes: pages.map(([, text]) => Buffer.byteLength(text)),
  };
}

/** What a good EPUB has, as far as it shows in a book of words alone. */
const POINTS = [
  ['identifier that stays the same', ({ opf }) => /urn:(uuid:[0-9a-f]{8}-[0-9a-f]{4}-5|isbn)/.test(opf)],
  ['one moment of change, not of the clock', ({ opf }) => /dcterms:modified">20(00|19)-/.test(opf)],
  [
    'creator with role and sort name',
    ({ opf }) => /marc:relators">aut</.test(opf) && /property="file-as"/.test(opf),
  ],
  ['cover with cover-image', ({ opf }) => /properties="cover-image"/.test(opf)],
  [
    'access modes, features, hazards, summary',
    ({ opf }) =>
      ['accessMode', 'accessibilityFeature', 'accessibilityHazard', 'accessibilitySummary'].every((name) =>
        opf.includes(`schema:${name}`),
      ),
  ],
  [
    'landmarks: cover, title page, contents, text',
    ({ nav }) =>
      ['cover', 'titlepage', 'toc', 'bodymatter'].every((type) =>
        new RegExp(`epub:type="${type}"`).test(nav),
      ),
  ],
  [
    'NCX of two levels at most',
    ({ ncx }) =>
      !/<navPoint[^>]*>(?:(?!<\/navPoint>)[\s\S])*<navPoint[^>]*>(?:(?!<\/navPoint>)[\s\S])*<navPoint/.test(
        ncx,
      ),
  ],
  [
    'calls with type and role',
    ({ text }) =>
      /epub:type="noteref"[^>]*role="doc-noteref"|role="doc-noteref"[^>]*epub:type="noteref"/.test(text),
  ],
  ['calls with text alone', ({ text }) => !/<a[^>]*role="doc-noteref"[^>]*>\s*</.test(text)],
  ['a link back from every note', ({ text }) => (text.match(/role="doc-backlink"/g) ?? []).length >= NOTES],
  ['notes in a list that no reader hides', ({ text }) => !/<aside[^>]*epub:type="footnote"/.test(text)],
  ['chapters with type and role', ({ text }) => /epub:type="chapter"[^>]*role="doc-chapter"/.test(text)],
  ['language on every file', ({ text }) => !/<html(?![^>]*xml:lang)/.test(text)],
  ['no file over 250 KB', ({ sizes }) => Math.max(...sizes) <= 250_000],
  ['fonts embedded as subsets', ({ names }) => names.some((name) => name.endsWith('.woff2'))],
  [
    'no colour or fixed size in the style sheet',
    ({ css }) => !/[\s;{](color|background-color)\s*:(?!\s*inherit)|font-size:\s*\d+px/.test(css),
  ],
  ['colophon with provenance', ({ text }) => /epub:type="colophon"/.test(text)],
];

function countsOf(text) {
  const counts = new Map();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** How many words of the text the EPUB has not. */
function lost(wanted, { text }) {
  const body = text
    .replace(/<head>[\s\S]*?<\/head>/g, '')
    .replace(/<\/(p|li|h\d|div|section)>/g, ' ')
    .replace(/<[^>]+>/g, '');
  const found = countsOf(body);
  let sum = 0;
  for (const [word, count] of wanted) sum += Math.max(0, count - (found.get(word) ?? 0));
  return sum;
}

function inventedBook(paragraphs, noteCount) {
  const { next, sentence } = sentencesOf(WORDS);
  const out = [
    '---\ntitle: The Quiet Harbour\nauthor: Ada Writer\ncreators: [Ada Writer]\nlanguage: en\n---',
  ];
  const notes = [];
  for (let i = 0; i < paragraphs; i++) {
    if (i % 45 === 0) out.push(`# ${sentence().slice(0, -1)}`);
    else if (i % 12 === 0) out.push(`## ${sentence().slice(0, -1)}`);
    let paragraph = Array.from({ length: 6 }, sentence).join(' ');
    if (next() % 5 === 0) paragraph = paragraph.replace(/ (\w+) /, ' *$1* ');
    if (notes.length < Math.floor(((i + 1) * noteCount) / paragraphs)) {
      paragraph += `[^n${notes.length}]`;
      notes.push(`[^n${notes.length}]: ${sentence()}`);
    }
    out.push(paragraph);
  }
  return `${[...out, ...notes].join('\n\n')}\n`;
}
