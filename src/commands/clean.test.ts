import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fingerprint, folderWith, octavo } from './testing/octavo.js';

const RAW = `THE LAMP

The lamp stood at the corner of the street,
and nobody knew who had
lit it that night.

The keeper said nothing.
`;

test('a book made of a raw text has messages that name its lines', async () => {
  const cwd = folderWith({ 'lamp.txt': RAW });
  expect(await octavo(['init', '--from', 'lamp.txt', 'book'], { cwd })).toMatchObject({ code: 0 });
  const markdown = path.join(cwd, 'book/text/lamp.md');
  writeFileSync(markdown, readFileSync(markdown, 'utf8').replace('lit it', 'lit it[^9]'));
  const { err, code } = await octavo(['check', 'book', '-e', 'ebook'], { cwd });
  expect(code).toBe(1);
  expect(err).toMatch(/^book\/text\/lamp\.md:\d+:\d+ \(near book\/raw\/lamp\.txt:[345]\) error .*“9”/m);
  writeFileSync(markdown, `${readFileSync(markdown, 'utf8').replace('[^9]', '')}\nWritten since.[^8]\n`);
  const since = await octavo(['check', 'book', '-e', 'ebook'], { cwd });
  expect(since.err).toMatch(/^book\/text\/lamp\.md:\d+:\d+ error .*“8”/m);
});

test('a map stands beside what was cleaned, unless it is not wanted, and --json names the raw line', async () => {
  const cwd = folderWith({ 'raw/lamp.txt': RAW.replace('nothing.', 'nothing.[^4]') });
  const clean = (...more: string[]) =>
    octavo(['clean', 'raw/lamp.txt', '-o', 'out/lamp.md', ...more], { cwd });
  await clean('--no-map');
  expect(Object.keys(fingerprint(path.join(cwd, 'out')))).toEqual(['lamp.md']);
  await clean();
  expect(Object.keys(fingerprint(path.join(cwd, 'out')))).toEqual(['lamp.md', 'lamp.md.map']);
  const first = fingerprint(path.join(cwd, 'out'));
  await clean();
  expect(fingerprint(path.join(cwd, 'out'))).toEqual(first);
  const markdown = path.join(cwd, 'out/lamp.md');
  writeFileSync(markdown, readFileSync(markdown, 'utf8').replace('\\[^4]', '[^4]'));
  const { out } = await octavo(['check', 'out/lamp.md', '--json'], { cwd });
  const { messages } = JSON.parse(out) as { messages: { code: string; place?: { raw?: object } }[] };
  expect(messages.find(({ code }) => code === 'call-without-note')?.place?.raw).toMatchObject({
    path: 'raw/lamp.txt',
    line: 7,
  });
});

test('a map that is broken, or leads out of the folder, is told of once and does no harm', async () => {
  const cwd = folderWith({
    'one.md': '# One\n\nText.[^9] More.[^8]\n',
    'one.md.map': '{"version":3}',
    'two/two.md': '# Two\n\nText.[^9]\n',
    'secret.map': '{"version":3,"sources":["a"],"mappings":"AAAA;;AAAA","x_octavo_lines":"a"}',
  });
  symlinkSync('../secret.map', path.join(cwd, 'two/two.md.map'));
  const one = await octavo(['check', 'one.md'], { cwd });
  expect(one.err.match(/one\.md\.map is no map of lines/g)).toHaveLength(1);
  expect(one.err).toMatch(/^one\.md:3:6 error/m);
  const two = await octavo(['check', 'two/two.md'], { cwd });
  expect(two.err).toContain('two/two.md.map lies outside the book’s folder');
});

test.each([
  ['empty.txt', '', 'empty.txt is empty'],
  ['paper.txt', '%PDF-1.7 x', 'is a PDF, not a text'],
  ['cut.txt', Buffer.from([0x63, 0x61, 0x66, 0xc3]), 'ends in the middle of a character'],
  ['blank.html', '<!doctype html><nav>Home</nav>', 'has no text in it'],
  ['paper.docx', 'no archive', 'is not a Word document'],
])('%s is refused, also beside a good text, and nothing is written', async (name, content, says) => {
  const cwd = folderWith({ [name]: content, 'good.txt': RAW });
  const before = fingerprint(cwd);
  for (const args of [
    [name, '-o', 'out/new/one.md'],
    ['good.txt', name, '--join', '-o', 'all.md', '--report', 'log.json', '--review'],
    ['good.txt', name, '-o', 'out'],
  ]) {
    const { code, err } = await octavo(['clean', ...args], { cwd });
    expect(code).toBe(1);
    expect(err).toContain(says);
  }
  expect(fingerprint(cwd)).toEqual(before);
});
