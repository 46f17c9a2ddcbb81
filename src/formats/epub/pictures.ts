import path from 'node:path';
import type { ElementContent } from 'hast';
import pMap from 'p-map';
import type { Edition, Picture } from '../../edition/edition.js';
import type { PictureFault } from '../../media/inspect-picture.js';
import { onPaper } from '../../media/paper-ground.js';
import { type OpenedPicture, openPicture } from '../../media/prepare-picture.js';
import type { Place, Report } from '../../report/report.js';
import { asciiName, Names } from './names.js';
import type { Item } from './package.js';
import { eachElement } from './text-files.js';

export interface PackedPictures {
  /** By the `src` of the hast. */
  readonly hrefs: ReadonlyMap<
    string,
    { readonly href: string; readonly width: number; readonly height: number }
  >;
  readonly items: readonly Item[];
  readonly moving: boolean;
}

/** As many pictures are worked on at a time; only those that had to be changed stay in memory, as they will be packed. */
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
  const prepared = await pMap(work, ({ picture }) => prepare(picture), { concurrency: AT_A_TIME, signal });
  const hrefs = new Map<string, { href: string; width: number; height: number }>();
  const items = work.flatMap(({ sources, picture }, i): Item[] => {
    const found = prepared[i]!;
    tell(found, picture, firstUse(edition, sources[0]!), report);
    if ('reason' in found) return [];
    const stem = asciiName(path.parse(picture.file).name, 'picture');
    const href = `images/${names.take(`${stem}.${EXTENSIONS[found.mediaType]}`)}`;
    for (const source of sources) hrefs.set(source, { href, width: found.width, height: found.height });
    return [{ href, mediaType: found.mediaType, bytes: found.bytes }];
  });
  return { hrefs, items, moving: prepared.some((found) => 'moving' in found && found.moving) };
}

async function prepare({ file }: Picture): Promise<OpenedPicture | PictureFault> {
  const prepared = await openPicture(file);
  return 'reason' in prepared ? prepared : onPaper(prepared);
}

/** Says what became of a picture that could not be packed as it is. */
function tell(found: OpenedPicture | PictureFault, picture: Picture, place: Place, report: Report): void {
  if ('reason' in found) report.add({ severity: 'error', place, ...found });
  else if (found.removed.length > 0)
    report.add({
      severity: 'warning',
      code: 'active-image',
      reason: `SVG with ${found.removed.join(', ')}`,
      place,
      note: 'These were taken out: a picture in a book runs no script and fetches nothing.',
    });
  else if (found.reduced)
    report.add({
      severity: 'info',
      code: 'image-reduced',
      reason: `Image ${path.basename(picture.file)} of ${megapixels(picture)} megapixels was made smaller, to ${megapixels(found)}`,
      place,
      note: 'Readers and shops take no more; print has it as it is.',
    });
}

/** Where the text shows a picture first. */
function firstUse({ sections }: Edition, source: string): Place {
  for (const { path: file, content, notes } of sections) {
    let place: Place | undefined;
    eachElement(
      [...(content.children as ElementContent[]), ...notes.flatMap((note) => note.content)],
      ({ tagName, properties, position }) => {
        if (tagName === 'img' && properties.src === source)
          place ??= {
            path: file,
            ...(position && { line: position.start.line, column: position.start.column }),
          };
      },
    );
    if (place) return place;
  }
  return { path: source };
}

function megapixels({ width, height }: { readonly width: number; readonly height: number }): string {
  return ((width * height) / 1e6).toFixed(1);
}

const EXTENSIONS = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/svg+xml': 'svg',
} as const;
