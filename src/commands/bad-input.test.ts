import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { CLI, faultsOf, fingerprint, folderWith, octavo } from './testing/octavo.js';

const CONFIG = 'title: A Book\nchapters: [one.md, two.md]\neditions: { ebook: { format: epub } }\n';
const GOOD = {
  'book/book.yaml': CONFIG,
  'book/one.md': '# One\n\nText.\n',
  'book/two.md': '# Two\n\nText.\n',
};
const many = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, n) => line(n)).join('');
const PARAGRAPH = `${'The lamp was lit at dusk, and the hour and the state of the sea were written down. '.repeat(6)}\n\n`;

interface Case {
  readonly name: string;
  /** Files that are changed in a book that was built before. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly code: number;
  /** What the person reads: places and reasons. */
  readonly says: readonly string[];
  /** The last build stays as it was, or a whole new one takes its place. */
  readonly dist: 'untouched' | 'new';
}

const CASES: readonly Case[] = [
  {
    name: 'a file that is not there',
    files: { 'book/book.yaml': CONFIG.replace('two.md', 'tow.md') },
    code: 2,
    says: ['book/book.yaml:2:20 error There is no file tow.md'],
    dist: 'untouched',
  },
  {
    name: 'a book without chapters',
    files: { 'book/book.yaml': 'title: A Book\n' },
    code: 2,
    says: ['book/book.yaml:1:1 error The book has no chapters'],
    dist: 'untouched',
  },
  {
    name: 'an empty chapter',
    files: { 'book/two.md': ' \n\n' },
    code: 1,
    says: ['book/book.yaml:2:20 error book/two.md is empty'],
    dist: 'untouched',
  },
  {
    name: 'a book without a title',
    files: { 'book/book.yaml': 'chapters: [one.md]\n' },
    code: 2,
    says: ['book/book.yaml:1:1 error The book has no title'],
    dist: 'untouched',
  },
  {
    name: 'a text that is not UTF-8',
    files: { 'book/two.md': Buffer.concat([Buffer.from('# Two\n\nCaf'), Buffer.from([0xe9, 0x20])]) },
    code: 1,
    says: [
      'book/two.md:3:4 error book/two.md is not UTF-8: byte 10 (0xE9) begins no character',
      'octavo clean',
    ],
    dist: 'untouched',
  },
  {
    name: 'a binary file',
    files: {
      'book/two.md': Buffer.from(
        many(500, (n) => String.fromCharCode(n % 256)),
        'latin1',
      ),
    },
    code: 1,
    says: ['book/two.md:', 'is not UTF-8'],
    dist: 'untouched',
  },
  {
    name: 'an unknown key',
    files: { 'book/book.yaml': `${CONFIG}langauge: en\n` },
    code: 2,
    says: [
      'book/book.yaml:4:1 error Unknown key “langauge”',
      '> 4 | langauge: en',
      'Did you mean “language”?',
    ],
    dist: 'untouched',
  },
  {
    name: 'lengths that no page has',
    files: {
      'book/book.yaml': `title: A Book
chapters: [one.md]
editions:
  tiny: { format: pdf, trim: { width: 100mm, height: 2mm } }
  none: { format: pdf, size: 0pt }
  wide: { format: pdf, bleed: 500mm }
`,
    },
    code: 2,
    says: [
      'book/book.yaml:4:54 error Unexpected “2mm” for “height”, expected a length from 20mm to 1300mm',
      'book/book.yaml:5:30 error Unexpected “0pt” for “size”, expected a length from 4pt to 100pt',
      'book/book.yaml:6:31 error Unexpected “500mm” for “bleed”, expected a length from 0mm to 50mm',
    ],
    dist: 'untouched',
  },
  {
    name: 'letters that are too large for their page',
    files: { 'book/book.yaml': CONFIG.replace('{ format: epub }', '{ format: pdf, trim: a6, size: 60pt }') },
    code: 2,
    says: [
      'book/book.yaml:3:51 error Unexpected size of the edition “ebook”: the page would hold 8 letters in a line and 4 lines, expected at least 20 letters in a line and 8 lines',
      'a size of at most 26pt',
    ],
    dist: 'untouched',
  },
  {
    name: 'YAML that is none',
    files: { 'book/book.yaml': 'title: [A Book\nchapters: one.md\n' },
    code: 2,
    says: ['book/book.yaml:2:1 error'],
    dist: 'untouched',
  },
  {
    name: 'an anchor that two headings claim',
    files: {
      'book/one.md': '# One {#same}\n\nText.\n',
      'book/two.md': '# Two\n\n## Again {#same}\n\nText.\n',
    },
    code: 1,
    says: ['book/two.md:3:1 error', '#same', 'book/one.md:1'],
    dist: 'new',
  },
  {
    name: 'links to nothing',
    files: { 'book/two.md': '# Two\n\nSee [this](#nowhere) and [that](gone.md).\n' },
    code: 1,
    says: ['book/two.md:3:5 error', '#nowhere', 'book/two.md:3:26 error', 'gone.md'],
    dist: 'new',
  },
  {
    name: 'pictures that are not there, not pictures, or elsewhere',
    files: {
      'book/two.md':
        '# Two\n\n![A](gone.png)\n\n![B](one.md)\n\n![C](../secret.png)\n\n![D](http://127.0.0.1:9/x.png)\n',
      'secret.png': 'secret',
    },
    code: 1,
    says: [
      'book/two.md:3:1 error',
      'gone.png',
      'book/two.md:5:1 error',
      'book/two.md:7:1 error',
      'outside',
      'book/two.md:9:1 error',
    ],
    dist: 'new',
  },
  {
    name: 'HTML that is not closed',
    files: { 'book/two.md': '# Two\n\n<div><p>Open <b>bold\n\nText after.\n' },
    code: 1,
    says: ['book/two.md:3:1 error', '<div>'],
    dist: 'new',
  },
  {
    name: 'HTML that is hostile',
    files: {
      'book/two.md':
        '# Two\n\n<script>alert(1)</script>\n\n<img src="one.md" onerror="alert(1)">\n\n<a href="javascript:alert(1)">x</a>\n\n<iframe src="file:///etc/passwd"></iframe>\n',
    },
    code: 1,
    says: ['book/two.md:3:1 warning', '<script>', 'onerror', 'javascript:', '<iframe'],
    dist: 'new',
  },
  {
    name: 'notes without calls and calls without notes',
    files: { 'book/two.md': '# Two\n\nA call[^gone] and text.\n\n[^left]: A note that nobody calls.\n' },
    code: 1,
    says: ['book/two.md:3:7 error', 'gone', 'book/two.md:5:1 error', 'left'],
    dist: 'new',
  },
  {
    name: 'a chapter of 5 MB',
    files: { 'book/two.md': `# Two\n\n${many(Math.ceil(5e6 / PARAGRAPH.length), () => PARAGRAPH)}` },
    code: 0,
    says: [],
    dist: 'new',
  },
  {
    name: 'a chapter beyond the limit',
    files: { 'book/two.md': `# Two\n\n${'x'.repeat(17 * 2 ** 20)}` },
    code: 1,
    says: ['book/two.md error book/two.md is 17.0 MB, and the limit is 16.0 MB'],
    dist: 'untouched',
  },
  {
    name: '3,000 notes',
    files: {
      'book/two.md': `# Two\n\n${many(3000, (n) => `A sentence with a note[^${n}].\n\n`)}${many(3000, (n) => `[^${n}]: Note ${n}.\n`)}`,
    },
    code: 0,
    says: [],
    dist: 'new',
  },
  {
    name: '200 quotations inside each other',
    files: { 'book/two.md': `# Two\n\n${'> '.repeat(200)}deep\n` },
    code: 0,
    says: [],
    dist: 'new',
  },
  {
    name: 'more nesting than any reader takes',
    files: { 'book/two.md': `# Two\n\n${'<div>'.repeat(300)}deep${'</div>'.repeat(300)}\n` },
    code: 1,
    says: ['book/two.md:3 error', 'inside each other'],
    dist: 'untouched',
  },
  {
    name: 'paths that leave the folder',
    files: { 'book/book.yaml': CONFIG.replace('two.md', '../secret.md'), 'secret.md': '# Secret\n' },
    code: 2,
    says: ['book/book.yaml:2:20 error ../secret.md lies outside the book’s folder'],
    dist: 'untouched',
  },
];

