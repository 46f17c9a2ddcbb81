import { readFile } from 'node:fs/promises';
import sharp, { type Metadata } from 'sharp';
import { fromFile } from './from-file.js';
import { type PictureFault, unreadable } from './inspect-picture.js';
import { type Later, readNow } from './later.js';
import { MAX_INPUT_PIXELS, MAX_PIXELS } from './limits.js';
import { safeSvg } from './safe-svg.js';
import { stripJpeg, stripPng } from './strip-metadata.js';

/** What a picture fit for a book is: sRGB, upright, within the limits, without a word on camera, place or owner. */
export interface PictureForm {
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

/** A picture fit for a book. */
export interface PreparedPicture extends PictureForm {
  readonly bytes: Uint8Array;
}

/** The same, but one that is fit already is not read yet. */
export interface OpenedPicture extends PictureForm {
  readonly bytes: Uint8Array | Later;
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
  mediaTypes: readonly PictureForm['mediaType'][] = ALL,
): Promise<PreparedPicture | PictureFault> {
  const opened = await openPicture(file, maxPixels, mediaTypes);
  return 'reason' in opened ? opened : { ...opened, bytes: await bytesOf(opened) };
}

/** Prepares a picture as `preparePicture` does, but leaves one that is fit already in its file until it is wanted. */
export async function openPicture(
  file: string,
  maxPixels = MAX_PIXELS,
  mediaTypes: readonly PictureForm['mediaType'][] = ALL,
): Promise<OpenedPicture | PictureFault> {
  try {
    return await open(file, maxPixels, mediaTypes);
  } catch (error) {
    return unreadable(error);
  }
}

/** The bytes of a picture, read now if they have not been. */
export async function bytesOf({ bytes }: OpenedPicture): Promise<Uint8Array> {
  return 'read' in bytes ? readNow(bytes) : bytes;
}

async function open(
  file: string,
  maxPixels: number,
  mediaTypes: readonly PictureForm['mediaType'][],
): Promise<OpenedPicture> {
  const options = { limitInputPixels: MAX_INPUT_PIXELS, failOn: 'error' } as const;
  let image = sharp(file, options);
  let facts = await image.metadata();
  const asItIs = {
    width: facts.width!,
    height: facts.height!,
    reduced: false,
    removed: [],
    moving: false,
  } as const;
  if (facts.format === 'svg' && mediaTypes.includes('image/svg+xml')) {
    const { bytes, removed } = safeSvg(await readFile(file));
    return { ...asItIs, bytes, mediaType: 'image/svg+xml', removed };
  }
  if (facts.format === 'svg') {
    // A drawing has no pixels of its own: it gets as many as a page shows.
    // Given without its place, it can name no file beside it.
    image = sharp(await readFile(file), {
      ...options,
      density: Math.min(72 * (DRAWN / Math.max(facts.width!, facts.height!)), 10_000),
    });
    facts = await image.metadata();
  }
  const [width, height] = [facts.width!, facts.height!];
  const reduced = width * height > maxPixels;
  if (facts.format === 'gif' && (facts.pages ?? 1) > 1 && !reduced && mediaTypes.includes('image/gif'))
    return { ...asItIs, bytes: await fromFile(file, whole), mediaType: 'image/gif', moving: true };
  if (!reduced && isFit(facts))
    return facts.format === 'jpeg'
      ? { ...asItIs, bytes: await fromFile(file, stripJpeg), mediaType: 'image/jpeg' }
      : { ...asItIs, bytes: await fromFile(file, stripPng), mediaType: 'image/png' };
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
  const mediaType = asPng ? 'image/png' : 'image/jpeg';
  return { ...asItIs, bytes: data, mediaType, width: info.width, height: info.height, reduced };
}

/** Pixels of the longer side of a drawing that becomes a picture of pixels. */
const DRAWN = 2560;

function whole(bytes: Buffer): Buffer[] {
  return [bytes];
}

const ALL: readonly PictureForm['mediaType'][] = ['image/jpeg', 'image/png', 'image/gif', 'image/svg+xml'];

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
