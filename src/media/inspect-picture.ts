import { open } from 'node:fs/promises';
import sharp from 'sharp';
import { MAX_FILE_BYTES, MAX_INPUT_PIXELS } from './limits.js';

/** What a picture file says of itself. */
export interface PictureFacts {
  readonly mediaType: string;
  /** Pixels, as it is seen: a picture that lies on its side is turned. */
  readonly width: number;
  readonly height: number;
  /** More than one frame. */
  readonly moving: boolean;
}

/** Why a picture cannot be used, in a form to report. */
export interface PictureFault {
  readonly code: 'unreadable-image' | 'image-too-large';
  readonly reason: string;
  readonly note: string;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  tiff: 'image/tiff',
  heif: 'image/avif',
};

/** Reads type and size from the head of a picture file, without unpacking it. The name of the file counts for nothing. */
export async function inspectPicture(file: string): Promise<PictureFacts | PictureFault> {
  const size = await fileSize(file);
  if (size > MAX_FILE_BYTES)
    return tooLarge(`Picture file of ${Math.round(size / 1e6)} MB, expected at most ${MAX_FILE_BYTES / 1e6}`);
  try {
    const facts = await sharp(file, { limitInputPixels: false, failOn: 'none' }).metadata();
    const mediaType = MEDIA_TYPES[facts.format ?? ''];
    if (!mediaType || !facts.width || !facts.height) return unreadable(undefined);
    const frames = facts.pages ?? 1;
    if (facts.width * facts.height * (mediaType === 'image/tiff' ? 1 : frames) > MAX_INPUT_PIXELS)
      return tooLarge(
        `${Math.round((facts.width * facts.height * frames) / 1e6)} megapixels, expected at most ${MAX_INPUT_PIXELS / 1e6}`,
      );
    const turned = (facts.orientation ?? 1) > 4;
    return {
      mediaType,
      width: turned ? facts.height : facts.width,
      height: turned ? facts.width : facts.height,
      moving: frames > 1 && mediaType !== 'image/tiff',
    };
  } catch (error) {
    return unreadable(error);
  }
}

async function fileSize(file: string): Promise<number> {
  const handle = await open(file);
  try {
    return (await handle.stat()).size;
  } finally {
    await handle.close();
  }
}

/** The fault of a picture that a library could not read. */
export function unreadable(error: unknown): PictureFault {
  const why = error instanceof Error ? `: ${error.message.split('\n')[0]}` : '';
  return {
    code: 'unreadable-image',
    reason: `Not a picture that can be read${why}`,
    note: 'Give a JPEG, PNG, GIF, WebP, TIFF, AVIF or SVG file.',
  };
}

function tooLarge(reason: string): PictureFault {
  return { code: 'image-too-large', reason, note: 'Make the picture smaller in a picture editor.' };
}
