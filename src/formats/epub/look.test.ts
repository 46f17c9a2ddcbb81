import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp, { type OverlayOptions } from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canRunBundled } from '../../browser/bundled-chromium.js';
import { testContext } from '../../browser/testing/test-context.js';
import { buildEpub } from './testing/build.js';
import { type Light, Reader, SCREENS, type Screen } from './testing/reader.js';
import { RICH_BOOK } from './testing/rich-book.js';

/**
 * The golden book in a real reader engine, as pictures to be looked at (fixtures/look/): a page of each kind,
 * on a phone, an e-ink device and a desktop, by day and by night. UPDATE=1 takes them anew.
 */
const FOLDER = path.join(import.meta.dirname, 'fixtures/look');
const PLACES = [
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
/** Mean difference of a pixel, of 255, beyond which something has changed that an eye would see. */
const TOLERANCE = 1.2;
const HEIGHT = 240;

const context = testContext();
let bytes: Uint8Array;

beforeAll(async () => {
  ({ bytes } = await buildEpub(RICH_BOOK));
});
afterAll(() => context.close());

const cases = SCREENS.flatMap((screen) => (['light', 'dark'] as const).map((light) => ({ screen, light })));

// Another browser draws the same letters a little otherwise.
describe.skipIf(!canRunBundled())('in a reader', () => {
  test.each(cases)('$screen.name, $light', async ({ screen, light }) => {
    const sheet = await contactSheet(screen, light);
    const file = path.join(FOLDER, `${screen.name}-${light}.png`);
    if (process.env.UPDATE === '1') {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(file, sheet);
    }
    expect(existsSync(file), `${file} is missing: look at the pages and take it with UPDATE=1`).toBe(true);
    expect(await difference(sheet, readFileSync(file))).toBeLessThan(TOLERANCE);
  });
});

async function contactSheet(screen: Screen, light: Light): Promise<Buffer> {
  const reader = await Reader.open(await context.browser(), bytes, screen, light);
  const width = Math.round((HEIGHT * screen.width) / screen.height);
  const pages: OverlayOptions[] = [];
  for (const [i, place] of PLACES.entries()) {
    await reader.goTo(place);
    const input = await sharp(await reader.picture())
      .resize({ height: HEIGHT, width, fit: 'fill' })
      .toBuffer();
    pages.push({ input, left: (i % 5) * (width + 4), top: Math.floor(i / 5) * (HEIGHT + 4) });
  }
  await reader.close();
  return sharp({
    create: {
      width: 5 * width + 16,
      height: Math.ceil(PLACES.length / 5) * (HEIGHT + 4) - 4,
      channels: 3,
      background: '#888',
    },
  })
    .composite(pages)
    .png({ palette: true, colours: 64, dither: 0 })
    .toBuffer();
}

async function difference(one: Buffer, other: Buffer): Promise<number> {
  const [a, b] = await Promise.all(
    [one, other].map((png) => sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true })),
  );
  if (a!.info.width !== b!.info.width || a!.info.height !== b!.info.height) return Number.POSITIVE_INFINITY;
  let sum = 0;
  for (let i = 0; i < a!.data.length; i++) sum += Math.abs(a!.data[i]! - b!.data[i]!);
  return sum / a!.data.length;
}
