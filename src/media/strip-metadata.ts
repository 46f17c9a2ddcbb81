/**
 * A JPEG without application segments and comments, but for JFIF and Adobe’s, which say how to read the colours: the
 * pieces of it that stay.
 */
export function stripJpeg(bytes: Buffer): Buffer[] {
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return [bytes];
    const marker = bytes[at + 1]!;
    // Start of scan: from here on all is picture.
    if (marker === 0xda) return [...kept, bytes.subarray(at)];
    if (marker === 0xff) {
      at++;
      continue;
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    const application = marker >= 0xe0 && marker <= 0xef;
    const dropped = marker === 0xfe || (application && marker !== 0xe0 && marker !== 0xee);
    if (!dropped) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return [bytes];
}

/** Chunks that make the picture; all others tell about it. */
const PNG_CHUNKS = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'sRGB']);

/** A PNG without text, time, physical size and other chunks that do not make the picture: the pieces of it that stay. */
export function stripPng(bytes: Buffer): Buffer[] {
  const kept: Buffer[] = [bytes.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (PNG_CHUNKS.has(bytes.toString('latin1', at + 4, at + 8))) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return kept;
}
