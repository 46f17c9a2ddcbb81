import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'puppeteer-core';
import sharp from 'sharp';
import { type Light, Reader, type Screen } from './reader.js';

/** Height of a page in a sheet, and of the gap between two. */
const HEIGHT = 240;
const GAP = 4;
/**
 * Mean difference of the pixels of a page, of 255, beyond which something has changed that an eye would see: letters
 * that are smoothed otherwise give less than half of one, a line that is set anew some four.
 */
const TOLERANCE = 2;

/** A row of pages: a screen by day or by night. */
export interface LookRow {
  readonly screen: Screen;
  readonly light: Light;
}

/** A sheet of small pictures: a row for each screen, in it a page for each place; long rows are turned over. */
export interface Sheet {
  readonly png: Buffer;
  /** Where each page lies in it. */
  readonly boxes: readonly Box[];
}

interface Box {
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Opens an EPUB on each screen and takes a picture of each place. */
export async function sheetOf(
  browser: Browser,
  epub: Uint8Array,
  rows: readonly LookRow[],
  places: readonly string[],
  columns = places.length,
): Promise<Sheet> {
  const tiles: (Box & { readonly input: Buffer })[] = [];
  let top = 0;
  for (const { screen, light } of rows) {
    const reader = await Reader.open(browser, epub, screen, light);
    const width = Math.round((HEIGHT * screen.width) / screen.height);
    for (const [i, place] of places.entries()) {
      await reader.goTo(place);
      const input = await sharp(await reader.picture())
        .resize({ height: HEIGHT, width, fit: 'fill' })
        .toBuffer();
      tiles.push({
        name: `${screen.name}, ${light}: ${place}`,
        input,
        left: (i % columns) * (width + GAP),
        top: top + Math.floor(i / columns) * (HEIGHT + GAP),
        width,
        height: HEIGHT,
      });
    }
    await reader.close();
    top += Math.ceil(places.length / columns) * (HEIGHT + GAP);
  }
  const width = Math.max(...tiles.map((tile) => tile.left + tile.width));
  const png = await sharp({ create: { width, height: top - GAP, channels: 3, background: '#888' } })
    .composite(tiles.map(({ input, left, top: from }) => ({ input, left, top: from })))
    .png({ palette: true, colours: 32, dither: 0, effort: 10 })
    .toBuffer();
  return { png, boxes: tiles.map(({ input: _, ...box }) => box) };
}

/** The pages of a sheet that look otherwise than in the picture that is kept; UPDATE=1 keeps this one instead. */
export async function changedPages({ png, boxes }: Sheet, file: string): Promise<string[]> {
  if (process.env.UPDATE === '1') {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, png);
  }
  if (!existsSync(file)) return [`${file} is missing: look at the pages and take it with UPDATE=1`];
  const read = (input: Buffer) => sharp(input).greyscale().raw().toBuffer({ resolveWithObject: true });
  const [now, kept] = await Promise.all([read(png), read(readFileSync(file))]);
  if (now.info.width !== kept.info.width || now.info.height !== kept.info.height)
    return [`The sheet has another size than ${file}`];
  return boxes.flatMap(({ name, left, top, width, height }) => {
    let sum = 0;
    for (let y = top; y < top + height; y++)
      for (let x = left; x < left + width; x++) {
        const at = y * now.info.width + x;
        sum += Math.abs(now.data[at]! - kept.data[at]!);
      }
    const mean = sum / (width * height);
    return mean < TOLERANCE ? [] : [`${name} differs by ${mean.toFixed(1)}`];
  });
}
