import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { CleaningLog } from './cleaning-log.js';
import { decodeAs } from './decode.js';
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

const FRENCH =
  "Le phare se dressait près de l'eau ; l'été, il y rêvait, où l'on voyait la forêt et la mer gelée. ";
const GERMAN = 'Der Turm stand am Ufer, und niemand wußte, wer über die Brücke ging. Möwen schrieen. ';
const RUSSIAN = 'Маяк стоял у самой воды, и никто не знал, кто зажигал его огонь. ';
const POLISH = 'Latarnia stała nad wodą, i nikt nie wiedział, kto ją zapala, żeby świecić. ';
/** Bytes of a text in an encoding that Node cannot write: by the inverse of how it is read. */
function encodeAs(text: string, encoding: string): Uint8Array {
  const all = decodeAs(
    encoding,
    Uint8Array.from({ length: 256 }, (_, byte) => byte),
  );
  return Uint8Array.from([...text], (character) => all.indexOf(character));
}

test.each([
  ['macintosh', FRENCH],
  ['macintosh', GERMAN],
  ['cp437', GERMAN],
  ['cp850', 'O farol não é daqui, disse o guardião, e não há luz à noite na ilha de São João. '],
  ['windows-1252', FRENCH],
  ['windows-1250', POLISH],
  ['iso-8859-2', POLISH],
  ['windows-1251', RUSSIAN],
  ['koi8-r', RUSSIAN],
  ['ibm866', RUSSIAN],
])('%s is told from its neighbours', async (encoding, line) => {
  const text = line.repeat(4);
  const raw = await readRaw('a.txt', encodeAs(text, encoding));
  expect(raw.text).toBe(text);
  expect(raw.encoding).toBe(encoding);
});

test.each([
  'Le café, naïve – “été” Über mañana São Æther façade 5 £ § 4',
  '“It is late,” he said – ‘too late’ … and went.',
  'ÜBER DIE BRÜCKE KAM KEINER, SAGTE DER WÄRTER.',
  'Hver kveld gikk vokteren opp på tårnet og så på sjøen.',
  'The façade was shut.',
  'It was about £4 4s., from £70 to £80, and £235 – “and £310”, though.',
])('a little Windows-1252 is that: %s', async (text) => {
  expect((await readRaw('a.txt', encodeAs(text, 'windows-1252'))).text).toBe(text);
});

test.each(['utf-16le', 'utf-16be'] as const)(
  '%s without a mark is read, and a program is not',
  async (encoding) => {
    for (const text of [FRENCH, RUSSIAN]) {
      const bytes = Buffer.from(text, 'utf16le');
      const raw = await readRaw('a.txt', encoding === 'utf-16be' ? bytes.swap16() : bytes);
      expect(raw).toMatchObject({ text, encoding });
    }
    const program = Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 0, 1, 0, 9, 0, 0, 0, 3, 0, 62, 0, 1, 0, 0, 0]);
    await expect(readRaw('a.txt', program)).rejects.toThrow(/binary/);
  },
);

test.each([
  ['caf\xc3', true],
  ['The lamp \xe2', true],
  ['The lamp\xe2\x80', true],
  ['He drank his caf\xe9', false],
  ['He said \x93caf\xe9\x94', false],
  ['L\xe0, c\x92\xe9tait \xe0', false],
  ['CAF\xc9', false],
  ['zu Fu\xdf', false],
])('%j is cut off: %s', async (text, isCut) => {
  const read = readRaw('a.txt', latin(text));
  if (isCut) await expect(read).rejects.toThrow(/ends in the middle of a character/);
  else expect((await read).encoding).toBe('windows-1252');
});