/** A folder with a book and its last build. */
let built: string;
beforeAll(async () => {
  built = folderWith(GOOD);
  expect(await octavo(['build', 'book'], { cwd: built })).toMatchObject({ code: 0 });
});

test.each(CASES)('$name', async ({ files, code, says, dist }) => {
  const cwd = folderWith({});
  cpSync(built, cwd, { recursive: true });
  const before = fingerprint(path.join(cwd, 'dist'));
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(cwd, name), content);
  const ran = await octavo(['build', 'book'], { cwd });
  for (const text of says) expect(ran.err).toContain(text);
  expect(ran.err).not.toMatch(/^\s+at /m);
  expect(ran.code).toBe(code);
  const after = fingerprint(path.join(cwd, 'dist'));
  if (dist === 'untouched') expect(after).toEqual(before);
  else expect(after).not.toEqual(before);
  expect(faultsOf(path.join(cwd, 'dist'))).toEqual([]);
});

describe('a machine that lacks something', () => {
  test('no browser: exit code 3, and the last build stays', async () => {
    const cwd = folderWith({ ...GOOD, 'book/book.yaml': `${CONFIG.replace(/editions.*\n/, '')}` });
    mkdirSync(path.join(cwd, 'dist'));
    const ran = await octavo(['build', 'book'], { cwd, env: { OCTAVO_BROWSER: path.join(cwd, 'nowhere') } });
    expect(ran.err).toContain('nowhere does not exist or cannot be run');
    expect(ran.err).toContain('octavo doctor');
    expect(ran.code).toBe(3);
    expect(fingerprint(path.join(cwd, 'dist'))).toEqual({});
  });

  test('a folder that cannot be written: exit code 3', async () => {
    const cwd = folderWith({ ...GOOD, dist: 'a file where a folder is wanted' });
    const ran = await octavo(['build', 'book'], { cwd });
    expect(ran.err).toContain('Cannot write');
    expect(ran.code).toBe(3);
  });
});

