import sharp from 'sharp';
import { bytesOf, type OpenedPicture } from './prepare-picture.js';

/** Mean lightness of what is drawn, of 255, from which on a drawing is meant for a dark ground. */
const LIGHT = 150;
/** Side of the copy that is judged, in pixels. */
const JUDGED = 160;

/**
 * A picture with white behind what is transparent in it, if it is dark: without, a drawing in black is lost when a
 * reader turns the page black. A light one, and one without holes, stays as it is.
 */
export async function onPaper<Picture extends OpenedPicture>(picture: Picture): Promise<Picture> {
  if (picture.mediaType !== 'image/png' && picture.mediaType !== 'image/svg+xml') return picture;
  const given = await bytesOf(picture);
  const image = sharp(given);
  if (picture.mediaType === 'image/png' && !(await image.metadata()).hasAlpha) return picture;
  if (!(await isDarkWithHoles(given))) return picture;
  if (picture.mediaType === 'image/svg+xml') return { ...picture, bytes: svgOnPaper(given) };
  const bytes = await image.flatten({ background: '#fff' }).png({ compressionLevel: 9 }).toBuffer();
  return { ...picture, bytes };
}

async function isDarkWithHoles(bytes: Uint8Array): Promise<boolean> {
  const { data } = await sharp(bytes)
    .resize(JUDGED, JUDGED, { fit: 'inside', withoutEnlargement: true })
    .ensureAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  let holes = 0;
  let drawn = 0;
  let light = 0;
  for (let i = 0; i < data.length; i += 4) {
    const opacity = data[i + 3]! / 255;
    if (opacity < 0.5) holes++;
    drawn += opacity;
    light += opacity * (0.299 * data[i]! + 0.587 * data[i + 1]! + 0.114 * data[i + 2]!);
  }
  // The soft edge of a picture is no hole.
  return holes > data.length / 4 / 50 && drawn > 0 && light / drawn < LIGHT;
}

function svgOnPaper(bytes: Uint8Array): Buffer {
  const svg = Buffer.from(bytes).toString('utf8');
  const [opening = ''] = /<svg[^>]*>/.exec(svg) ?? [];
  const [x, y, width, height] = (/ viewBox="([^"]*)"/.exec(opening)?.[1] ?? '').trim().split(/[\s,]+/);
  const box = height ? `x="${x}" y="${y}" width="${width}" height="${height}"` : 'width="100%" height="100%"';
  return Buffer.from(svg.replace(opening, () => `${opening}<rect ${box} fill="#fff"/>`));
}
