import { constants, inflateSync } from 'node:zlib';
import type { PdfFile } from '../file/pdf-file.js';

/**
 * Share of its size that the text is printed at, 1 as it is laid out: Chromium makes a whole print smaller when
 * something stands far beyond the text area. Pages without text are passed over.
 */
export function printedScale(file: PdfFile, pages: readonly number[]): number {
  let least = 1;
  for (const page of pages) {
    const content = Number(/\/Contents (\d+) 0 R/.exec(file.text(page))?.[1]);
    if (!content) continue;
    const head = file.stream(content).subarray(0, HEAD);
    const isPacked = file.text(content).includes('/FlateDecode');
    const start = isPacked ? inflateSync(head, { finishFlush: constants.Z_SYNC_FLUSH }) : head;
    const [, device, text] = TEXT_AREA.exec(start.toString('latin1')) ?? [];
    if (device && text) least = Math.min(least, (Number(device) * Number(text)) / POINTS_PER_PX);
  }
  return Math.round(least * 1000) / 1000;
}

/** Bytes of a compressed stream that tell its first operators. */
const HEAD = 512;
const POINTS_PER_PX = 0.75;
/** As Skia begins a page: the scale of the device, what stands in the margins, then the clipped text area and its scale. */
const TEXT_AREA = /^([\d.]+) 0 0 -[\d.]+ 0 [\d.]+ cm\s[\s\S]*?\bre\s+W\*? n\s+q\s+([\d.]+) 0 0 /;
