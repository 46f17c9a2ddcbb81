import { expect, test } from 'vitest';
import type { BookInput } from '../../config/schema.js';
import { bookSchema } from '../../config/schema.js';
import { editionOf } from '../../edition/testing/edition-of.js';
import { OctavoError } from '../../report/errors.js';
import { Report } from '../../report/report.js';
import { checkMargins } from './check-margins.js';
import { checkPage } from './check-page.js';

type Print = Omit<Extract<NonNullable<BookInput['editions']>[string], { format: 'pdf' }>, 'format'>;

async function settingOf(print: Print, typography: BookInput['typography'] = {}) {
  const { edition } = await editionOf({ markdown: '# One\n\nText.\n', book: { typography } });
  const { editions } = bookSchema.parse({ title: 'A', editions: { print: { format: 'pdf', ...print } } });
  const config = editions!.print!;
  if (config.format !== 'pdf') throw new Error('no PDF');
  const locate = (path: readonly PropertyKey[], _: unknown, detail: object) => ({ ...detail, path }) as never;
  return { edition: { ...edition, book: { ...edition.book, locate } }, config };
}

test.each<[Print, BookInput['typography'], string[], string]>([
  [{ trim: 'a6', size: '60pt' }, {}, ['editions', 'print', 'size'], '8 letters in a line and 4 lines'],
  [{ trim: 'a6' }, { size: '60pt' }, ['typography', 'size'], '8 letters in a line and 4 lines'],
  [{ margins: { inner: '80mm', outer: '80mm' } }, {}, ['editions', 'print', 'margins'], 'no text'],
  [{ margins: { top: '300mm' } }, {}, ['editions', 'print', 'margins'], 'no text'],
  [{ wideMargin: { width: '140mm' } }, {}, ['editions', 'print', 'wideMargin'], 'no text'],
  [{ trim: { width: '100mm', height: '22mm' } }, {}, ['editions', 'print', 'trim'], '4 lines'],
  [
    { trim: 'a6', easyReading: true, margins: { inner: '40mm', outer: '40mm' } },
    {},
    ['editions', 'print', 'margins'],
    '13 letters',
  ],
])('%j with typography %j is refused at %j', async (print, typography, path, holds) => {
  const { edition, config } = await settingOf(print, typography);
  const error = (() => {
    try {
      return checkPage(edition, 'print', config);
    } catch (error) {
      return error;
    }
  })();
  expect(error).toBeInstanceOf(OctavoError);
  expect((error as OctavoError).exitCode).toBe(2);
  expect((error as OctavoError).details[0]).toMatchObject({ code: 'page-too-small', path });
  expect((error as OctavoError).message).toContain(holds);
});

test.each<Print>([
  {},
  { trim: 'a6', size: '24pt' },
  { trim: { width: '50mm', height: '60mm' } },
  { easyReading: true, trim: 'a6' },
])('%j has room for text', async (print) => {
  const { edition, config } = await settingOf(print);
  expect(() => checkPage(edition, 'print', config)).not.toThrow();
});

test('margins that have no room for heads and folios are told of', async () => {
  const report = new Report();
  const { edition, config } = await settingOf({ margins: { top: '2mm', bottom: '3mm', inner: '0mm' } });
  checkMargins(edition, 'print', config, { report });
  expect(report.messages.map(({ code, reason }) => [code, reason])).toEqual([
    [
      'narrow-margin',
      'The top margin of the edition “print” is 2mm, and the running heads are cut off or left out',
    ],
    [
      'narrow-margin',
      'The bottom margin of the edition “print” is 3mm, and the folios are cut off or left out',
    ],
  ]);
  const bare = await settingOf({ margins: { top: '2mm' }, runningHeads: { verso: 'none', recto: 'none' } });
  checkMargins(bare.edition, 'print', bare.config, { report });
  expect(report.messages).toHaveLength(2);
});