test('a folder that holds other things is never replaced', async () => {
  const cwd = folderWith({ ...GOOD, 'a-book/thesis.txt': 'years of work' });
  const before = fingerprint(path.join(cwd, 'a-book'));
  const ran = await octavo(['build', 'book', '--out', '.'], { cwd });
  expect(ran.err).toContain('holds files that Octavo did not make');
  expect(ran.code).toBe(2);
  expect(fingerprint(path.join(cwd, 'a-book'))).toEqual(before);
});

test.skipIf(process.platform === 'win32')(
  'a symbolic link that leads out of the folder is not followed',
  async () => {
    const cwd = folderWith({ ...GOOD, 'secret.md': '# Secret\n' });
    writeFileSync(path.join(cwd, 'book/book.yaml'), CONFIG.replace('two.md', 'link.md'));
    symlinkSync('../secret.md', path.join(cwd, 'book/link.md'));
    const ran = await octavo(['build', 'book'], { cwd });
    expect(ran.err).toContain('link.md lies outside the book’s folder');
    expect(ran.code).toBe(2);
  },
);

test.skipIf(process.platform === 'win32')(
  'a chapter that a link or a pattern finds is read if it lies in the folder, and anything else is told of',
  async () => {
    const config = CONFIG.replace('[one.md, two.md]', "['*.md']");
    const cwd = folderWith({ ...GOOD, 'book/book.yaml': config, 'book/more/three.md': '# Three\n\nText.\n' });
    symlinkSync('more/three.md', path.join(cwd, 'book/three.md'));
    const ran = await octavo(['build', 'book', '--json'], { cwd });
    expect(ran).toMatchObject({ code: 0 });
    symlinkSync('/etc/passwd', path.join(cwd, 'book/four.md'));
    const { code, err } = await octavo(['build', 'book'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('four.md lies outside the book’s folder');
  },
);

test.skipIf(process.platform === 'win32')(
  'what is no file, or cannot be read, is told of and never waited for',
  async () => {
    const cwd = folderWith(GOOD);
    const chapter = path.join(cwd, 'book/two.md');
    writeFileSync(chapter, '# Two\n\n![A pipe](pipe.png)\n');
    expect(spawnSync('mkfifo', [path.join(cwd, 'book/pipe.png')])).toMatchObject({ status: 0 });
    const pictured = await octavo(['build', 'book'], { cwd });
    expect(pictured.code).toBe(1);
    expect(pictured.err).toContain('book/two.md:3:1 error Unexpected image `pipe.png` that is no file');
    rmSync(chapter);
    symlinkSync('two.md', chapter);
    const looped = await octavo(['build', 'book'], { cwd });
    expect(looped.code).toBe(2);
    expect(looped.err).toContain('book/book.yaml:2:20 error Cannot read two.md');
  },
);

test('one bad book does not keep the others from being made', async () => {
  const cwd = folderWith({
    'sources/bad/book.yaml': 'titel: Bad\n',
    'sources/good/book.yaml': CONFIG.replace('A Book', 'Good'),
    'sources/good/one.md': '# One\n',
    'sources/good/two.md': '# Two\n',
  });
  const ran = await octavo(['build'], { cwd });
  expect(ran.err).toContain('sources/bad/book.yaml:1:1 error Unknown key “titel”');
  expect(ran.out).toMatch(/^dist\/good\/good\.epub {2}\d+ kB {2}[\d.]+ s$/m);
  expect(ran.code).toBe(2);
});

test('two books of one name do not overwrite each other', async () => {
  const cwd = folderWith({ 'one.md': '# Same\n\nOne.\n', 'two.md': '# Same\n\nTwo.\n' });
  const ran = await octavo(['build', 'one.md', 'two.md', '-e', 'ebook'], { cwd });
  expect(ran.err).toMatch(/(one|two)\.md and (one|two)\.md would both be written to same\//);
  expect(ran.code).toBe(2);
  expect(faultsOf(path.join(cwd, 'dist'))).toEqual([]);
});

test.skipIf(process.platform === 'win32')('whoever stops reading is no error', async () => {
  const cwd = folderWith({});
  const { error, status, stderr } = spawnSync(
    'sh',
    ['-c', `"${process.execPath}" "${CLI}" --help | head -n 1`],
    { cwd },
  );
  expect({ error, status, stderr: String(stderr) }).toEqual({ error: undefined, status: 0, stderr: '' });
});

test('wrong usage: exit code 2, and what would be right', async () => {
  const cwd = folderWith(GOOD);
  expect(await octavo(['bild'], { cwd })).toMatchObject({
    code: 2,
    err: expect.stringContaining('Did you mean build'),
  });
  expect(await octavo(['build', '--strickt'], { cwd })).toMatchObject({ code: 2 });
  expect(await octavo(['build', 'nothing'], { cwd })).toMatchObject({
    code: 2,
    err: expect.stringContaining('no file or folder nothing'),
  });
  expect(await octavo(['build'], { cwd })).toMatchObject({
    code: 2,
    err: expect.stringContaining('There is no book here'),
  });
  expect(await octavo(['build', 'book', '-e', 'ebok'], { cwd })).toMatchObject({
    code: 2,
    err: expect.stringContaining('Did you mean “ebook”'),
  });
});
