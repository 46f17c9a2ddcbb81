import { constants, inflateSync } from 'node:zlib';
import type { PdfFile } from '../file/pdf-file.js';

/**
 * Share of its size that the text is printed at, 1 as it is laid out: Chromium makes all of a print smaller when
 * something stands far beyond the text area. The largest scale of a portion counts, since what a picture holds may
 * have a smaller one. Pages without text are passed over.
 *
 * @param portions numbers of pages that were printed in one.
 */
export function printedScale(file: PdfFile, pages: readonly number[], portions: readonly number[]): number {
  let least = 1;
  let from = 0;
  for (const count of portions) {
    let largest = 0;
    for (let k = from; k < from + count && largest < 1; k++)
      largest = Math.max(largest, Math.min(1, scaleOf(file, pages[k]!)));
    if (largest > 0) least = Math.min(least, largest);
    from += count;
  }
  return least;
}

/** What a page's text is scaled by; 0 for a page without text. */
function scaleOf(file: PdfFile, page: number): number {
  const content = Number(/\/Contents (\d+) 0 R/.exec(file.text(page))?.[1]);
  if (!content) return 0;
  const packed = file.stream(content);
  const isPacked = file.text(content).includes('/FlateDecode');
  const read = (bytes: Buffer) =>
    (isPacked ? inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }) : bytes).toString('latin1');
  const largest = (bytes: Buffer) => {
    const [, device, area] = AREA.exec(read(bytes)) ?? [];
    const scales = Array.from((area ?? '').matchAll(MATRIX), ([, scale]) => Number(device) * Number(scale));
    const scale = Math.round((Math.max(0, ...scales) / POINTS_PER_PX) * 1000) / 1000;
    return { scale, hasText: area?.includes('BT\n') };
  };
  if (largest(packed.subarray(0, HEAD)).scale === 1) return 1;
  // The page may begin with a picture, which has a scale of its own.
  const { scale, hasText } = largest(packed);
  return hasText ? scale : 0;
}

/** Bytes of a compressed stream that tell its first operators. */
const HEAD = 512;
const POINTS_PER_PX = 0.75;
/** As Skia writes a page: the scale of the device, what stands in the margins, then the clipped text area. */
const AREA = /^([\d.]+) 0 0 -[\d.]+ 0 [\d.]+ cm\s[\s\S]*?\bre\s+W\*? n\s+(q\s[\s\S]*)/;
const MATRIX = /\n([\d.]+) 0 0 \1 [-\d.]+ [-\d.]+ cm\n/g;
