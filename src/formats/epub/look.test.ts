import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canRunBundled } from '../../browser/bundled-chromium.js';
import { testContext } from '../../browser/testing/test-context.js';
import { buildEpub } from './testing/build.js';
import { changedPages, type LookRow, sheetOf } from './testing/look.js';
import { LOOK_BOOKS } from './testing/look-books.js';
import { SCREENS } from './testing/reader.js';
import { RICH_BOOK } from './testing/rich-book.js';

/**
 * The golden books in a real reader engine, as pictures to be looked at (fixtures/look/), on a phone, an e-ink device
 * and a desktop, by day and by night. UPDATE=1 takes them anew.
 */
const FOLDER = path.join(import.meta.dirname, 'fixtures/look');
const RICH_PLACES = [
  'cover.xhtml',
  'titlepage.xhtml',
  'toc.xhtml',
  'the-harbour.xhtml',
  'the-harbour.xhtml#tides',
  'the-harbour.xhtml#greek-and-others',
  'the-harbour.xhtml#the-harbour--notes',
  'the-lamp.xhtml',
  'the-lamp.xhtml#supper',
];
const ROWS: readonly LookRow[] = SCREENS.flatMap((screen) =>
  (['light', 'dark'] as const).map((light) => ({ screen, light })),
);

const context = testContext();
afterAll(() => context.close());

// Another browser draws the same letters a little otherwise.
describe.skipIf(!canRunBundled())('in a reader', () => {
  describe('one of everything', () => {
    let bytes: Uint8Array;
    beforeAll(async () => {
      ({ bytes } = await buildEpub(RICH_BOOK));
    });

    test.each(ROWS)('$screen.name, $light', async (row) => {
      const sheet = await sheetOf(await context.browser(), bytes, [row], RICH_PLACES, 5);
      const file = path.join(FOLDER, `${row.screen.name}-${row.light}.png`);
      expect(await changedPages(sheet, file)).toEqual([]);
    });
  });

  test.each(Object.entries(LOOK_BOOKS))('%s', async (name, { input, places }) => {
    const { bytes, report } = await buildEpub(input);
    expect(report.messages).toEqual([]);
    const rows = ROWS.filter(({ screen }) => screen.type === undefined);
    const sheet = await sheetOf(await context.browser(), bytes, rows, places);
    expect(await changedPages(sheet, path.join(FOLDER, `${name}.png`))).toEqual([]);
  });
});
