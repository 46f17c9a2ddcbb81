import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { CleaningLog } from './cleaning-log.js';
import { readHtml } from './intake/html/read-html.js';
import { makeDocx } from './intake/testing/make-docx.js';
import { Metadata } from './metadata.js';
import { readRaw } from './read-raw.js';
import { SourceText } from './source-text.js';

test('a Word document keeps its heading and its real footnotes', async () => {
  const docx = makeDocx({
    heading: 'The lamp',
    first: 'It was lit.',
    second: 'It went out.',
    note: ['At six.', 'Or later.'],
  });
  const raw = await readRaw('lamp.docx', docx);
  const log = new CleaningLog(new SourceText('lamp.docx', raw.text));
  const text = readHtml(raw.text, 'lamp.docx', log, new Metadata());
  expect(text.value).toBe(
    '# The lamp\n\nIt was lit.[^1]\n\nIt went out.\n\n[^1]: At six.\n\n    Or later.\n',
  );
  expect(log.report().removed).toEqual([]);
});

test('a Word document that is broken inside is refused', async () => {
  const broken = zipSync({ 'word/document.xml': new TextEncoder().encode('<w:document') });
  await expect(readRaw('a.docx', broken)).rejects.toThrow(/cannot be read as a Word document/);
});

test('a document that unpacks without end is stopped at the limit', async () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(257 * 2 ** 20) });
  await expect(readRaw('bomb.docx', bomb)).rejects.toThrow(/unpacks to more than 256 MB/);
});

const latin = (text: string) => Buffer.from(text, 'latin1');

test.each([
  ['UTF-8', Buffer.from('Ein Käfig, ein Öl', 'utf8'), 'utf-8'],
  ['UTF-8 with a mark', Buffer.from('\uFEFFEin Käfig', 'utf8'), 'utf-8'],
  ['UTF-16', Buffer.from('\uFEFFEin Käfig', 'utf16le'), 'utf-16le'],
  ['Windows-1252', latin('Ein K\xe4fig \x97 \x93ein \xd6l\x94, und sch\xf6n'), 'windows-1252'],
])('%s is found out', async (_, bytes, encoding) => {
  const raw = await readRaw('a.txt', bytes);
  expect(raw.encoding).toBe(encoding);
  expect(raw.text).toContain('Käfig');
});

test('the quotation marks and dashes of Windows-1252 come through', async () => {
  const bytes = Buffer.concat([
    latin('Er sagte: '),
    Buffer.from([0x84]),
    latin('sch\xf6n'),
    Buffer.from([0x93, 0x20, 0x97, 0x20, 0x85, 0x80]),
  ]);
  expect((await readRaw('a.txt', bytes)).text).toBe('Er sagte: „schön“ — …€');
});

test('a web page says itself how it is encoded', async () => {
  const page = Buffer.concat([
    latin('<html><head><meta charset="windows-1251"></head><body><p>'),
    Buffer.from([0xcc, 0xee, 0xf1, 0xf2]),
    latin('</p>'),
  ]);
  expect((await readRaw('a.html', page)).text).toContain('Мост');
});

test('UTF-8 that is cut in a character is refused with its line', async () => {
  const whole = Buffer.from('Une île\nau café', 'utf8');
  await expect(readRaw('a.txt', whole.subarray(0, whole.length - 1))).rejects.toMatchObject({
    details: [{ code: 'cut-off', place: { line: 2 } }],
  });
});

test('nothing but white space is refused', async () => {
  await expect(readRaw('a.txt', Buffer.from(' \n\t\n'))).rejects.toThrow(/nothing but white space/);
});
