import { readFile } from 'node:fs/promises';
import sharp, { type Metadata } from 'sharp';
import { type PictureFault, unreadable } from './inspect-picture.js';
import { MAX_INPUT_PIXELS, MAX_PIXELS } from './limits.js';
import { safeSvg } from './safe-svg.js';
import { stripJpeg, stripPng } from './strip-metadata.js';

/** A picture fit for a book: sRGB, upright, within the limits, without a word on camera, place or owner. */
export interface PreparedPicture {
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/jpeg' | 'image/png' | 'image/gif' | 'image/svg+xml';
  readonly width: number;
  readonly height: number;
  /** Whether it was made smaller. */
  readonly reduced: boolean;
  /** What was taken out of an SVG because it could do harm. */
  readonly removed: readonly string[];
  /** More than one frame. */
  readonly moving: boolean;
}

/**
 * Prepares a picture that `inspectPicture` has passed. One that is fit already keeps its very pixels; only its
 * metadata goes. GIF stays one where it moves; a still one becomes a PNG. The same file gives the same bytes.
 *
 * @param mediaTypes - What the picture may become.
 */
export async function preparePicture(
  file: string,
  maxPixels = MAX_PIXELS,
  mediaTypes: readonly PreparedPicture['mediaType'][] = ALL,
): Promise<PreparedPicture | PictureFault> {
  try {
    return await prepare(file, maxPixels, mediaTypes);
  } catch (error) {
    return unreadable(error);
  }
}

async function prepare(
  file: string,
  maxPixels: number,
  mediaTypes: readonly PreparedPicture['mediaType'][],
): Promise<PreparedPicture> {
  const input = await readFile(file);
  const read = (options = {}) =>
    sharp(input, { limitInputPixels: MAX_INPUT_PIXELS, failOn: 'error', ...options });
  let image = read();
  let facts = await image.metadata();
  if (facts.format === 'svg' && mediaTypes.includes('image/svg+xml')) {
    const { bytes, removed } = safeSvg(input);
    return {
      bytes,
      mediaType: 'image/svg+xml',
      width: facts.width!,
      height: facts.height!,
      reduced: false,
      removed,
      moving: false,
    };
  }
  if (facts.format === 'svg') {
    // A drawing has no pixels of its own: it gets as many as a page shows.
    image = read({ density: Math.min(72 * (DRAWN / Math.max(facts.width!, facts.height!)), 10_000) });
    facts = await image.metadata();
  }
  const [width, height] = [facts.width!, facts.height!];
  const reduced = width * height > maxPixels;
  if (facts.format === 'gif' && (facts.pages ?? 1) > 1 && !reduced && mediaTypes.includes('image/gif'))
    return { bytes: input, mediaType: 'image/gif', width, height, reduced, removed: [], moving: true };
  if (!reduced && isFit(facts)) {
    const bytes = facts.format === 'jpeg' ? stripJpeg(input) : stripPng(input);
    const mediaType = facts.format === 'jpeg' ? 'image/jpeg' : 'image/png';
    return { bytes, mediaType, width, height, reduced, removed: [], moving: false };
  }
  const asPng =
    facts.hasAlpha === true ||
    facts.format === 'gif' ||
    (facts.format !== 'jpeg' && (facts.bitsPerSample ?? 8) < 8);
  const upright = image.autoOrient().toColourspace('srgb');
  const scale = Math.sqrt(maxPixels / (width * height));
  const turned = (facts.orientation ?? 1) > 4;
  const sized = reduced ? upright.resize({ width: Math.floor((turned ? height : width) * scale) }) : upright;
  const made = asPng ? sized.png({ compressionLevel: 9 }) : sized.jpeg({ quality: 85 });
  const { data, info } = await made.toBuffer({ resolveWithObject: true });
  return {
    bytes: data,
    mediaType: asPng ? 'image/png' : 'image/jpeg',
    width: info.width,
    height: info.height,
    reduced,
    removed: [],
    moving: false,
  };
}

/** Pixels of the longer side of a drawing that becomes a picture of pixels. */
const DRAWN = 2560;

const ALL: readonly PreparedPicture['mediaType'][] = [
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/svg+xml',
];

/** Fit as it is: a JPEG or PNG in sRGB or grey, eight bits, upright. */
function isFit(facts: Metadata): boolean {
  return (
    (facts.format === 'jpeg' || facts.format === 'png') &&
    (facts.space === 'srgb' || facts.space === 'b-w') &&
    facts.depth === 'uchar' &&
    !facts.icc &&
    (facts.orientation ?? 1) === 1
  );
}
