import { cpSync, existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundledChromium, canRunBundled } from '../browser/bundled-chromium.js';
import { cacheFolder } from '../browser/cache-folder.js';
import { faultsOf, fingerprint, folderWith, octavo } from './testing/octavo.js';

/** A folder with the book that `octavo init` makes, and its editions. */
let home: string;
beforeAll(async () => {
  home = folderWith({});
  expect(await octavo(['init', 'mybook'], { cwd: home })).toMatchObject({ code: 0, err: '' });
  expect(await octavo(['build', 'mybook', '--strict'], { cwd: home })).toMatchObject({ code: 0, err: '' });
});

const manifest = (folder: string) => JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'));

describe('octavo init and build', () => {
  test('make a book that has nothing wrong with it', () => {
    const { files, tools, title } = manifest(path.join(home, 'dist/mybook'));
    expect(title).toBe('Mybook');
    expect(files).toMatchObject([
      { name: 'mybook.epub', edition: 'ebook', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      { name: 'mybook-print.pdf', edition: 'print', pages: expect.any(Number) },
    ]);
    expect(tools.octavo).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
    expect(faultsOf(path.join(home, 'dist'))).toEqual([]);
  });

  test('tell editors of the schema', () => {
    const [line] = readFileSync(path.join(home, 'mybook/book.yaml'), 'utf8').split('\n');
    const name = /\$schema=(\S+)$/.exec(line!)![1]!;
    const schema = JSON.parse(readFileSync(path.join(home, 'mybook', name), 'utf8'));
    expect(schema.properties.title).toMatchObject({ type: 'string' });
    expect(schema).toEqual(JSON.parse(readFileSync('lib/book.schema.json', 'utf8')));
  });

  test('say where the book is, and refuse a file for a folder', async () => {
    const cwd = folderWith({ 'essay.md': '# Essay' });
    expect((await octavo(['init'], { cwd: folderWith({}) })).out).toBe(
      'A book is in this folder. Make it with: octavo build\n',
    );
    expect((await octavo(['init', 'my book'], { cwd })).out).toBe(
      'A book is in my book. Make it with: octavo build "my book"\n',
    );
    const { code, err } = await octavo(['init', 'essay.md'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('essay.md is a file, and a book is made in a folder');
    expect(err).toContain('octavo init essay --from essay.md');
  });

  test('overwrite nothing', async () => {
    const before = fingerprint(path.join(home, 'mybook'));
    expect(await octavo(['init', 'mybook'], { cwd: home })).toMatchObject({ code: 2 });
    expect(fingerprint(path.join(home, 'mybook'))).toEqual(before);
  });
});

test('bytes: another folder, time zone, language and day give the same files', async () => {
  const other = folderWith({});
  cpSync(path.join(home, 'mybook'), path.join(other, 'a deeper/folder'), { recursive: true });
  const env = { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
  expect(await octavo(['build', 'a deeper/folder', '--out', 'elsewhere'], { cwd: other, env })).toMatchObject(
    { code: 0 },
  );
  expect(fingerprint(path.join(other, 'elsewhere'))).toEqual(fingerprint(path.join(home, 'dist')));
});

const EVERY_FORMAT = `title: Ähren und Übermut
language: de
chapters: [text/*.md]
editions:
  ebook: { format: epub, pageList: print }
  print: { format: pdf, cropMarks: true, bleed: 3mm }
  packet: { format: packet, fold: booklet }
  cover: { format: cover, of: print }
`;

test('bytes: packets and covers too, whatever order, owner and age the files have', async () => {
  const texts = ['ä.md', 'a.md', 'Z.md', '10.md', '9.md'].map((name): [string, string] => [
    `text/${name}`,
    `# Über ${name[0]}\n\nEin Satz[^1] :index[Ähre] mit $x^2$.\n\n[^1]: Note.\n`,
  ]);
  const [one, two] = [texts, [...texts].reverse()].map((files) =>
    folderWith(
      Object.fromEntries(
        [...files, ['book.yaml', EVERY_FORMAT] as const].map(([name, text]) => [`book/${name}`, text]),
      ),
    ),
  ) as [string, string];
  for (const [name] of texts) utimesSync(path.join(two, 'book', name), 1, 1);
  expect(await octavo(['build', 'book'], { cwd: one, env: { TZ: 'UTC', LC_ALL: 'C' } })).toMatchObject({
    code: 0,
  });
  const env = { TZ: 'Pacific/Kiritimati', LC_ALL: 'sv_SE.UTF-8', LANGUAGE: 'sv' };
  const umask = process.umask(0o077);
  try {
    expect(await octavo(['build', 'book', '--jobs', '1'], { cwd: two, env })).toMatchObject({ code: 0 });
  } finally {
    process.umask(umask);
  }
  const made = fingerprint(path.join(one, 'dist'));
  expect(Object.keys(made).filter((name) => name.endsWith('.pdf'))).toHaveLength(5);
  expect(fingerprint(path.join(two, 'dist'))).toEqual(made);
});

test('says each file on a line: path, pages, size, time', async () => {
  const { out, err, code } = await octavo(['build', 'mybook'], { cwd: home });
  const [epub, pdf, ...rest] = out.trimEnd().split('\n');
  expect(epub).toMatch(/^dist\/mybook\/mybook\.epub {2}\d+ kB {2}\d+\.\d s$/);
  expect(pdf).toMatch(/^dist\/mybook\/mybook-print\.pdf {2}\d+ pages {2}\d+ kB {2}\d+\.\d s$/);
  expect({ rest, err, code }).toEqual({ rest: [], err: '', code: 0 });
});

test('--json prints one document, --quiet nothing', async () => {
  const json = await octavo(['build', 'mybook', '--json', '-e', 'ebook'], { cwd: home });
  expect(JSON.parse(json.out)).toMatchObject({
    exitCode: 0,
    messages: [],
    books: [
      { book: 'mybook', written: true, files: [{ path: 'dist/mybook/mybook.epub', edition: 'ebook' }] },
    ],
  });
  expect(await octavo(['build', 'mybook', '--quiet', '-e', 'ebook'], { cwd: home })).toEqual({
    code: 0,
    out: '',
    err: '',
  });
});

test('an edition alone leaves the others and what a person put there', async () => {
  const cwd = folderWith({});
  cpSync(home, cwd, { recursive: true });
  const dist = path.join(cwd, 'dist/mybook');
  writeFileSync(path.join(dist, 'my-notes.txt'), 'mine');
  const before = manifest(dist);
  expect(await octavo(['build', 'mybook', '-e', 'ebook'], { cwd })).toMatchObject({ code: 0 });
  expect(manifest(dist)).toEqual(before);
  expect(readdirSync(dist).sort()).toEqual([
    'manifest.json',
    'my-notes.txt',
    'mybook-print.pdf',
    'mybook.epub',
  ]);
});

test('files of an edition that the book no longer has go', async () => {
  const cwd = folderWith({});
  cpSync(home, cwd, { recursive: true });
  const config = path.join(cwd, 'mybook/book.yaml');
  writeFileSync(
    config,
    readFileSync(config, 'utf8')
      .replace(/ {2}print:.*\n/, '')
      .replace(', pageList: print', ''),
  );
  expect(await octavo(['build', 'mybook'], { cwd })).toMatchObject({ code: 0 });
  expect(readdirSync(path.join(cwd, 'dist/mybook')).sort()).toEqual(['manifest.json', 'mybook.epub']);
});

test('a single Markdown file is a book', async () => {
  const cwd = folderWith({ 'essay.md': '# On Lamps\n\nThey burn.[^1]\n\n[^1]: At night.\n' });
  expect(await octavo(['build', 'essay.md', '-e', 'ebook'], { cwd })).toMatchObject({ code: 0, err: '' });
  expect(readdirSync(path.join(cwd, 'dist/on-lamps')).sort()).toEqual(['manifest.json', 'on-lamps.epub']);
});

describe('check', () => {
  test('finds nothing wrong and writes nothing', async () => {
    const cwd = folderWith({});
    cpSync(path.join(home, 'mybook'), path.join(cwd, 'mybook'), { recursive: true });
    const { code, out, err } = await octavo(['check', 'mybook'], { cwd });
    expect({ code, out }).toEqual({ code: 0, out: '' });
    // A new book lacks what only its writer knows, which is worth a note and no more.
    expect(err).toContain('A shop or a library would miss: description');
    expect(err).not.toMatch(/error|warning|page-list-missing/);
    expect(existsSync(path.join(cwd, 'dist'))).toBe(false);
  });

  test('annotates for GitHub Actions', async () => {
    const cwd = folderWith({ 'essay.md': '# On Lamps\n\nSee [this](#nowhere).\n' });
    const { code, out } = await octavo(['check', 'essay.md', '-e', 'ebook'], {
      cwd,
      env: { GITHUB_ACTIONS: 'true' },
    });
    expect(code).toBe(1);
    expect(out).toMatch(/^::error file=essay\.md,line=3,endLine=3,col=5,title=broken-link::/);
  });
});

/** A browser that tells its process number in a file: the bundled one, by way of a script. */
async function traceableBrowser(folder: string): Promise<{ script: string; pidFile: string }> {
  const { progress, signal } = { progress: { step: () => undefined }, signal: new AbortController().signal };
  const browser = await bundledChromium({ cache: cacheFolder(), progress, signal });
  const script = path.join(folder, 'browser.sh');
  const pidFile = path.join(folder, 'browser.pid');
  const variables = Object.entries(browser.env).map(([name, value]) => `export ${name}='${value}'`);
  const lines = ['#!/bin/sh', ...variables, `echo $$ > '${pidFile}'`, `exec '${browser.path}' "$@"`];
  writeFileSync(script, `${lines.join('\n')}\n`, { mode: 0o755 });
  return { script, pidFile };
}

/** Waits as long as it takes; the test's own time limit ends what never comes. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 50));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe.runIf(canRunBundled())('whoever stops it', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGKILL', null],
  ] as const)('%s leaves the last build whole, and no browser behind', async (signal, code) => {
    const cwd = folderWith({});
    cpSync(home, cwd, { recursive: true });
    const before = fingerprint(path.join(cwd, 'dist'));
    const chapter = path.join(cwd, 'mybook/text/02-middle.md');
    writeFileSync(chapter, `${readFileSync(chapter, 'utf8')}\n${'More of it, and more.\n\n'.repeat(500)}`);
    const { script, pidFile } = await traceableBrowser(cwd);
    const ran = await octavo(['build', 'mybook', '-e', 'print', '--browser', script], {
      cwd,
      started: (stop) => void until(() => existsSync(pidFile)).then(() => stop(signal)),
    });
    expect(ran.code).toBe(code);
    expect(fingerprint(path.join(cwd, 'dist'))).toEqual(before);
    const pid = Number(readFileSync(pidFile, 'utf8'));
    await until(() => !isRunning(pid));
  });
});
