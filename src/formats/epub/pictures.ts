import path from 'node:path';
import type { Edition, Picture } from '../../edition/edition.js';
import { preparePicture } from '../../media/prepare-picture.js';
import type { Report } from '../../report/report.js';
import { asciiName, Names } from './names.js';
import type { Item } from './package.js';

export interface PackedPictures {
  /** By the `src` of the hast. */
  readonly hrefs: ReadonlyMap<
    string,
    { readonly href: string; readonly width: number; readonly height: number }
  >;
  readonly items: readonly Item[];
  readonly moving: boolean;
}

/** As many pictures are worked on at a time; each in memory once, as small as it will be packed. */
const AT_A_TIME = 4;

/** Prepares the pictures of an edition and gives each a place in the EPUB; one file that is used twice is packed once. */
export async function packPictures(
  edition: Edition,
  report: Report,
  signal: AbortSignal,
): Promise<PackedPictures> {
  const names = new Names(['cover.jpg', 'cover.png']);
  const files = new Map<string, { sources: string[]; picture: Picture }>();
  for (const [source, picture] of edition.pictures) {
    const known = files.get(picture.file);
    if (known) known.sources.push(source);
    else files.set(picture.file, { sources: [source], picture });
  }
  const work = [...files.values()];
  const done: { item: Item; width: number; height: number }[] = new Array(work.length);
  let next = 0;
  const worker = async () => {
    while (next < work.length) {
      const at = next++;
      signal.throwIfAborted();
      const { picture } = work[at]!;
      const prepared = await preparePicture(picture.file);
      const extension = EXTENSIONS[prepared.mediaType];
      const stem = asciiName(path.parse(picture.file).name, 'picture');
      const item = { href: `${stem}.${extension}`, mediaType: prepared.mediaType, bytes: prepared.bytes };
      done[at] = { item, width: prepared.width, height: prepared.height };
      if (prepared.removed.length > 0)
        report.add({
          severity: 'warning',
          code: 'picture-active',
          reason: `SVG with ${prepared.removed.join(', ')}`,
          place: { path: picture.file },
          note: 'These were taken out: a picture in a book runs no script and fetches nothing.',
        });
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_A_TIME, work.length) }, worker));
  const hrefs = new Map<string, { href: string; width: number; height: number }>();
  const items = work.map(({ sources }, i) => {
    const { item, width, height } = done[i]!;
    const href = `images/${names.take(item.href)}`;
    for (const source of sources) hrefs.set(source, { href, width, height });
    return { ...item, href };
  });
  return { hrefs, items, moving: items.some((item) => item.mediaType === 'image/gif') };
}

const EXTENSIONS = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/svg+xml': 'svg',
} as const;
